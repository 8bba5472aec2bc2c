import type { Eligibility } from '@heed/contracts'
import type { Link } from '../loader/link.ts'
import { type Ask, createAsk } from './ask.ts'
import type { Deliver, DeliverModule } from './deliver.ts'
import type { IdentityModule, Sender } from './identity.ts'
import { isSigned } from './is-signed.ts'
import { newId } from './new-id.ts'
import type { Watch } from './outbox.ts'
import type { OutboxItem } from './outbox-store.ts'
import { createVisitor, type Visitor } from './visitor.ts'

const weekMs = 7 * 86_400_000
const retryMs = 5000

/** Sends something to the server in a visitor's name, and again if the server wanted to be told anew who that is. */
export type Carry = (sender: Sender, send: () => Promise<Response>) => Promise<Response>

export type Transport = {
  /** The visitor as whom everything is said now. */
  visitor(): Visitor
  /** Puts something on the server, sooner or later. Resolves once it is safely kept in the browser. */
  send(path: string, body: Record<string, unknown>, watch?: Watch): Promise<void>
  /** The same for a file, which leaves after what was said before it. */
  sendFile(path: string, file: Blob, watch?: Watch): Promise<void>
  /** This visitor's things that are not on the server yet, oldest first. */
  waiting(): Promise<OutboxItem[]>
  /** Whether the server lets this person be asked now. Someone nameless is known by this browser alone. */
  mayAsk(surveyId: string): Promise<boolean>
  ask: Ask
  stop(): void
}

/** What was said and did not get to the outbox yet, in the browser's memory. */
const early = 'early'

/**
 * Everything between this browser and the server. What is said is kept at once; the outbox, which sends it, is fetched
 * only then, so that a prompt is on the screen before it. A page that goes in between leaves it to the next one.
 */
export function startTransport(
  link: Link,
  outbox: () => Promise<DeliverModule>,
  identity: () => Promise<IdentityModule>,
): Transport {
  const { memory } = link
  const visitor = () => createVisitor(memory, link.claim().userId ?? '')
  const carry: Carry = async (sender, send) => {
    const reply = isSigned(link.claim()) ? undefined : await send()
    return reply && reply.status !== 401 ? reply : (await identity()).carry(link, sender, send, reply)
  }
  const ask = createAsk(link.api, visitor, carry)
  /** What this page said, until the outbox has it. */
  const said = new Map<string, Watch | undefined>()
  let delivering: Promise<Deliver> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let missed = () => {}
  /** The outbox did not come at once. */
  const withoutOutbox = new Promise<void>((resolve) => {
    missed = resolve
  })

  const earlyItems = () => (memory.get(early) ?? []) as OutboxItem[]
  const forget = (items: OutboxItem[]) => {
    const left = earlyItems().filter(({ id }) => items.every((item) => item.id !== id))
    memory.set(early, left[0] && left)
  }

  /** The outbox, fetched until it comes. */
  const fetchOutbox = async (): Promise<Deliver> => {
    try {
      const deliver = (await outbox()).startDeliver(link, carry)
      if (stopped) deliver.stop()
      return deliver
    } catch {
      missed()
      for (const watch of said.values()) watch?.({ state: 'waiting', reason: navigator.onLine ? 'busy' : 'offline' })
      await new Promise((go) => {
        timer = setTimeout(go, retryMs)
      })
      return fetchOutbox()
    }
  }

  const deliver = () => {
    delivering ??= fetchOutbox()
    return delivering
  }

  const hand = async (items: OutboxItem[], watch?: Watch) => {
    for (const { id } of items) said.set(id, watch)
    const { add } = await deliver()
    await add(items, watch)
    for (const { id } of items) said.delete(id)
    forget(items)
  }

  const item = (path: string, body: Record<string, unknown>): OutboxItem => {
    const { user, token } = visitor()
    return { id: newId('message'), path, body, token: token(), user, queuedAt: Date.now() }
  }

  // Set before anything can fail, so that the next page looks after what this one leaves behind.
  const count = (items: OutboxItem[]) => memory.set('waiting', Number(memory.get('waiting') ?? 0) + items.length)

  if (memory.get('waiting')) hand(earlyItems())

  return {
    visitor,
    ask,
    async mayAsk(surveyId) {
      const { userId } = link.claim()
      if (userId === undefined) return !link.config.signedOnly
      const answer = await ask<Eligibility>('eligibility', { surveyId, userId })
      if (answer.kind !== 'ok') return false
      // By a clock that is behind, that time may be a year ahead. The server is asked again after a week at the latest.
      const { until } = answer.value
      if (until) visitor().keepRest(surveyId, Math.min(Date.parse(until), Date.now() + weekMs))
      return answer.value.eligible
    },
    async send(path, body, watch) {
      if (path.startsWith('tickets/')) visitor().keepTickets()
      const items = [item(path, body)]
      const claim = link.claim()
      // The outbox looks whether the server knows it already.
      if (!isSigned(claim) && Object.keys(claim)[0]) items.unshift({ ...item('person', claim), said: '' })
      count(items)
      memory.set(early, [...earlyItems(), ...items])
      hand(items, watch)
    },
    sendFile(path, file, watch) {
      const items = [{ ...item(path, {}), file }]
      count(items)
      return hand(items, watch)
    },
    async waiting() {
      const token = visitor().token()
      const came = await Promise.race([deliver(), withoutOutbox])
      const items = came ? await came.waiting() : earlyItems()
      return items.filter((waits) => waits.token === token && waits.said === undefined)
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      delivering?.then(({ stop }) => stop())
    },
  }
}
