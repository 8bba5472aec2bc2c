import type { Deps } from '../deps.ts'
import { claimMail, type DueMail, listDueMails, markFailed, markSent } from './mails.queries.ts'
import { longestAttemptMs, mostConnections, SendFailure, type Transport } from './transport.ts'
import { writeMail } from './write-mail.ts'

const minuteMs = 60_000
/** With the waits below, this is three days. */
export const mostAttempts = 20
const longestWaitMs = 6 * 60 * minuteMs
/** Whoever dies while sending holds a mail no longer than this. */
const heldMs = longestAttemptMs + 3 * minuteMs

/** A minute, two, four, … up to six hours. */
const waitAfter = (attempts: number): number => Math.min(minuteMs * 2 ** (attempts - 1), longestWaitMs)

/**
 * Sends all that is due, of every workspace. Any number of processes may do it side by side: each mail is claimed by
 * one. A mail goes out at least once: if the process dies between the server's yes and the write that notes it, the
 * mail is sent again after five minutes, under the same `Message-ID`. Ends early when no mail gets through.
 */
export async function sendDueMails(
  deps: Pick<Deps, 'store' | 'now' | 'mail'>,
  transport: Transport,
  isLeft: () => boolean = () => false,
): Promise<void> {
  while (!isLeft()) {
    const due = await listDueMails(deps.store.read, deps.now(), mostConnections)
    const went = await Promise.allSettled(due.map((mail) => sendMail(deps, transport, mail)))
    for (const one of went) if (one.status === 'rejected') throw one.reason
    const isServerGone = went.some((one) => one.status === 'fulfilled' && one.value === 'server')
    if (due.length < mostConnections || isServerGone) return
  }
}

/** @returns who is to blame where it was not sent; undefined where it was, or where another process has it */
async function sendMail(
  { store, now, mail: { settings } }: Pick<Deps, 'store' | 'now' | 'mail'>,
  transport: Transport,
  due: DueMail,
): Promise<SendFailure['of'] | undefined> {
  if (!settings) return
  const mail = await store.write((tx) => claimMail(tx, due, new Date(now().getTime() + heldMs)))
  if (!mail) return
  try {
    await transport.send(writeMail(mail, due.workspaceName, settings))
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error
    const isLast = error.of === 'mail' || mail.attempts >= mostAttempts
    const dueAt = isLast ? null : new Date(now().getTime() + waitAfter(mail.attempts))
    await store.write((tx) => markFailed(tx, mail, error.message, dueAt))
    return error.of
  }
  await store.write((tx) => markSent(tx, mail, now()))
}
