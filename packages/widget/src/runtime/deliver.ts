import type { Link } from '../loader/link.ts'
import type { Memory } from '../loader/memory.ts'
import { alone } from './alone.ts'
import { markOf, readyClaim } from './claim.ts'
import { type Delivery, type Outbox, startOutbox, type Watch } from './outbox.ts'
import { browserStore, type OutboxItem } from './outbox-store.ts'
import type { Carry } from './transport.ts'
import { createVisitor, draftOf, keepDraft, keepSaid, type Visitor } from './visitor.ts'

/** The outbox in this browser: a download of its own, which `transport.ts` fetches with the first thing that is said. */
export type Deliver = Pick<Outbox, 'stop'> & {
  /** Takes over what was said; the last of it is watched. */
  take(items: OutboxItem[], watch?: Watch): Promise<void>
  /** Everything that is not on the server yet, oldest first. */
  waiting(): Promise<OutboxItem[]>
}

export type DeliverModule = { startDeliver(link: Link, carry: Carry): Deliver }

export function startDeliver(
  link: Link,
  carry: Carry,
  store = browserStore(link.config.key, link.memory.allowed),
): Deliver {
  const { memory, api, root } = link

  const settled = (item: OutboxItem, delivery: Delivery) => {
    const sender = createVisitor(memory, item.user)
    // A claim that was refused is not said again until it changes.
    if (item.said !== undefined) keepSaid(sender, item.said, item.token)
    if (delivery.state !== 'rejected') return
    rescue(item, sender)
    // A form that stands open looks for it with every input.
    for (const field of root.querySelectorAll('[part=field]')) field.dispatchEvent(new Event('input'))
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
    // What goes straight, or is on its way here, waits as well.
    counted: (waiting) => memory.set('waiting', waiting + earlyOf(memory).length || undefined),
    settled,
    brings: () => link.claim().token ?? link.claim().userHash,
  })
  /** A person claim as the server wants it, with its mark; nothing if there is nothing to say, or it was said. */
  const ready = (item: OutboxItem): OutboxItem[] => {
    if (item.said === undefined) return [item]
    const body = readyClaim(item.body)
    const said = body && markOf(body)
    return body && said && said !== createVisitor(memory, item.user).kept().said ? [{ ...item, body, said }] : []
  }

  /** What the page kept until now is safe with the outbox. */
  const take = async (items: OutboxItem[], watch?: Watch) => {
    await add(items.flatMap(ready), watch)
    const left = earlyOf(memory).filter(({ id }) => items.every((item) => item.id !== id))
    memory.set('early', left[0] && left)
  }

  return {
    take,
    stop,
    waiting: store.read,
  }
}

/** What was said and did not get to the outbox yet. */
const earlyOf = (memory: Memory) => (memory.get('early') ?? []) as OutboxItem[]

/**
 * Keeps a refused text for the form it came from, also when that form was closed or its page is gone. Beside its draft,
 * which the form may be writing at this moment.
 */
function rescue({ path, body }: OutboxItem, sender: Visitor): void {
  const [, kind, id, message] = /^(tickets|ideas)\/([^/]+)(\/messages)?/.exec(path) ?? []
  const { title, body: words } = body
  if (!kind || !(title ?? words)) return
  const name = `refused:${title ? 'idea' : message ? `message:${id}` : 'ticket'}`
  keepDraft(sender, name, [draftOf(sender, name), title, words].filter(Boolean).join('\n'))
}
