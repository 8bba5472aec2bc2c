import { type MailFrom, readMailFrom } from './mail-from.ts'

/** All that is needed to send. */
export type MailSettings = {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  smtpUrl: string
  from: MailFrom
  /** Where this server is reached: links in mails lead there. */
  publicUrl: string
}

/** Mail as the rest of the server knows it: whether there is any, and a way to wake whoever sends it. */
export type Mail = {
  /** Null: nothing is queued, and nothing sent. */
  settings: MailSettings | null
  /** Names of the settings without which it is off. */
  missing: string[]
  /** For after the commit of a write that queued something: it is sent now, not at the next look. */
  wake: () => void
  /** @returns what ends it */
  onWake: (listener: () => void) => () => void
}

type Given = { smtpUrl?: string | undefined; mailFrom?: string | undefined; publicUrl?: string | undefined }

/** Mail is on once a server to hand it to, a sender and an address for links are known. */
export const createMail = ({ smtpUrl, mailFrom, publicUrl }: Given = {}): Mail => {
  const listeners = new Set<() => void>()
  const from = mailFrom === undefined ? null : readMailFrom(mailFrom)
  const needed = { HEED_SMTP_URL: smtpUrl, HEED_MAIL_FROM: from, HEED_PUBLIC_URL: publicUrl }
  return {
    settings: smtpUrl && from && publicUrl ? { smtpUrl, from, publicUrl } : null,
    missing: Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name])),
    wake: () => {
      for (const listener of listeners) listener()
    },
    onWake: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
