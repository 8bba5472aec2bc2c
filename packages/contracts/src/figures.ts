import { z } from 'zod'

/** A share with its 95 % margin, all 0 … 1. */
export const ShareFigure = z.object({ share: z.number(), low: z.number(), high: z.number() })
export type ShareFigure = z.infer<typeof ShareFigure>

/** An estimate with its 95 % margin, in the unit of its measure; nulls where nobody answered. */
export const Figure = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  answers: z.int(),
})
export type Figure = z.infer<typeof Figure>

/**
 * What a survey's figure is: `nps` −100 … 100; `csat` and `reaction` the share of the two, or of the one, highest scores in
 * per cent; `ces` and `rating` the mean score; `choices` the share of the option chosen most in per cent; `text` none.
 */
export const Measure = z.enum(['nps', 'csat', 'ces', 'rating', 'reaction', 'choices', 'text'])
export type Measure = z.infer<typeof Measure>
