import type { Measure } from '@heed/contracts'
import { addVoices, voiceFigure, voiceSummary } from '@heed/stats'
import type { VoiceCount } from './count-voices.ts'
import { enoughOf, noFigure, type Reckoned } from './figure-of.ts'
import { scaleOf } from './measure-of.ts'

/** The figure with accounts as the unit, of several parts together; `answers` are accounts. */
export function figureOfVoices(measure: Measure, counts: VoiceCount[], base?: number): Reckoned {
  const scale = scaleOf(measure)
  const sums = addVoices(counts.map((count) => count.sums))
  const found = scale && voiceFigure(sums, scale, base)
  const figure = found
    ? { value: found.value, low: found.low, high: found.high, answers: found.answers }
    : noFigure(sums.accounts)
  const effective = found?.effectiveAccounts ?? 0
  return { figure, ...enoughOf(sums.accounts, base), summary: voiceSummary(sums), effective }
}

/** How many accounts were heard. */
export const accountsIn = (counts: VoiceCount[]) => counts.reduce((total, { sums }) => total + sums.accounts, 0)
