import type { Problem, visitorHeader } from '@heed/contracts'
import { toJson } from '../loader/to-json.ts'
import type { OutboxItem, OutboxStore } from './outbox-store.ts'

/** `identity`: the server does not believe the visitor, until the host page signs them in. */
export type WaitingReason = 'offline' | 'busy' | 'identity'

/** What became of something that was sent, as its form wants to know it. */
export type Delivery =
  | { state: 'sending' }
  /** `isKept`: it outlasts the page. */
  | { state: 'waiting'; reason: WaitingReason; isKept: boolean }
  /** `reply` is missing when another tab sent it. */
  | { state: 'stored'; reply: unknown }
  | { state: 'rejected'; problem: Problem | undefined }

export type Watch = (delivery: Delivery) => void

export type Outbox = {
  /** Keeps the items, then sends them in order. Resolves once they are kept; `watch` follows the last of them. */
  add(items: OutboxItem[], watch?: Watch): Promise<void>
  /** Sends what waits now, not after its pause. */
  wake(): void
  stop(): void
}

export type OutboxOptions = {
  store: OutboxStore
  /** Address of the browser API, with a slash at the end. */
  api: string
  /** @returns the reply; a refusal of the visitor (401, `identity_…`) holds all that they said */
  fetch(item: OutboxItem, url: string, init: RequestInit): Promise<Response>
  /** Runs the work while no other tab sends. */
  alone(work: () => Promise<number>): Promise<number>
  now(): number
  /** Whether the browser believes that it has a network. */
  online(): boolean
  /** 0 … 1, spreads the pauses of many browsers. */
  random(): number
  /** How many things wait. */
  counted(waiting: number): void
  settled(item: OutboxItem, delivery: Delivery): void
  /** What the host page brings now to vouch for its user: something new may free what is held. */
  brings(): unknown
}

/** Something this page said and the server does not have yet. */
type Own = { item: OutboxItem; watch: Watch | undefined; kept: boolean }

const header: typeof visitorHeader = 'x-heed-visitor'
const monthMs = 30 * 86_400_000
const longestPauseMs = 60_000
const patienceMs = 30_000
const filePatienceMs = 300_000
/** The longest `Retry-After` that is heeded. */
const longestAskedMs = 3_600_000
const nothingLeft = -1
/** While somebody is held, so often it is looked whether the host page brings something new. */
const lookMs = 500

/** Browsers refuse `keepalive` above 64 KiB; a character takes at most four bytes. */
const keepaliveLength = 15_000

/** Statuses that say all there is to say without JSON: stored, or a proxy that refuses the size every time. */
const decided = [204, 413]

/** Statuses below 500 that a later try may cure. */
const passing = [408, 425, 429]

/**
 * Sends everything in the order it was said, one at a time, until the server has it: across offline, overload, reload
 * and other tabs. Ids are made by the client, so sending twice stores once.
 */
export function startOutbox(options: OutboxOptions): Outbox {
  const { store, api, now, random } = options
  const own = new Map<string, Own>()
  let inFlight: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  /** What the server asked for by `Retry-After`; no wake-up cuts it short. */
  let busyUntil = 0
  let running = false
  let again = false
  let stopped = false
  /** Visitors whom the server does not believe now: what they said waits, and what others said goes first. */
  const held = new Set<string>()
  let brought: unknown
  let watching: ReturnType<typeof setInterval> | undefined

  /** Nothing where the clock was set back since: nobody asks for more than that. */
  const restMs = () => (busyUntil - now() > longestAskedMs ? 0 : busyUntil - now())

  const tell = (delivery: Delivery) => {
    for (const { watch } of own.values()) watch?.(delivery)
  }

  const settle = async (item: OutboxItem, delivery: Delivery) => {
    const left = await store.change((items) => items.filter(({ id }) => id !== item.id))
    failures = 0
    options.counted(left.length)
    options.settled(item, delivery)
    own.get(item.id)?.watch?.(delivery)
    own.delete(item.id)
  }

  const pause = (reason: WaitingReason, atLeastMs: number) => {
    failures += 1
    tell({ state: 'waiting', reason, isKept: store.keeps() })
    const backoff = Math.min(longestPauseMs, 500 * 2 ** failures) * (0.5 + random() / 2)
    return Math.max(backoff, atLeastMs)
  }

  const hold = (token: string) => {
    held.add(token)
    brought = options.brings()
    watching ??= setInterval(() => options.brings() !== brought && wake(), lookMs)
    return 0
  }

  /** @returns milliseconds until the next try; 0 to go on at once */
  const sendFirst = async (): Promise<number> => {
    const kept = [...own.values()].filter((each) => each.kept)
    const items = await store.read()
    // What was kept and is no longer found was sent by another tab.
    for (const { item, watch } of kept) {
      if (items.some(({ id }) => id === item.id)) continue
      own.delete(item.id)
      watch?.({ state: 'stored', reply: undefined })
    }
    const item = items.find(({ token }) => !held.has(token))
    options.counted(items.length)
    if (!item) return items[0] ? pause('identity', 0) : nothingLeft
    if (restMs() > 0) return restMs()

    own.get(item.id)?.watch?.({ state: 'sending' })
    inFlight = item.id
    const reply = await put(item).catch(() => lost(item))
    inFlight = undefined
    if (!reply) return pause(options.online() ? 'busy' : 'offline', 0)
    const said: unknown = await reply.json().catch(() => undefined)
    // A page in place of JSON comes from something between here and the server: nothing was decided.
    const undecided = said === undefined && !decided.includes(reply.status)
    if (undecided || reply.status >= 500 || passing.includes(reply.status)) {
      const askedMs = retryAfterMs(reply, now())
      busyUntil = now() + askedMs
      return pause('busy', askedMs)
    }

    const problem = said as Problem
    if (reply.status === 401 && problem.code?.startsWith('identity_')) return hold(item.token)

    await settle(item, reply.ok ? { state: 'stored', reply: said } : { state: 'rejected', problem })
    return 0
  }

  const put = (item: OutboxItem) => {
    const { path, body, file, token, queuedAt, said } = item
    const ageMs = Math.min(monthMs, Math.max(0, now() - queuedAt))
    const sent = file ?? toJson(said === undefined ? { ...body, ageMs } : body)
    return options.fetch(item, api + path, {
      method: 'PUT',
      headers: { 'content-type': file?.type || 'application/json', [header]: token },
      body: sent,
      credentials: 'omit',
      keepalive: typeof sent === 'string' && sent.length < keepaliveLength,
      signal: AbortSignal.timeout?.(file ? filePatienceMs : patienceMs),
    })
  }

  /** A file that went or changed on the disk is refused, as if by a proxy: tried again, it would keep all others back. */
  const lost = ({ file }: OutboxItem) =>
    file
      ?.slice(0, 1)
      .arrayBuffer()
      .then(
        () => undefined,
        () => new Response(null, { status: 413 }),
      )

  const run = async () => {
    clearTimeout(timer)
    again = true
    if (running) return
    running = true
    let waitMs = 0
    while (!stopped && again) {
      again = false
      held.clear()
      clearInterval(watching)
      watching = undefined
      do waitMs = await options.alone(sendFirst).catch(() => pause('busy', 0))
      while (waitMs === 0 && !stopped)
    }
    running = false
    if (waitMs > 0 && !stopped) timer = setTimeout(run, waitMs)
  }

  const wake = () => void run()
  /** The page is going: what it said last leaves at once, without waiting for its turn. The same id stores it once. */
  const partWith = () => {
    if (restMs() > 0) return
    for (const { item } of own.values()) if (item.id !== inFlight && !item.file) put(item).catch(() => {})
  }
  addEventListener('online', wake)
  addEventListener('pagehide', partWith)
  wake()

  return {
    async add(items, watch) {
      for (const item of items)
        own.set(item.id, { item, watch: item === items.at(-1) ? watch : undefined, kept: false })
      const kept = await store.change((before) => [...before, ...items.filter((item) => !standsIn(before, item))])
      for (const { id } of items) {
        const each = own.get(id)
        if (each && kept.some((item) => item.id === id)) each.kept = true
        else own.delete(id)
      }
      options.counted(kept.length)
      wake()
    },
    wake,
    stop() {
      stopped = true
      clearTimeout(timer)
      clearInterval(watching)
      removeEventListener('online', wake)
      removeEventListener('pagehide', partWith)
      own.clear()
      store.close()
    },
  }
}

/**
 * Whether the same already stands in line: by its id, which another tab may have brought; or the same person claim, with
 * no other claim of that visitor after it.
 */
function standsIn(items: OutboxItem[], { id, said, token }: OutboxItem): boolean {
  if (items.some((item) => item.id === id)) return true
  const claims = items.filter((item) => item.said !== undefined && item.token === token)
  return said !== undefined && claims.at(-1)?.said === said
}

/** `Retry-After` in seconds or as a date (RFC 9110 § 10.2.3); 0 where it is missing or unreadable. */
function retryAfterMs(reply: Response, now: number): number {
  const value = reply.headers.get('retry-after')
  if (!value) return 0
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return ms > 0 ? Math.min(ms, longestAskedMs) : 0
}
