import type { Deps } from '../deps.ts'
import { sendDueMails } from './send-due-mails.ts'
import { openTransport } from './transport.ts'

const everyMs = 60_000

/**
 * Sends what is due now, after every minute, and whenever this process queued something. Nothing while mail is off.
 * @returns what ends it, once the mails that are on their way have been noted
 */
export function keepSending(deps: Deps, onError: (error: unknown) => void): () => Promise<void> {
  const { settings } = deps.mail
  if (!settings) return async () => {}
  const transport = openTransport(settings.smtpUrl)
  let timer: NodeJS.Timeout | undefined
  let left = false
  let running: Promise<void> | undefined
  let woken = false

  const look = () => {
    clearTimeout(timer)
    if (running) {
      woken = true // the run that is on may have looked already
      return
    }
    woken = false
    running = sendDueMails(deps, transport, () => left)
      .catch(onError)
      .then(() => {
        running = undefined
        if (left) return
        if (woken) return look()
        timer = setTimeout(look, everyMs)
        timer.unref()
      })
  }

  const leaveWakes = deps.mail.onWake(look)
  look()
  return async () => {
    left = true
    leaveWakes()
    clearTimeout(timer)
    await running
    transport.close()
  }
}
