import { z } from 'zod'

export const TraitValue = z.union([z.string().max(500), z.number(), z.boolean()])

/** Attributes of a person or an account beyond plan, tenure and spend. */
export const Traits = z
  .record(
    z
      .string()
      .min(1)
      .max(60)
      .regex(/^[A-Za-z][\w .-]*$/, 'must begin with a letter and hold letters, digits, space, . _ -'),
    TraitValue,
  )
  .refine((traits) => Object.keys(traits).length <= 50, 'at most 50 traits')
export type Traits = z.infer<typeof Traits>

/** Who says so. `unverified`: the browser claimed it, and nobody signed the claim. */
export const Trust = z.enum(['verified', 'unverified'])
export type Trust = z.infer<typeof Trust>

export const Currency = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR')

/** Plan, tenure, spend and traits of a customer as of the moment something was said; kept on the row that says it. */
export const Snapshot = z.object({
  plan: z.string().nullable(),
  spendMinor: z.int().nullable().describe('Recurring revenue a month, in minor units of `currency`'),
  currency: Currency.nullable(),
  tenureDays: z.int().nullable().describe("Whole days since the account's, else the person's, createdAt"),
  traits: Traits,
  trust: Trust,
})
export type Snapshot = z.infer<typeof Snapshot>
