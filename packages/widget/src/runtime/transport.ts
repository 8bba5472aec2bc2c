import type { Ask as Decision, NewAsk } from '@heed/contracts'
import type { HostClaim, Link, SurveyConfig } from '../loader/link.ts'
import { type Ask, createAsk } from './ask.ts'
import type { Deliver } from './deliver.ts'
import type { Sender } from './identity.ts'
import { isSigned } from './is-signed.ts'
import { keepRefusal } from './keep-refusal.ts'
import { newId } from './new-id.ts'
import type { Watch } from './outbox.ts'
import type { OutboxItem } from './outbox-store.ts'
import type { Downloads } from './scene.ts'
import type { Carrier } from './straight.ts'
import { createVisitor, type Visitor } from './visitor.ts'

const retryMs = 4000

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
  /** Tells the server what the host page says of the person, once a page, because it decides by what it knows. */
  introduce(): Promise<void>
  /**
   * Asks the server whether this person may be asked now; what it refuses is remembered. Without an answer nobody is.
   * @param exposureId of the prompt that would be shown
   */
  mayAsk(survey: SurveyConfig, exposureId: string): Promise<boolean>
  ask: Ask
  /** The same in another visitor's name. */
  askAs(visitor: () => Pick<Visitor, 'user' | 'token'>, carry: Carry): Ask
  stop(): void
}

const unanswered = { kind: 'unanswered' } as const

/** What was said and did not get to the outbox yet, in the browser's memory. */
const early = 'early'

/**
 * Everything between this browser and the server. What is said is kept at once. What prompts say then goes to the server
 * straight, for as long as everything gets through; the rest is the business of the outbox, which is fetched only then. A
 * page that goes in between leaves it to the next one.
 */
export function startTransport(link: Link, downloads: Downloads): Transport {
  const { memory } = link
  const visitor = () => createVisitor(memory, link.claim().userId ?? '')
  const carry: Carry = async (sender, send) => {
    const reply = isSigned(link.claim()) ? undefined : await send()
    return reply && reply.status !== 401 ? reply : (await downloads('identity')).carry(link, sender, send, reply)
  }
  const askAs: Transport['askAs'] = (who, carry) => createAsk(link.api, who, carry)
  const askNow = askAs(visitor, carry)
  /** Once the host page said `reset`, nothing is asked any more, and nothing kept of what comes. */
  const ask: Ask = async <T>(...asked: Parameters<Ask>) => {
    const answer = stopped ? unanswered : await askNow<T>(...asked)
    return stopped ? unanswered : answer
  }
  /** Who wants to know what becomes of things that the outbox does not have yet. */
  const watches = new Set<Watch | undefined>()
  const carriers: { outbox?: Promise<Carrier>; 'follow-up'?: Promise<Carrier> } = {}
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Until what did not come is fetched again; for good once the host page said `reset`. */
  let pause: Promise<void> | undefined
  let stopped = false
  /** The claim that the server knows. Nothing is said of somebody nameless. */
  let introduced = '[{},null]'

  const fetchCarrier = async (name: keyof typeof carriers): Promise<Carrier> => {
    try {
      const { startDeliver } = await downloads(name)
      const carrier = startDeliver({ ...link, askAs, hand, hasOutbox: () => carriers.outbox }, carry)
      if (stopped) carrier.stop()
      return carrier
    } catch {
      for (const watch of watches) {
        watch?.({ state: 'waiting', reason: navigator.onLine ? 'busy' : 'offline', isKept: memory.allowed() })
      }
      pause ??= new Promise((go) => {
        if (stopped) return
        timer = setTimeout(() => {
          pause = undefined
          go()
        }, retryMs)
      })
      await pause
      return fetchCarrier(name)
    }
  }

  const carrierOf = (name: keyof typeof carriers) => {
    carriers[name] ??= fetchCarrier(name)
    return carriers[name]
  }

  const hand = async (items: OutboxItem[], watch?: Watch, name: keyof typeof carriers = 'outbox') => {
    watches.add(watch)
    const { take } = await carrierOf(name)
    watches.delete(watch)
    await take(items, watch)
  }

  const earlyItems = () => (memory.get(early) ?? []) as OutboxItem[]

  const item = (path: string, body: Record<string, unknown>): OutboxItem => {
    const { user, token } = visitor()
    return { id: newId('msg'), path, body, token: token(), user, queuedAt: Date.now() }
  }

  // Set before anything can fail, so that the next page looks after what this one leaves behind.
  const count = (items: OutboxItem[]) => memory.set('waiting', Number(memory.get('waiting') ?? 0) + items.length)

  if (memory.get('waiting')) hand(earlyItems())

  /** Whether the server has heard all that the host page says of the person; of whoever is signed `identity.ts` tells it. */
  const isKnown = (claim: HostClaim) => isSigned(claim) ?? sayingOf(claim) === introduced

  /** Of a token that came since, because another tab signed out, the server knows nobody. */
  const sayingOf = (claim: HostClaim) => JSON.stringify([claim, claim.userId && visitor().token()])

  const introduce = async () => {
    const claim = link.claim()
    if (isKnown(claim)) return
    const said = sayingOf(claim)
    const answer = await ask('person', claim, { method: 'PUT' })
    if (answer.kind === 'unanswered') return
    introduced = said
    if (answer.kind === 'ok') return
    // The outbox tells the host page what is wrong with it.
    const refused = claimItems(claim)
    keep(refused)
    hand(refused)
  }

  /** The outbox looks whether the server knows it already. */
  const claimItems = (claim: HostClaim): OutboxItem[] => [{ ...item('person', claim), said: '' }]

  const keep = (items: OutboxItem[]) => {
    count(items)
    memory.set(early, [...earlyItems(), ...items])
  }

  return {
    visitor,
    ask,
    askAs,
    introduce,
    async mayAsk(survey, exposureId) {
      const who = visitor()
      if (link.config.signedOnly && !isSigned(link.claim())) return false
      await introduce()
      // What is meant for one person is not asked of the next.
      if (who.user !== visitor().user) return false
      const answer = await ask<Decision>('asks', {
        surveyId: survey.id,
        exposureId,
        userId: link.claim().userId,
      } satisfies Record<keyof NewAsk, unknown>)
      if (answer.kind !== 'ok') return false
      const { reason, until } = answer.value
      if (reason) keepRefusal(who, survey, reason, until ? Date.parse(until) : performance.timeOrigin)
      return answer.value.granted
    },
    async send(path, body, watch) {
      const said = item(path, body)
      const claim = link.claim()
      const known = isKnown(claim)
      const claims = known ? [] : claimItems(claim)
      keep([...claims, said])
      if (known !== true) hand(claims)
      // Once something went straight, what prompts say goes that way: the outbox gets it in its turn.
      const straight = (carriers['follow-up'] ?? !carriers.outbox) && /^(exposures|responses)/.test(path)
      hand([said], watch, straight ? 'follow-up' : 'outbox')
    },
    item,
    count,
    hand,
    deliver: () => carrierOf('outbox') as Promise<Deliver>,
    stop() {
      stopped = true
      clearTimeout(timer)
      for (const carrier of Object.values(carriers)) carrier.then(({ stop }) => stop())
    },
  }
}
