import { askNow, inSample, responseRates, type SamplingStratum } from '@heed/stats'
import type { Progress } from './wave-progress.ts'

/**
 * Whether a person is asked now in a wave with a target: not once the answers wanted are there, of all or of their
 * stratum; else as many of the stratum as an even pace needs, by a draw that keeps whoever was in.
 * @param key of the person's own stratum
 * @param expectedRate share of those asked who were expected to answer when the wave was planned, 0 … 1
 * @param elapsedShare of the time in which the answers are wanted, 0 … 1
 */
export function drawPerson(
  progress: readonly Progress<SamplingStratum & { wanted: number }>[],
  key: string | undefined,
  expectedRate: number,
  elapsedShare: number,
  { personKey, surveyId, wave }: { personKey: string; surveyId: string; wave: number },
): 'granted' | 'outside_sample' | 'quota_full' {
  const place = progress.findIndex(({ stratum }) => stratum.key === key)
  const own = progress[place]
  if (!own || own.answered >= own.stratum.wanted) return 'quota_full'
  const total = (of: (each: (typeof progress)[number]) => number) => progress.reduce((sum, each) => sum + of(each), 0)
  if (total(({ answered }) => answered) >= total(({ stratum }) => stratum.wanted)) return 'quota_full'

  const rates = responseRates(
    progress.map(({ asked, answered, pending }) => ({ asked: Math.max(0, asked - pending), answered })),
    expectedRate,
  )
  const { stratum, ...counts } = own
  const share = askNow(
    {
      ...counts,
      wanted: stratum.wanted,
      // The base as the wave began; more may have come since, and this person now.
      base: Math.max(stratum.base, counts.cameBy + 1),
      responseRate: rates[place] ?? 0,
    },
    elapsedShare,
  )
  return inSample(personKey, surveyId, wave, share) ? 'granted' : 'outside_sample'
}
