import { createTransport, type NodemailerError, type SendMailOptions } from 'nodemailer'
import { loopbackHosts } from '../config.ts'
import { inOneLine } from './in-one-line.ts'

/** Where mails are handed over. */
export type Transport = {
  /** @throws SendFailure */
  send(mail: SendMailOptions): Promise<void>
  /** Ends what is idle; what is being sent comes to its end. */
  close(): void
}

/** How many are sent side by side, each on a connection of its own. */
export const mostConnections = 5
/** Longer than this no attempt takes. Whoever claims a mail must hold it longer. */
export const longestAttemptMs = 120_000

/** Why a mail was not taken. */
export class SendFailure extends Error {
  /** `mail`: this one is refused for good. `now`: this one, for the moment. `server`: no mail gets through. */
  readonly of: 'mail' | 'now' | 'server'
  constructor(of: 'mail' | 'now' | 'server', message: string, cause: unknown) {
    super(message, { cause })
    this.of = of
  }
}

/** A mail server over SMTP. A password goes to another machine only under TLS, whatever that server offers. */
export const openTransport = (smtpUrl: string): Transport => {
  const { hostname, username } = new URL(smtpUrl)
  const transporter = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: mostConnections,
    maxRequeues: 0, // the outbox knows better when to try again
    idleTimeout: 5_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    requireTLS: username !== '' && !loopbackHosts.includes(hostname.replace(/^\[|\]$/g, '')),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (mail) => {
      await transporter
        .sendMail({ ...mail, signal: AbortSignal.timeout(longestAttemptMs) })
        .catch((error: NodemailerError) => {
          const of = blameOf(error)
          // Of a refusal what the server said is enough; else also at which step it did.
          const words = (of !== 'server' && error.response) || error.message
          throw new SendFailure(of, inOneLine(words).slice(0, 500), error)
        })
    },
    close: () => transporter.close(),
  }
}

/** Security or policy (RFC 3463, X.7.Z): relaying denied, SPF, DMARC. Most often it is the settings that offend. */
const policyRefusal = /^5\d\d[ -]5\.7\.\d/

/** A refusal of recipient or content is the mail's; of the sender or of whoever signs in, it is a fault of the settings. */
const blameOf = ({ responseCode = 0, command = '', response = '' }: NodemailerError): SendFailure['of'] => {
  if (responseCode === 421 || !['RCPT TO', 'DATA'].includes(command)) return 'server'
  if (policyRefusal.test(response)) return 'server'
  return responseCode >= 500 ? 'mail' : 'now'
}
