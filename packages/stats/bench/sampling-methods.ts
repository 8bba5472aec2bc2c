import type { NpsCounts } from '../src/nps.ts'
import { postStratify } from '../src/post-stratify.ts'
import { askNow } from '../src/sampling/ask-now.ts'
import { inSample, sampleDraw } from '../src/sampling/draw.ts'
import { planQuotas, type SampleTarget } from '../src/sampling/plan-quotas.ts'
import {
  proposeStrata,
  type SamplingCell,
  type SamplingStratum,
  smallestStratum,
  stratumFinder,
} from '../src/sampling/propose-strata.ts'
import { responseRates } from '../src/sampling/response-rates.ts'
import type { Member } from './sampling-base.ts'

const expectedRate = 0.2

/** The strata, and that of each member. */
export type Strata = { strata: SamplingStratum[]; stratumOf: ReadonlyMap<Member, string> }

/** Strata as Heed proposes them for so many answers. */
export function strataOf(base: readonly Member[], answersWanted: number): Strata {
  const counts = new Map<SamplingCell, number>()
  for (const { cell } of base) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  const smallest = smallestStratum({ base: base.length, answersWanted, responseRate: expectedRate })
  const strata = proposeStrata(
    [...counts].map(([cell, count]) => ({ ...cell, base: count })),
    { smallest },
  )
  const find = stratumFinder(strata)
  const keys = new Map([...counts.keys()].map((cell) => [cell, find(cell)?.key ?? '']))
  return { strata, stratumOf: new Map(base.map((member) => [member, keys.get(member.cell) ?? ''])) }
}

/** Fills quotas at a pace, as a server would: the share of a stratum is reckoned at each visit. */
export function askByQuota(
  days: readonly Member[][],
  { strata, stratumOf }: Strata,
  target: SampleTarget,
  wave: number,
) {
  const { quotas } = planQuotas(
    strata.map((stratum) => ({ ...stratum, responseRate: expectedRate })),
    target,
  )
  const states = strata.map(({ key, base }) => ({
    ...{ key, base, asked: 0, answered: 0, cameBy: 0 },
    wanted: quotas.get(key) ?? 0,
    responseRate: expectedRate,
  }))
  const byKey = new Map(states.map((state) => [state.key, state]))
  const came = new Set<Member>()
  const asked = new Set<Member>()
  const answersByDay: number[] = []
  for (const [day, visitors] of days.entries()) {
    for (const [place, member] of visitors.entries()) {
      const state = byKey.get(stratumOf.get(member) ?? '')
      if (!state) continue
      if (!came.has(member)) state.cameBy += 1
      came.add(member)
      if (asked.has(member)) continue
      // Rates are reckoned anew now and then; shares always.
      if (place % 50 === 0) refreshRates(states)
      const share = askNow(state, (day + place / visitors.length) / days.length)
      if (!inSample(member.key, 'svy_bench', wave, share)) continue
      asked.add(member)
      state.asked += 1
      if (member.answers) state.answered += 1
    }
    answersByDay.push(states.reduce((total, { answered }) => total + answered, 0))
  }
  return { asked: [...asked], states, answersByDay }
}

function refreshRates(states: { asked: number; answered: number; responseRate: number }[]) {
  const rates = responseRates(states, expectedRate)
  for (const [index, state] of states.entries()) state.responseRate = rates[index] ?? expectedRate
}

/** The first so many who come by. */
export function askEveryone(days: readonly Member[][], count: number): Member[] {
  return [...new Set(days.flat())].slice(0, count)
}

/** The same share of all who come by: that which makes so many. */
export function askFlat(days: readonly Member[][], count: number, wave: number): Member[] {
  const drawn = [...new Set(days.flat())].map((member) => ({ member, draw: sampleDraw(member.key, 'svy_bench', wave) }))
  return drawn
    .sort((a, b) => a.draw - b.draw)
    .slice(0, count)
    .map(({ member }) => member)
}

export const scoreOf = (members: readonly Member[]): number =>
  members.reduce((total, { answer }) => total + answer, 0) / members.length

export function countsByStratum(members: readonly Member[], { strata, stratumOf }: Strata): NpsCounts[] {
  const counts = new Map(strata.map(({ key }) => [key, { promoters: 0, passives: 0, detractors: 0 }]))
  for (const member of members) {
    const count = counts.get(stratumOf.get(member) ?? '')
    if (!count) continue
    if (member.answer > 0) count.promoters += 1
    else if (member.answer < 0) count.detractors += 1
    else count.passives += 1
  }
  return [...counts.values()]
}

/** Weighted to the base by stratum. */
export function weightedOf(counts: readonly NpsCounts[], { strata }: Strata) {
  return postStratify(counts.map((count, index) => ({ base: strata[index]?.base ?? 0, counts: count })))
}
