import { z } from 'zod'

/** What a mail is about. */
export const MailKind = z.enum(['idea_answer'])
export type MailKind = z.infer<typeof MailKind>

/** A mail that was given up. */
export const FailedMail = z.object({
  kind: MailKind,
  address: z.string(),
  subject: z.string(),
  attempts: z.int(),
  failure: z.string().describe('What the mail server said last'),
  createdAt: z.iso.datetime(),
})
export type FailedMail = z.infer<typeof FailedMail>

/** Whether this server sends mail to customers, and what became of it. */
export const MailState = z.object({
  on: z.boolean(),
  missing: z.array(z.string()).describe('Settings of the server without which mail is off'),
  from: z.string().nullable().describe('Address of the sender'),
  waiting: z.int().describe('Mails of this workspace that are not sent yet'),
  failed: z.array(FailedMail).nullable().describe('Newest first, at most 20; null for those below admin'),
})
export type MailState = z.infer<typeof MailState>
