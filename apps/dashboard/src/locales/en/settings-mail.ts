import { counted } from './plural.ts'

/** Mail to customers. */
export const settingsMail = {
  title: 'Mail',
  lead: 'When you say what became of an idea, its voters hear of it in the widget. With mail, those whose address your server vouched for get a message too, each in their language.',
  on: 'Mail is on',
  /** From an address; more may wait than is sent yet. */
  from: (address: string) => `It comes from ${address}.`,
  waiting: (count: number) =>
    count === 0 ? 'Nothing waits to be sent.' : `${counted(count, 'mail waits', 'mails wait')} to be sent.`,
  off: 'Mail is off',
  /** Before a list of settings of the server. */
  offBody: 'Voters hear of answers in the widget alone. Whoever runs the server switches mail on with these settings:',
  /** What each setting is; shown while it is missing. */
  missing: {
    HEED_SMTP_URL: 'the mail server, such as smtps://user:password@mail.example.com:465',
    HEED_MAIL_FROM: 'the sender, such as ideas@example.com',
    HEED_PUBLIC_URL: 'the address of this server, for the link that stops mail',
  } as Record<string, string>,
  failed: {
    title: 'Not delivered',
    lead: 'The newest mails that were given up, with what the mail server said.',
    none: 'Every mail so far was taken by the mail server, or is still tried.',
    adminsOnly: 'Mails that were given up are shown to owners and admins.',
    columns: { address: 'To', subject: 'Subject', failure: 'What the server said', written: 'Written' },
    /** After what the server said. */
    attempts: (count: number) => `after ${counted(count, 'attempt', 'attempts')}`,
  },
}
