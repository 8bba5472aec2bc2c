import type { NpsFigure, NpsResult, NpsStratum, NpsTenure } from '@heed/contracts'
import { type TenureBand, tenureBand } from '@heed/segments'
import { npsFigure, npsGroup, postStratify, shareWithMargin } from '@heed/stats'
import { knownBase } from '../results/known-base.ts'
import { fewestEffectiveAnswers } from '../results/weighted-of.ts'

/** Answers of one month, plan, tenure band and score. */
export type AnswerCount = {
  month: string
  plan: string | null
  tenureDays: number | null
  score: number
  answers: number
}
/** Exposures or people of one plan and tenure. */
export type PlanCount = { plan: string | null; tenureDays: number | null; count: number }

type Counts = { promoters: number; passives: number; detractors: number }
const noCounts = (): Counts => ({ promoters: 0, passives: 0, detractors: 0 })
const plural = { promoter: 'promoters', passive: 'passives', detractor: 'detractors' } as const

const countScores = (rows: AnswerCount[]): Counts => {
  const counts = noCounts()
  for (const { score, answers } of rows) counts[plural[npsGroup(score)]] += answers
  return counts
}

const groupBy = <T>(rows: T[], keyOf: (row: T) => string) => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

const sum = (rows: PlanCount[]) => rows.reduce((total, { count }) => total + count, 0)
const planKey = ({ plan }: { plan: string | null }) => JSON.stringify(plan)
const stratumKey = (row: { plan: string | null; tenureDays: number | null }) =>
  JSON.stringify([row.plan, tenureBand(row.tenureDays)])

type Counted = {
  periodDays: number
  /** Of the period. */
  answers: AnswerCount[]
  exposures: PlanCount[]
  /** People of the segment now: the population of the margins. */
  base: PlanCount[]
  /** Of all months shown. */
  history: AnswerCount[]
  months: string[]
  /** Whether the answers of the period are as many people. */
  heardOnce: boolean
}

/**
 * Puts the figures together from counts.
 * Raw: every answer counts alike. Weighted: answers are post-stratified to the base by plan × tenure band.
 */
export const npsResult = (counted: Counted): NpsResult => {
  const { periodDays, answers, exposures, base, history, months } = counted
  const people = sum(base)
  const asked = sum(exposures)
  const figureOf = (rows: AnswerCount[], size: number) => figureIn(counted, rows, size)
  const raw = figureOf(answers, people)
  const byMonth = groupBy(history, ({ month }) => month)
  return {
    periodDays,
    raw,
    weighted: weightedNps(answers, base, knownBase(people, raw.answers, counted) !== undefined),
    base: people,
    exposures: asked,
    responseRate: shareWithMargin(Math.min(raw.answers, asked), asked),
    distribution: Array.from({ length: 11 }, (_, score) =>
      answers.reduce((total, row) => total + (row.score === score ? row.answers : 0), 0),
    ),
    // Without a base: who could have answered then is not kept.
    months: months.map((month) => ({ month, figure: npsFigure(countScores(byMonth.get(month) ?? [])) })),
    byPlan: strataByPlan(answers, exposures, base, figureOf),
    byTenure: countByTenure(answers, base),
  }
}

const figureIn = (counted: Counted, rows: AnswerCount[], base: number): NpsFigure => {
  const counts = countScores(rows)
  return npsFigure(counts, knownBase(base, counts.promoters + counts.passives + counts.detractors, counted))
}

const weightedNps = (answers: AnswerCount[], base: PlanCount[], corrected: boolean) => {
  const answered = groupBy(answers, stratumKey)
  const sizes = groupBy(base, stratumKey)
  const keys = new Set([...answered.keys(), ...sizes.keys()])
  const weighted = postStratify(
    [...keys].map((key) => ({ base: sum(sizes.get(key) ?? []), counts: countScores(answered.get(key) ?? []) })),
    { corrected },
  )
  return weighted && weighted.effectiveAnswers >= fewestEffectiveAnswers ? weighted : null
}

const tenureRanges: Record<TenureBand, string | null> = {
  '0-89': '0..89',
  '90-179': '90..179',
  '180-364': '180..364',
  '365+': '365..',
  unknown: null,
}

const countByTenure = (answers: AnswerCount[], base: PlanCount[]): NpsTenure[] => {
  const bandOf = ({ tenureDays }: { tenureDays: number | null }) => tenureBand(tenureDays)
  const answered = groupBy(answers, bandOf)
  const sizes = groupBy(base, bandOf)
  return Object.entries(tenureRanges)
    .map(([band, tenure]) => ({
      tenure,
      base: sum(sizes.get(band) ?? []),
      answers: (answered.get(band) ?? []).reduce((total, row) => total + row.answers, 0),
    }))
    .filter((part) => part.base + part.answers > 0)
}

const strataByPlan = (
  answers: AnswerCount[],
  exposures: PlanCount[],
  base: PlanCount[],
  figureOf: (rows: AnswerCount[], size: number) => NpsFigure,
): NpsStratum[] => {
  const answered = groupBy(answers, planKey)
  const asked = groupBy(exposures, planKey)
  const sizes = groupBy(base, planKey)
  const keys = [...new Set([...sizes.keys(), ...answered.keys(), ...asked.keys()])]
  return keys
    .map((key) => {
      const size = sum(sizes.get(key) ?? [])
      const shown = sum(asked.get(key) ?? [])
      const figure = figureOf(answered.get(key) ?? [], size)
      return {
        plan: JSON.parse(key) as string | null,
        base: size,
        exposures: shown,
        responseRate: shown > 0 ? Math.min(1, figure.answers / shown) : null,
        figure,
      }
    })
    .sort((a, b) => b.base - a.base)
}
