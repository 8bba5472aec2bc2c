import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A mail as it came in: to whom the envelope says, and the message with its headers. */
type Mail = { to: string[]; raw: string }

const hello = '250-sink\r\n250 8BITMIME\r\n'

/** Talks to one client: as much of SMTP (RFC 5321) as it takes to be handed mail. */
const talkWith = (socket: Socket, take: (mail: Mail) => void) => {
  let pending = ''
  let to: string[] = []
  let isMessage = false
  const answer = (line: string) => {
    if (/^(EHLO|HELO)/i.test(line)) return hello
    if (/^DATA/i.test(line)) {
      isMessage = true
      return '354 go on\r\n'
    }
    if (/^RCPT/i.test(line)) to.push(/<(.*)>/.exec(line)?.[1] ?? '')
    return /^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n'
  }
  socket.on('error', () => {})
  socket.write('220 sink\r\n')
  socket.on('data', (chunk) => {
    pending += chunk.toString()
    for (;;) {
      const end = isMessage ? '\r\n.\r\n' : '\r\n'
      const at = pending.indexOf(end)
      if (at < 0) return
      const said = pending.slice(0, at)
      pending = pending.slice(at + end.length)
      if (isMessage) {
        take({ to, raw: said })
        to = []
        isMessage = false
        socket.write('250 taken\r\n')
      } else socket.write(answer(said))
    }
  })
}

/** A mail server on this machine that keeps what it is handed. */
export const openMailSink = async () => {
  const mails: Mail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    talkWith(socket, (mail) => mails.push(mail))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    mails,
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
