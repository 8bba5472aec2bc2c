/** Every kind of survey. Free of zod, because the widget reads it too. */
export const surveyKinds = [
  'nps',
  'csat',
  'ces',
  'rating',
  'reaction',
  'single_choice',
  'multiple_choice',
  /** Which of two ideas a person would rather have. */
  'comparison',
  'text',
] as const

/** Lowest and highest score of the kinds that have one. */
export const scoreRange = {
  nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7],
  rating: [1, 5],
  reaction: [1, 3],
} as const satisfies Partial<Record<(typeof surveyKinds)[number], readonly [number, number]>>

export type ScoredKind = keyof typeof scoreRange

/** Where a score stands on its scale, which decides the follow-up question. */
export type ScoreBand = 'low' | 'middle' | 'high'

/**
 * Band of a score: NPS 0–6, 7–8, 9–10 (detractor, passive, promoter); CSAT and rating 1–2, 3, 4–5; CES 1–3, 4, 5–7
 * (1 is the most effort); reaction 1, 2, 3.
 */
export function bandOf(kind: ScoredKind, score: number): ScoreBand {
  const [middle, high] = { nps: [7, 9], csat: [3, 4], ces: [4, 5], rating: [3, 4], reaction: [2, 3] }[kind] as [
    number,
    number,
  ]
  return score >= high ? 'high' : score >= middle ? 'middle' : 'low'
}
