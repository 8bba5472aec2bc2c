import { z } from 'zod'
import { MemberId, WorkspaceId } from './ids.ts'
import { Currency } from './traits.ts'

export const Role = z.enum(['owner', 'admin', 'agent', 'viewer'])
export type Role = z.infer<typeof Role>

export const Member = z.object({ id: MemberId, name: z.string(), email: z.string(), role: Role })
export type Member = z.infer<typeof Member>

export const Workspace = z.object({
  id: WorkspaceId,
  name: z.string(),
  currency: Currency.describe('Reporting currency'),
  accent: z.string().describe('Of the widget, as #rrggbb'),
  sample: z.boolean().describe('Made by the sample generator; its keys and password are public'),
  firstResponseTargetMs: z.int(),
})
export type Workspace = z.infer<typeof Workspace>

/** Who is signed in, and where. */
export const Session = z.object({ member: Member, workspace: Workspace })
export type Session = z.infer<typeof Session>

export const SignIn = z.union([
  z.strictObject({ email: z.string().max(254), password: z.string().min(1).max(200) }),
  z.strictObject({ linkToken: z.string().min(20).max(100) }),
])
export type SignIn = z.infer<typeof SignIn>

export const memberProblems = {
  wrong_credentials: [401, 'E-mail or password is wrong.'],
  sign_in_link_spent: [
    401,
    'This sign-in link was used or has expired. Sign in with your e-mail and password, or ask for a new link.',
  ],
} as const
