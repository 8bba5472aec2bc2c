import type { Ask as Decision, NewAsk } from '@heed/contracts'
import type { Link, SurveyConfig } from '../loader/link.ts'
import { type Ask, createAsk } from './ask.ts'
import type { Deliver } from './deliver.ts'
import type { Sender } from './identity.ts'
import { isSigned } from './is-signed.ts'
import { keepRefusal } from './keep-refusal.ts'
import { newId } from './new-id.ts'
import type { Watch } from './outbox.ts'
import type { OutboxItem } from './outbox-store.ts'
import type { Downloads } from './scene.ts'
import { createVisitor, type Visitor } from './visitor.ts'

const retryMs = 5000

/** Sends something to the server in a visitor's name, and again if the server wanted to be told anew who that is. */
export type Carry = (sender: Sender, send: () => Promise<Response>) => Promise<Response>

export type Transport = {
  /** The visitor as whom everything is said now. */
  visitor(): Visitor
  /** Puts something on the server, sooner or later. Resolves once it is safely kept in the browser. */
  send(path: string, body: Record<string, unknown>, watch?: Watch): Promise<void>
  /** Something that is said by the visitor of now. */
  item(path: string, body: Record<string, unknown>): OutboxItem
  /** Sets that something waits. */
  count(items: OutboxItem[]): void
  /** Gives it to the outbox, once that is there. */
  hand(items: OutboxItem[], watch?: Watch): Promise<void>
  /** The outbox, fetched until it comes. */
  deliver(): Promise<Deliver>
  /**
   * Asks the server whether this person may be asked now; what it refuses is remembered. Without an answer nobody is.
   * @param exposureId of the prompt that would be shown
   */
  mayAsk(survey: SurveyConfig, exposureId: string): Promise<boolean>
  ask: Ask
  /** The same in another visitor's name. */
  askAs(visitor: () => Visitor, carry: Carry): Ask
  stop(): void
}

/** What was said and did not get to the outbox yet, in the browser's memory. */
const early = 'early'

/**
 * Everything between this browser and the server. What is said is kept at once; the outbox, which sends it, is fetched
 * only then, so that a prompt is on the screen before it. A page that goes in between leaves it to the next one.
 */
export function startTransport(link: Link, downloads: Downloads): Transport {
  const { memory } = link
  const visitor = () => createVisitor(memory, link.claim().userId ?? '')
  const carry: Carry = async (sender, send) => {
    const reply = isSigned(link.claim()) ? undefined : await send()
    return reply && reply.status !== 401 ? reply : (await downloads('identity')).carry(link, sender, send, reply)
  }
  const askAs: Transport['askAs'] = (who, carry) => createAsk(link.api, who, carry)
  const ask = askAs(visitor, carry)
  /** Who wants to know what becomes of things that the outbox does not have yet. */
  const watches = new Set<Watch | undefined>()
  let delivering: Promise<Deliver> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  /** Nothing is said of somebody nameless. */
  let introduced = '{}'

  const fetchOutbox = async (): Promise<Deliver> => {
    try {
      const deliver = (await downloads('outbox')).startDeliver(link, carry)
      if (stopped) deliver.stop()
      return deliver
    } catch {
      for (const watch of watches) watch?.({ state: 'waiting', reason: navigator.onLine ? 'busy' : 'offline' })
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
    watches.add(watch)
    const { take } = await deliver()
    watches.delete(watch)
    await take(items, watch)
  }

  const earlyItems = () => (memory.get(early) ?? []) as OutboxItem[]

  const item = (path: string, body: Record<string, unknown>): OutboxItem => {
    const { user, token } = visitor()
    return { id: newId('message'), path, body, token: token(), user, queuedAt: Date.now() }
  }

  // Set before anything can fail, so that the next page looks after what this one leaves behind.
  const count = (items: OutboxItem[]) => memory.set('waiting', Number(memory.get('waiting') ?? 0) + items.length)

  if (memory.get('waiting')) hand(earlyItems())

  /** Tells the server what the host page says of the person, once a page, because it decides by what it knows. */
  const introduce = async () => {
    const claim = link.claim()
    const now = JSON.stringify(claim)
    if (isSigned(claim) || now === introduced) return
    introduced = now
    await ask('person', claim, { method: 'PUT' })
  }

  return {
    visitor,
    ask,
    askAs,
    async mayAsk(survey, exposureId) {
      const claim = link.claim()
      if (link.config.signedOnly && !isSigned(claim)) return false
      await introduce()
      const asked: Record<keyof NewAsk, string | undefined> = { surveyId: survey.id, exposureId, userId: claim.userId }
      const answer = await ask<Decision>('asks', asked)
      if (answer.kind !== 'ok') return false
      const { reason, until } = answer.value
      if (reason) keepRefusal(visitor(), survey, reason, until ? Date.parse(until) : performance.timeOrigin)
      return answer.value.granted
    },
    async send(path, body, watch) {
      const items = [item(path, body)]
      const claim = link.claim()
      // The outbox looks whether the server knows it already.
      if (!isSigned(claim) && Object.keys(claim)[0]) items.unshift({ ...item('person', claim), said: '' })
      count(items)
      memory.set(early, [...earlyItems(), ...items])
      hand(items, watch)
    },
    item,
    count,
    hand,
    deliver,
    stop() {
      stopped = true
      clearTimeout(timer)
      delivering?.then(({ stop }) => stop())
    },
  }
}
