import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** One mail as the server took it: to whom the envelope says, and what another library reads in it. */
type Received = { to: string[]; from: string; raw: string; mail: Email }

type Refusal = { at: 'from' | 'to' | 'data'; code: number; text: string }

const refuse = ({ code, text }: Refusal) => Object.assign(new Error(text), { responseCode: code })

/** A real mail server on a port of its own, without TLS. `refusal` says what it takes offence at, from then on. */
export const openMailbox = async () => {
  const received: Received[] = []
  const box = { refusal: undefined as Refusal | undefined, signedIn: [] as string[] }
  const refusesAt = (at: Refusal['at']) => (box.refusal?.at === at ? refuse(box.refusal) : null)
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username }, _session, done) => {
      box.signedIn.push(username ?? '')
      done(null, { user: username })
    },
    onMailFrom: (_address, _session, done) => done(refusesAt('from')),
    onRcptTo: (_address, _session, done) => done(refusesAt('to')),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const refusal = refusesAt('data')
        if (refusal) return done(refusal)
        const { mailFrom, rcptTo } = session.envelope
        const raw = Buffer.concat(chunks).toString()
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw,
          mail: await PostalMime.parse(raw),
        })
        done()
      })
    },
  })
  server.on('error', () => {}) // a client that hangs up is what some tests are about
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return Object.assign(box, {
    received,
    url: `smtp://127.0.0.1:${port}`,
    port,
    close: () => new Promise<void>((closed) => server.close(closed)),
  })
}
