import type { ResponseFunnel, ResultUnit, SurveyKind, SurveyResult } from '@heed/contracts'
import { responseRate, type Summary, smallestVisibleChange, voiceSummary } from '@heed/stats'
import type { AnswerCount } from './count-answers.ts'
import type { BaseCount } from './count-base.ts'
import type { ShownCount } from './count-shown.ts'
import type { VoiceCount } from './count-voices.ts'
import type { Part } from './dimensions-sql.ts'
import { distributionOf, type OptionWords } from './distribution-of.ts'
import { figureOfAnswers, type Reckoned, summaryOf } from './figure-of.ts'
import { accountsIn, figureOfVoices } from './figure-of-voices.ts'
import { groupByPart } from './group-by-part.ts'
import { knownBase } from './known-base.ts'
import { measureOf } from './measure-of.ts'
import { type Period, spansOf } from './period.ts'
import { type StratumSummary, weightedOf } from './weighted-of.ts'

/** Voices of accounts, where those are the unit. */
export type CountedVoices = { whole: VoiceCount[]; bySpan: VoiceCount[]; byStratum: VoiceCount[] }

type Counted = {
  kind: SurveyKind
  period: Period
  unit: ResultUnit
  /** Of choices, the one whose share the figure is. */
  option: string | null
  options: OptionWords[]
  /** By step, plan and tenure; all in one where accounts are heard. */
  answers: AnswerCount[]
  /** Null: people are the unit. */
  voices: CountedVoices | null
  /** People, or accounts, by plan and tenure; all in one where they count by spend. */
  base: BaseCount[]
  /** Who could count, each once. */
  size: number
  /** Whether answers are as many people, or voices as many accounts. */
  heardOnce: boolean
  shown: ShownCount[]
  /** Null: not kept from the beginning of the period. */
  asks: Pick<ResponseFunnel, 'eligible' | 'asked'> | null
}

/** Puts the figures of a survey together from counts. */
export function resultOf(counted: Counted): SurveyResult {
  const { kind, period, unit, option, answers, voices } = counted
  const asked = { measure: measureOf(kind), option }
  const base = counted.size
  const heard = answers.reduce((total, count) => total + count.answers, 0)
  const whole = voices
    ? figureOfVoices(asked.measure, voices.whole, knownBase(base, accountsIn(voices.whole), counted))
    : figureOfAnswers(asked, answers, knownBase(base, heard, counted))
  const margins = knownBase(base, whole.figure.answers, counted)
  const shown = sumShown(counted.shown)
  const rate = responseRate(heard, shown.seen)
  return {
    measure: asked.measure,
    period: { from: period.from, to: period.to },
    unit,
    raw: whole.figure,
    enough: whole.enough,
    stillNeeded: whole.stillNeeded,
    everyone: margins !== undefined && margins > 0 && whole.figure.answers === margins,
    ...(unit === 'spend' && asked.measure !== 'text'
      ? { weighted: null, weightedMissing: 'unit' as const }
      : weightedOf(asked.measure, strataOf(counted), counted.base, margins !== undefined)),
    base,
    smallestVisibleChange: visibleChange(whole, margins),
    responseRate: rate && { share: rate.value, low: rate.low, high: rate.high },
    funnel: { eligible: null, asked: null, ...counted.asks, ...shown, answered: heard },
    distribution: distributionOf(kind, answers, counted.options, voices ? undefined : margins),
    step: period.step,
    overTime: overTime(counted, margins),
  }
}

const sumShown = (rows: ShownCount[]) => {
  const sum = (of: 'seen' | 'dismissed' | 'later') => rows.reduce((total, row) => total + row[of], 0)
  return { seen: sum('seen'), dismissed: sum('dismissed'), later: sum('later') }
}

/** Of means the standard deviation is that over n − 1. */
const visibleChange = ({ figure, enough, summary, effective }: Reckoned, base: number | undefined): number | null => {
  if (!enough || figure.value === null || effective <= 1 || summary.variance === 0) return null
  const spread = Math.sqrt((summary.variance * effective) / (effective - 1))
  return smallestVisibleChange({ answers: figure.answers, effective, spread, base })
}

const overTime = ({ kind, period, option, answers, voices }: Counted, base: number | undefined) => {
  const asked = { measure: measureOf(kind), option }
  const bySpan = groupByPart(answers)
  const voicesBySpan = voices && groupByPart(voices.bySpan)
  return spansOf(period).map(({ part, from, to }) => {
    const { figure } = voicesBySpan
      ? figureOfVoices(asked.measure, voicesBySpan.get(part) ?? [], base)
      : figureOfAnswers(asked, bySpan.get(part) ?? [], base)
    return { from, to, figure }
  })
}

/** What each stratum said; people’s answers are counted by step before it. */
const strataOf = ({ kind, option, answers, voices }: Counted): StratumSummary[] => {
  if (voices) return voices.byStratum.map(({ parts, sums }) => ({ parts, summary: voiceSummary(sums) }))
  const asked = { measure: measureOf(kind), option }
  const strata = new Map<string, { parts: Part[]; counts: AnswerCount[] }>()
  for (const count of answers) {
    const parts = count.parts.slice(1)
    const key = JSON.stringify(parts)
    const stratum = strata.get(key) ?? { parts, counts: [] }
    stratum.counts.push(count)
    strata.set(key, stratum)
  }
  return [...strata.values()].map(({ parts, counts }): { parts: Part[]; summary: Summary } => ({
    parts,
    summary: summaryOf(asked, counts),
  }))
}
