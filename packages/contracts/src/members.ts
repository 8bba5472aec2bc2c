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

export const PersonalName = z.string().trim().min(1, 'must not be empty').max(100)
export const Password = z.string().min(10, 'must have at least 10 characters').max(200)

/** A member as the others see them. */
export const MemberItem = Member.extend({
  createdAt: z.iso.datetime(),
  invited: z.boolean().describe('Has not chosen a password yet'),
  lastSeenAt: z.iso.datetime().nullable().describe('To the minute; null without a session'),
})
export type MemberItem = z.infer<typeof MemberItem>
export const MemberList = z.object({ items: z.array(MemberItem) })

export const NewMember = z.strictObject({ name: PersonalName, email: z.email().max(254), role: Role })
export type NewMember = z.infer<typeof NewMember>

/** A link that signs in once, behind `/sign-in#link=`. The reply alone holds its token. */
export const SignInLink = z.object({ linkToken: z.string(), expiresAt: z.iso.datetime() })
export type SignInLink = z.infer<typeof SignInLink>

export const Invitation = SignInLink.extend({ member: MemberItem })
export type Invitation = z.infer<typeof Invitation>

export const MemberPatch = z.strictObject({ role: Role })
export type MemberPatch = z.infer<typeof MemberPatch>

/** One's own. */
export const Profile = Member.extend({
  hasPassword: z.boolean(),
  sessions: z.int().describe('Browsers one is signed in with'),
})
export type Profile = z.infer<typeof Profile>

export const ProfilePatch = z.strictObject({ name: PersonalName })
export type ProfilePatch = z.infer<typeof ProfilePatch>

export const PasswordChange = z.strictObject({
  current: z.string().max(200).optional().describe('Left out by who has none yet'),
  password: Password,
})
export type PasswordChange = z.infer<typeof PasswordChange>

export const memberProblems = {
  wrong_credentials: [401, 'E-mail or password is wrong.'],
  sign_in_link_spent: [
    401,
    'This sign-in link was used or has expired. Sign in with your e-mail and password, or ask for a new link.',
  ],
  wrong_password: [403, 'The present password is wrong.'],
  member_not_found: [404, 'There is no such member in this workspace.'],
  email_taken: [409, 'Another member has this e-mail address.'],
  last_owner: [409, 'Somebody must own the workspace: make another member owner first.'],
} as const
