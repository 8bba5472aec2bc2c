import { type NpsCounts, npsGroup } from '../src/index.ts'

const plural = { promoter: 'promoters', passive: 'passives', detractor: 'detractors' } as const

/** How many of these scores, 0 … 10, are promoters, passives and detractors. */
export function countGroups(answers: readonly { score: number }[]): NpsCounts {
  const counts = { promoters: 0, passives: 0, detractors: 0 }
  for (const { score } of answers) counts[plural[npsGroup(score)]] += 1
  return counts
}
