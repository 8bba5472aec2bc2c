import { z } from 'zod'
import { KeyId, WorkspaceId } from './ids.ts'
import { Password, PersonalName } from './members.ts'
import { originOf } from './origin-of.ts'
import { Currency } from './traits.ts'

const WorkspaceName = z.string().trim().min(1, 'must not be empty').max(100)
const Accent = z.string().regex(/^#[0-9a-f]{6}$/i, 'must be a colour such as #2f5d8a')
const Locale = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[a-z\d]{2,8})*$/i, 'must be a language tag such as en or pt-BR')

/** An origin as a browser sends it; `*` may stand for the port. */
export const Origin = z
  .string()
  .max(300)
  .refine((text) => originOf(text) === text, 'must be an origin such as https://app.example.com')
const Origins = z.array(Origin).max(50)

/** Whether somebody who is not signed in may make a workspace here. */
export const SignUpState = z.object({
  open: z.boolean(),
  first: z.boolean().describe('There is no workspace yet, not even the sample'),
})
export type SignUpState = z.infer<typeof SignUpState>

/** A workspace of one's own, and its owner. */
export const SignUp = z.strictObject({
  workspaceName: WorkspaceName,
  name: PersonalName.describe("The owner's"),
  email: z.email().max(254),
  password: Password,
  currency: Currency.describe('Reporting currency'),
  defaultLocale: Locale.describe('Of the widget, where the host page names none'),
})
export type SignUp = z.infer<typeof SignUp>

export const WorkspaceSettings = z.object({
  id: WorkspaceId,
  name: z.string(),
  accent: z.string(),
  defaultLocale: z.string(),
  currency: Currency,
  currencyFixed: z.boolean().describe('An account or a rate is stored, so the reporting currency stays'),
  privacySignal: z.enum(['honour', 'ignore']).describe("What a browser's Do-Not-Track or Global Privacy Control does"),
})
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>

export const WorkspacePatch = z.strictObject({
  name: WorkspaceName.optional(),
  accent: Accent.optional(),
  defaultLocale: Locale.optional(),
  currency: Currency.optional(),
  privacySignal: z.enum(['honour', 'ignore']).optional(),
})
export type WorkspacePatch = z.infer<typeof WorkspacePatch>

/** A key in use. */
export const Key = z.object({
  id: KeyId,
  kind: z.enum(['publishable', 'secret']),
  hint: z.string().describe('A publishable key whole; of a secret one the first characters'),
  origins: z.array(z.string()).describe('Of a publishable key: pages that may use it, beside those of this server'),
  createdAt: z.iso.datetime(),
})
export type Key = z.infer<typeof Key>
export const KeyList = z.object({ items: z.array(Key) })

export const NewKey = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('publishable'), origins: Origins }),
  z.strictObject({ kind: z.literal('secret') }),
])
export type NewKey = z.infer<typeof NewKey>

/** The key itself is told once. */
export const CreatedKey = Key.extend({ key: z.string() })
export type CreatedKey = z.infer<typeof CreatedKey>

export const KeyPatch = z.strictObject({ origins: Origins })
export type KeyPatch = z.infer<typeof KeyPatch>

/** How far a new workspace has come. */
export const GetStarted = z.object({
  visited: z.boolean().describe('The widget told of somebody who is not of the demo app'),
  surveyLaunched: z.boolean(),
  answered: z.boolean(),
  articlePublished: z.boolean(),
  members: z.int(),
  claimsCounted: z.boolean().describe('Segments look at what only a browser claims'),
})
export type GetStarted = z.infer<typeof GetStarted>

export const workspaceProblems = {
  sign_up_closed: [403, 'Nobody can make a workspace on this server. Ask for an invitation to one that is there.'],
  key_not_found: [404, 'There is no such key in use in this workspace.'],
  currency_fixed: [409, 'Accounts or rates are stored in this workspace, so its reporting currency stays.'],
} as const
