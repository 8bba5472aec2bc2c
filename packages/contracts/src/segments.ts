import { z } from 'zod'

/** One condition. Bounds are inclusive; a missing value (no plan, no spend) never meets a condition. */
export const SegmentCondition = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('plan'), anyOf: z.array(z.string().min(1).max(100)).min(1).max(50) }),
  z.strictObject({
    field: z.literal('spend'),
    atLeastMinor: z.int().min(0).max(1e13).optional(),
    atMostMinor: z.int().min(0).max(1e13).optional(),
  }),
  z.strictObject({
    field: z.literal('tenure'),
    atLeastDays: z.int().min(0).max(100_000).optional(),
    atMostDays: z.int().min(0).max(100_000).optional(),
  }),
  z.strictObject({
    field: z.literal('trait'),
    name: z.string().min(1).max(60),
    anyOf: z.array(z.string().max(500)).min(1).max(50).describe('Compared with the value written as text'),
  }),
])
export type SegmentCondition = z.infer<typeof SegmentCondition>

/** A filter over customers: every condition must hold. An empty list is everyone. */
export const Segment = z.strictObject({ all: z.array(SegmentCondition).max(20) })
export type Segment = z.infer<typeof Segment>

/** How many customers a segment holds now, and what share of the base that is. */
export const SegmentSize = z.object({
  people: z.int(),
  accounts: z.int(),
  spendMinor: z.int(),
  base: z.object({ people: z.int(), accounts: z.int(), spendMinor: z.int() }),
})
export type SegmentSize = z.infer<typeof SegmentSize>

const ValueCount = z.object({ value: z.string(), accounts: z.int() })

/** Values that occur among the accounts, most frequent first, for the filter's suggestions. */
export const SegmentValues = z.object({
  plans: z.array(ValueCount),
  traits: z.array(z.object({ name: z.string(), values: z.array(ValueCount) })),
})
export type SegmentValues = z.infer<typeof SegmentValues>
