import type { CutPart, Figure, FigureOfTime, SurveyCut, SurveyResult } from '@heed/contracts'

// For tests: results as a server would send them.

export const figureOf = (value: number, answers: number, margin = 9): Figure => ({
  value,
  low: value - margin,
  high: value + margin,
  answers,
})
export const nothing: Figure = { value: null, low: null, high: null, answers: 0 }

const week = (from: string, to: string, figure: Figure): FigureOfTime => ({ from, to, figure })

export const resultOf = (given: Partial<SurveyResult> = {}): SurveyResult => ({
  measure: 'nps',
  period: { from: '2026-03-02', to: '2026-05-30' },
  unit: 'people',
  raw: figureOf(31, 214),
  enough: true,
  stillNeeded: null,
  everyone: false,
  weighted: { ...figureOf(24, 214), effectiveAnswers: 180, coveredShare: 1, method: 'post-stratified' },
  weightedMissing: null,
  base: 500,
  smallestVisibleChange: 17.4,
  responseRate: { share: 0.2, low: 0.17, high: 0.23 },
  funnel: { eligible: null, asked: null, seen: 1070, answered: 214, dismissed: 610, later: 12 },
  distribution: Array.from({ length: 11 }, (_, score) => ({
    value: String(score),
    label: null,
    answers: score === 10 ? 100 : score,
    share: { share: 0.1, low: 0.05, high: 0.15 },
  })),
  step: 'week',
  overTime: [
    week('2026-03-02', '2026-03-08', nothing),
    week('2026-03-09', '2026-03-15', figureOf(20, 40)),
    week('2026-03-16', '2026-03-22', figureOf(90, 5, 40)),
    week('2026-03-23', '2026-03-29', figureOf(38, 60)),
  ],
  ...given,
})

export const partOf = (value: string | null, given: Partial<CutPart> = {}): CutPart => ({
  value,
  segment: value === null ? null : `plan:${value}`,
  base: 100,
  seen: 200,
  figure: figureOf(30, 60),
  enough: true,
  against: { change: 8, low: 2, high: 14, verdict: 'up' },
  ...given,
})

export const cutOf = (parts: CutPart[], by = 'plan'): SurveyCut => ({ by, measure: 'nps', parts, leftOut: 0 })
