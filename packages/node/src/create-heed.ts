import { backoffMs } from './backoff.ts'
import { faultOf, type HeedFault, tell, warn } from './faults.ts'
import {
  type Group,
  type Identify,
  type Page,
  type SentMessage,
  type Track,
  toMessage,
  toSent,
  toWaiting,
  type Waiting,
} from './messages.ts'
import { postBatch } from './post-batch.ts'
import { settleBatch } from './settle-batch.ts'
import { limits, takeBatch } from './take-batch.ts'

/** Failures in a row after which the host is told; one or two are ordinary. */
const toldAfter = 3

export type HeedOptions = {
  /** Secret key of your workspace, `sk_…`. */
  secretKey: string
  /** Where your Heed stands, such as `https://heed.example.com`. */
  host: string
  /** So many messages are sent at once. */
  flushAt?: number | undefined
  /** No message waits longer than this for others, in milliseconds. */
  flushIntervalMs?: number | undefined
  /** So many messages may wait, as when Heed cannot be reached; further ones are told to `onError` and dropped. */
  maxQueue?: number | undefined
  /** Hears what did not go as it was said. Left out: a warning of the process. What it throws is passed over. */
  onError?: ((fault: HeedFault) => unknown) | undefined
  /** Another `fetch`, for a proxy or a test. */
  fetch?: typeof fetch | undefined
}

/** How long to wait at most, in milliseconds. */
export type TimeLimit = { timeoutMs?: number | undefined }

export type Heed = {
  /** Says who somebody is. Returns at once and never throws, as all four do. */
  identify: (message: Identify) => void
  /** Says which customer company somebody belongs to, and what is known of it. */
  group: (message: Group) => void
  /** Says what somebody did. */
  track: (message: Track) => void
  /** Says what somebody looked at. */
  page: (message: Page) => void
  /** Sends what waits, for 10 seconds unless told otherwise. @returns how many messages wait still */
  flush: (limit?: TimeLimit) => Promise<number>
  /** Sends what waits, for 10 seconds unless told otherwise, and takes no more. @returns the messages not known to be stored */
  close: (limit?: TimeLimit) => Promise<SentMessage[]>
}

/**
 * Speaks to your Heed with a secret key. Messages are collected, sent in order, and sent again until Heed has them: each
 * is stored once. Nothing of it keeps a process alive, so `await heed.close()` before yours ends.
 * @throws TypeError when the key or the host cannot be one
 */
export function createHeed({
  secretKey,
  host,
  flushAt = 20,
  flushIntervalMs = 10_000,
  maxQueue = 10_000,
  onError = warn,
  fetch = (...request) => globalThis.fetch(...request),
}: HeedOptions): Heed {
  const stop = new AbortController()
  const to = { address: addressOf(host), secretKey: checkedKey(secretKey), fetch, stopped: stop.signal }
  /** What Heed is not known to have, oldest first. What is being sent stays here until it is settled. */
  const waiting: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let closing: Promise<SentMessage[]> | undefined
  /** Ends a pause between two attempts. `asked`: Heed said how long it should be. */
  let pausing: { end: () => void; asked: boolean } | undefined

  const report = (fault: HeedFault) => tell(onError, fault)

  const say = (type: SentMessage['type'], said: Identify | Group | Track | Page) => {
    let message: Waiting
    try {
      message = toWaiting(toMessage(type, said))
    } catch (cause) {
      return report(faultOf('not_json', `${type}: it cannot be written as JSON, and was not sent.`, [], { cause }))
    }
    if (message.bytes > limits.messageBytes) {
      const why = `it is ${message.bytes} bytes long, Heed takes ${limits.messageBytes}. It was not sent.`
      return report(faultOf('too_large', why, [message]))
    }
    if (closing) return report(faultOf('closed', 'it came after close(), and was not sent.', [message]))
    if (waiting.length >= maxQueue) {
      return report(faultOf('queue_full', `${maxQueue} messages wait already. It was not sent.`, [message]))
    }
    waiting.push(message)
    // What runs takes all that waits.
    if (running) return
    if (waiting.length >= flushAt) start()
    else timer ??= setTimeout(start, flushIntervalMs).unref()
  }

  const start = () => {
    clearTimeout(timer)
    timer = undefined
    if (waiting.length > 0) running ??= run()
  }

  async function run() {
    let failures = 0
    /** So many of the first go one by one, to find the one on which Heed fails. */
    let suspects = 0
    while (waiting.length > 0 && !stop.signal.aborted) {
      const batch = takeBatch(waiting, suspects > 0 ? 1 : limits.messages)
      const attempt = await postBatch(to, batch)
      if (stop.signal.aborted) break
      const { again, afterMs, why, cause, faults } = settleBatch(batch, attempt)
      waiting.splice(0, batch.length, ...again)
      faults.forEach(report)
      failures = again.length > 0 ? failures + 1 : 0
      const broken = attempt.kind === 'failed' && attempt.broken && failures >= toldAfter
      suspects = broken ? Math.max(suspects, batch.length) : Math.max(0, suspects - batch.length + again.length)
      if (failures === toldAfter) {
        const text = `Heed at ${host} takes nothing: ${why}. ${waiting.length} messages wait, and are tried again.`
        report(faultOf('unreachable', text, [], { cause }))
      }
      if (failures > 0) await pause(Math.max(afterMs, backoffMs(failures)), afterMs > 0)
    }
    // Here and not after the promise: what is said in between would find something that runs, and nothing would.
    running = undefined
  }

  const pause = (ms: number, asked: boolean) =>
    new Promise<void>((resolve) => {
      const pauseTimer = setTimeout(resolve, ms).unref()
      const end = () => {
        clearTimeout(pauseTimer)
        resolve()
      }
      pausing = { end, asked }
    })

  const sendAll = async (limitMs: number) => {
    // Somebody waits, and there may be no later; but not sooner than Heed itself has asked for.
    if (!pausing?.asked) pausing?.end()
    start()
    // This timer does keep the process alive: somebody waits.
    let limit: NodeJS.Timeout | undefined
    const passed = new Promise<void>((resolve) => {
      limit = setTimeout(resolve, limitMs)
    })
    await Promise.race([running, passed])
    clearTimeout(limit)
  }

  const shut = async (limitMs: number) => {
    await sendAll(limitMs)
    stop.abort()
    pausing?.end()
    const left = waiting.splice(0)
    if (left.length > 0) report(faultOf('not_sent', `close() ended with ${left.length} messages not sent.`, left))
    return left.map(toSent)
  }

  return {
    identify: (message) => say('identify', message),
    group: (message) => say('group', message),
    track: (message) => say('track', message),
    page: (message) => say('page', message),
    flush: async ({ timeoutMs = 10_000 } = {}) => {
      await sendAll(timeoutMs)
      return waiting.length
    },
    close: ({ timeoutMs = 10_000 } = {}) => {
      closing ??= shut(timeoutMs)
      return closing
    },
  }
}

const addressOf = (host: string) => {
  if (!URL.canParse(host) || !/^https?:/.test(host)) {
    throw new TypeError('createHeed: host must be the address of your Heed, such as https://heed.example.com')
  }
  return `${host.replace(/\/+$/, '')}/v1/batch`
}

const checkedKey = (secretKey: string) => {
  if (typeof secretKey !== 'string' || !secretKey.startsWith('sk_')) {
    throw new TypeError('createHeed: secretKey must be a secret key of your workspace, which begins with sk_')
  }
  return secretKey
}
