import { createHash } from 'node:crypto'
import type { SendMailOptions } from 'nodemailer'
import { inOneLine } from './in-one-line.ts'
import type { MailSettings } from './mail.ts'
import { renderMail } from './mail-html.tsx'
import { mailWordsFor } from './mail-words.ts'
import type { MailRow } from './mails.queries.ts'
import { stopToken } from './stop-token.ts'

/**
 * A whole mail as it goes to the server. Sent once more it has the same `Message-ID`, by which mailboxes know it again.
 * The envelope is ours: nothing is read out of a header.
 */
export function writeMail(mail: MailRow, workspaceName: string, { from, publicUrl }: MailSettings): SendMailOptions {
  const { words, lang } = mailWordsFor(mail.locale)
  const address = `${publicUrl}/mail/stop/${stopToken(mail)}`
  const { subject, body } = mail
  const workspace = inOneLine(workspaceName)
  const why = words.why.replace('{workspace}', () => workspace)
  return {
    envelope: { from: from.address, to: [mail.address] },
    from: { name: from.name ?? workspace, address: from.address },
    to: { name: '', address: mail.address },
    subject,
    messageId: messageIdOf(mail, from.address),
    date: mail.createdAt,
    text: `${body}\n\n--\n${why}\n${words.stop}: ${address}\n`,
    html: renderMail({ lang, subject, body, why, stop: { label: words.stop, address } }),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': lang.replace(/[^\w-]/g, ''),
      'List-Unsubscribe': { prepared: true, value: `<${address}>` },
      // One press without a page, which RFC 8058 allows over https alone.
      ...(address.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  }
}

/** Its id cannot be read from it, for the id is what the link that stops mail is made of. */
const messageIdOf = ({ workspaceId, id }: MailRow, fromAddress: string) => {
  const hash = createHash('sha256').update(`${workspaceId} ${id}`).digest('hex').slice(0, 32)
  return `<${hash}@${fromAddress.split('@')[1]}>`
}
