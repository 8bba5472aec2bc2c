import type { Link } from '../loader/link.ts'
import { markOf, readyClaim } from './claim.ts'
import { type Delivery, type Outbox, startOutbox } from './outbox.ts'
import { browserStore, type OutboxItem } from './outbox-store.ts'
import type { Carry } from './transport.ts'
import { createVisitor, type Visitor } from './visitor.ts'

/** The outbox in this browser: a download of its own, which `transport.ts` fetches with the first thing that is said. */
export type Deliver = Pick<Outbox, 'add' | 'stop'> & {
  /** Everything that is not on the server yet, oldest first. */
  waiting(): Promise<OutboxItem[]>
}

export type DeliverModule = { startDeliver(link: Link, carry: Carry): Deliver }

export function startDeliver(
  link: Link,
  carry: Carry,
  store = browserStore(link.config.key, link.memory.allowed),
): Deliver {
  const { memory, api } = link

  const settled = (item: OutboxItem, delivery: Delivery) => {
    const sender = createVisitor(memory, item.user)
    // A claim that was refused is not said again until it changes.
    if (item.said !== undefined) sender.keepSaid(item.said, item.token)
    if (delivery.state !== 'rejected') return
    rescue(item, sender)
    const problem = JSON.stringify(delivery.problem)
    if (item.said === undefined) return link.emit('error', { code: 'refused', message: problem })
    link.emit('error', { code: 'identify_refused', message: problem })
    // biome-ignore lint/suspicious/noConsole: most developers of host pages have no other sign of a misspelt trait
    console.warn('heed: identify was refused', delivery.problem)
  }

  const { add, stop } = startOutbox({
    store,
    api,
    fetch: (item, url, init) => carry(item, () => fetch(url, init)),
    alone: (work) => alone(`heed:${link.config.key}`, work),
    now: Date.now,
    online: () => navigator.onLine,
    random: Math.random,
    counted: (waiting) => memory.set('waiting', waiting || undefined),
    settled,
    brings: () => link.claim().token ?? link.claim().userHash,
  })
  /** A person claim as the server wants it, with its mark; nothing if there is nothing to say, or it was said. */
  const ready = (item: OutboxItem): OutboxItem[] => {
    if (item.said === undefined) return [item]
    const body = readyClaim(item.body)
    const said = body && markOf(body)
    return body && said && said !== createVisitor(memory, item.user).said() ? [{ ...item, body, said }] : []
  }

  return {
    add: (items, watch) => add(items.flatMap(ready), watch),
    stop,
    waiting: store.read,
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
  const [, kind, id, message] = /^(tickets|ideas)\/([^/]+)(\/messages)?/.exec(path) ?? []
  const name = kind === 'ideas' ? 'idea' : message ? `message:${id}` : 'ticket'
  const { title, body: words } = body
  if (!kind || !(title ?? words) || sender.draft(name)) return
  sender.keepDraft(name, title ? { title, body: words ?? '' } : message ? words : { text: words })
}
