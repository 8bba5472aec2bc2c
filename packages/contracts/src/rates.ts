import { z } from 'zod'
import { Currency } from './traits.ts'

/** Years that both stores can take. */
const Day = z.iso
  .date({ abort: true })
  .refine((day) => day >= '1900' && day < '2200', 'must lie between the years 1900 and 2200')

/** What one unit of a currency is worth in the workspace's reporting currency, from a day on (UTC) until the next one. */
export const Rate = z.strictObject({
  currency: Currency,
  day: Day.describe('May lie ahead: what is said from that day on is counted by it'),
  rate: z.number().positive().max(1e9),
})
export type Rate = z.infer<typeof Rate>

export const RateKey = Rate.pick({ currency: true, day: true })
export type RateKey = z.infer<typeof RateKey>

/** All rates by currency, newest first, and whose spend is not counted for want of one. */
export const RateTable = z.object({
  reporting: Currency,
  rates: z.array(Rate),
  missing: z
    .array(z.object({ currency: Currency, accounts: z.int() }))
    .describe('Currencies of spend that have no rate yet, with how many accounts pay in them; at most 200'),
})
export type RateTable = z.infer<typeof RateTable>

export const rateProblems = {
  rate_of_reporting: [400, 'The reporting currency is worth one of itself; it takes no rate.'],
  rate_not_found: [404, 'There is no rate of this currency and day.'],
} as const
