import type { visitorHeader } from '@heed/contracts'
import { newId } from '@heed/contracts/new-id'
import type { Link } from '../loader/link.ts'
import { markOf, readyClaim } from './claim.ts'
import { type Delivery, startOutbox, type Watch } from './outbox.ts'
import { browserStore, type OutboxItem, type OutboxStore } from './outbox-store.ts'
import { createVisitor, type Visitor } from './visitor.ts'

/** What a question to the server came to. */
export type Answer<T> = { kind: 'ok'; value: T } | { kind: 'offline' | 'rate_limited' | 'rejected' | 'bad_reply' }

export type Transport = {
  /** The visitor as whom everything is said now. */
  visitor(): Visitor
  /** Puts something on the server, sooner or later. Resolves once it is safely kept in the browser. */
  send(path: string, body: Record<string, unknown>, watch?: Watch): Promise<void>
  /** This visitor's things that are not on the server yet, oldest first. */
  waiting(): Promise<OutboxItem[]>
  /** Asks once; there is no second try. A `body` makes it a POST. */
  ask<T>(path: string, body?: Record<string, unknown>): Promise<Answer<T>>
  stop(): void
}

const header: typeof visitorHeader = 'x-heed-visitor'

/** Everything between this browser and the server. */
export function startTransport(link: Link, store: OutboxStore = browserStore(link.config.key)): Transport {
  const { memory, api } = link
  const visitor = () => createVisitor(memory, link.claim().userId ?? '')

  const settled = (item: OutboxItem, delivery: Delivery) => {
    const sender = createVisitor(memory, item.user)
    // A claim that was refused is not said again until it changes.
    if (item.said !== undefined) sender.keepSaid(item.said, item.token)
    if (delivery.state !== 'rejected') return
    rescue(item, sender)
    // biome-ignore lint/suspicious/noConsole: the developer of the host page has no other sign of a misspelt trait
    if (item.said !== undefined) console.warn('heed: identify was refused', delivery.problem)
  }

  const outbox = startOutbox({
    store,
    api,
    fetch: (...args) => fetch(...args),
    alone: (work) => alone(`heed:${link.config.key}`, work),
    now: Date.now,
    random: Math.random,
    counted: (waiting) => memory.set('waiting', waiting || undefined),
    settled,
  })

  const item = (path: string, body: Record<string, unknown>, said?: string): OutboxItem => {
    const { user, token } = visitor()
    const id = newId('message')
    return { id, path, body, token: token(), user, queuedAt: Date.now(), ...(said !== undefined && { said }) }
  }

  return {
    visitor,
    send(path, body, watch) {
      const claim = readyClaim(link.claim())
      const mark = claim && markOf(claim)
      const items = [item(path, body)]
      if (claim && mark !== undefined && mark !== visitor().said()) items.unshift(item('person', claim, mark))
      // Set before anything can fail, so that the next page looks after what this one leaves behind.
      memory.set('waiting', Number(memory.get('waiting') ?? 0) + items.length)
      return outbox.add(items, watch)
    },
    async waiting() {
      const token = visitor().token()
      return (await store.read()).filter((waiting) => waiting.token === token && waiting.said === undefined)
    },
    async ask<T>(path: string, body?: Record<string, unknown>): Promise<Answer<T>> {
      const headers: Record<string, string> = { [header]: visitor().token() }
      if (body) headers['content-type'] = 'application/json'
      const asked = body ? { method: 'POST', body: JSON.stringify(body) } : {}
      const reply = await fetch(api + path, { ...asked, headers, credentials: 'omit' }).catch(() => undefined)
      if (!reply) return { kind: 'offline' }
      if (reply.status === 429 || reply.status === 503) return { kind: 'rate_limited' }
      if (!reply.ok) return { kind: reply.status < 500 ? 'rejected' : 'bad_reply' }
      try {
        return { kind: 'ok', value: await reply.json() }
      } catch {
        return { kind: 'bad_reply' }
      }
    },
    stop: outbox.stop,
  }
}

/** Runs the work while no other tab runs work of that name; all the same where the browser has no locks or refuses them. */
async function alone(name: string, work: () => Promise<number>): Promise<number> {
  const { locks } = navigator as { locks?: LockManager | null }
  if (!locks) return work()
  try {
    return await locks.request(name, work)
  } catch {
    return work()
  }
}

/** Gives a refused text back to the form it came from, also when that form was closed or its page is gone. */
function rescue({ path, body }: OutboxItem, sender: Visitor): void {
  const [, ticketId, message] = /^tickets\/([^/]+)(\/messages)?/.exec(path) ?? []
  if (!ticketId || typeof body.body !== 'string') return
  const name = message ? `message:${ticketId}` : 'ticket'
  if (!sender.draft(name)) sender.keepDraft(name, message ? body.body : { text: body.body })
}
