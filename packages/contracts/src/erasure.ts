import { z } from 'zod'

/** What of a person goes with them, by the kind of thing it is. */
export const erasedKinds = [
  'responses',
  'exposures',
  'tickets',
  'attachments',
  'requests',
  'deflections',
  'ideas',
  'votes',
  'events',
  'mails',
  'visitors',
  'accounts',
] as const
export type ErasedKind = (typeof erasedKinds)[number]

/** What goes when a person is erased, and what stays; before it is done, or once it was. */
export const Erasure = z.object({
  erased: z
    .record(z.enum(erasedKinds), z.int())
    .describe(
      'How many of each. `ideas`: those that nobody else voted for and your team did not take up. `accounts`: kept for the person alone, who pays without a company',
    ),
  keptIdeas: z
    .int()
    .describe(
      'Ideas of theirs that others voted for, or that your team answered, merged or linked: they lose their author',
    ),
})
export type Erasure = z.infer<typeof Erasure>
