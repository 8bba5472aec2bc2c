import { z } from 'zod'

/**
 * Of a person or an account. `bytes`: of all traits that are kept, as JSON, so that what is read
 * with every one of them stays small.
 */
export const traitLimits = { traits: 200, name: 100, text: 2_000, list: 100, bytes: 16 * 1024 } as const

const Scalar = z.union([z.string().max(traitLimits.text), z.number(), z.boolean()])
export const TraitValue = z.union([Scalar, z.array(Scalar).max(traitLimits.list)])
export type TraitValue = z.infer<typeof TraitValue>

const NamedTraits = z
  .record(
    z
      .string()
      .min(1)
      .max(traitLimits.name)
      // Both stores look a trait up by a quoted path.
      .regex(/^[^"\\\p{Cc}]+$/u, 'must not hold quotes, backslashes or control characters'),
    TraitValue,
  )
  .refine((traits) => !Object.hasOwn(traits, '__proto__'), 'must not name a trait __proto__')

/** Attributes of a person or an account beyond plan, tenure and spend. */
export const Traits = z.preprocess((value, { addIssue }) => {
  // Counted before any is looked at: tens of thousands that are wrong would each cost time and a line of the reply.
  if (typeof value === 'object' && value !== null && Object.keys(value).length > traitLimits.traits)
    addIssue(`at most ${traitLimits.traits} traits`)
  return value
}, NamedTraits)
export type Traits = z.infer<typeof Traits>

/** Traits as they are read: those of a person and of their account together may be more than one of them may have. */
export const KnownTraits = z.record(z.string(), TraitValue)

/** Who says so. `unverified`: the browser claimed it, and nobody signed the claim. */
export const Trust = z.enum(['verified', 'unverified'])
export type Trust = z.infer<typeof Trust>

/** Where a value came from. All but `browser` are verified. */
export const TraitSource = z.enum(['signed', 'server', 'member', 'browser'])
export type TraitSource = z.infer<typeof TraitSource>

export const Currency = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR')

/** Plan, tenure, spend and traits of a customer as of the moment something was said; kept on the row that says it. */
export const Snapshot = z.object({
  plan: z.string().nullable(),
  spendMinor: z.int().nullable().describe('Recurring revenue a month, in minor units of `currency`'),
  currency: Currency.nullable(),
  reportingSpendMinor: z
    .int()
    .nullable()
    .describe("The same in the workspace's reporting currency, at the rate of that day; null without a rate"),
  tenureDays: z.int().nullable().describe("Whole days since the account's, else the person's, createdAt"),
  traits: KnownTraits,
  trust: Trust.describe('Whether it is certain who spoke'),
  valuesTrust: Trust.describe('Whether plan, spend, tenure and traits are more than a claim of the browser'),
})
export type Snapshot = z.infer<typeof Snapshot>
