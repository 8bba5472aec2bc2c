import { z } from 'zod'

/** What a workspace suggests before a ticket, and to whom. */
export const HelpSettings = z.strictObject({
  holdOutShare: z
    .number()
    .min(0)
    .max(0.5)
    .describe('Share of people to whom nothing is suggested, so that the others can be compared with them'),
  handlingMs: z.int().min(60_000).max(86_400_000).describe('What a ticket costs a member, for the hours saved'),
  falseShare: z
    .number()
    .min(0.01)
    .max(0.5)
    .describe('Share of the questions without an answer that may get a suggestion all the same'),
  suggestIdeas: z.boolean().describe('Whether ideas come beside articles'),
  suggestKnownIssues: z.boolean().describe('Whether known issues do'),
})
export type HelpSettings = z.infer<typeof HelpSettings>

/** Until a workspace says otherwise. */
export const standardHelp: HelpSettings = {
  holdOutShare: 0.1,
  handlingMs: 10 * 60_000,
  falseShare: 0.1,
  suggestIdeas: true,
  suggestKnownIssues: true,
}
