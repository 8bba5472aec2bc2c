import { retryAfterMs } from './backoff.ts'
import type { Waiting } from './messages.ts'
import { bodyOf } from './take-batch.ts'

const longestRequestMs = 30_000

/** Heed's word of what is wrong, as RFC 9457 has it. */
export type Problem = { code?: string; status?: number; title?: string; detail?: string; errors?: Fields }
type Fields = { field: string; message: string }[]
/** What became of one message. */
export type Result = { stored: 'stored' | 'repeated' | 'refused'; problem?: Problem; warnings?: Fields }

/**
 * How one request ended: `failed` may be tried again, `refused` would be refused again. `broken`: Heed itself failed, which
 * may be for one message of the batch.
 */
export type Attempt =
  | { kind: 'answered'; results: Result[] }
  | { kind: 'refused'; why: string; problem: Problem | undefined }
  | { kind: 'failed'; why: string; afterMs: number; cause?: unknown; broken?: boolean }

export type Destination = { address: string; secretKey: string; fetch: typeof fetch; stopped: AbortSignal }

/** Whether what was answered with this status may be answered otherwise later. */
export const mayPass = (status: number): boolean => status >= 500 || status === 429 || status === 408

/** Sends a batch once. Never throws. */
export async function postBatch(to: Destination, batch: readonly Waiting[]): Promise<Attempt> {
  try {
    const reply = await to.fetch(to.address, {
      method: 'POST',
      headers: { authorization: `Bearer ${to.secretKey}`, 'content-type': 'application/json' },
      body: bodyOf(batch, new Date()),
      // A request that is led elsewhere would arrive there without its body.
      redirect: 'manual',
      signal: AbortSignal.any([to.stopped, AbortSignal.timeout(longestRequestMs)]),
    })
    return attemptOf(reply, parsed(await reply.text()), batch.length)
  } catch (cause) {
    return { kind: 'failed', why: 'there was no answer', afterMs: 0, cause }
  }
}

function attemptOf({ status, headers }: Response, body: unknown, sent: number): Attempt {
  if (mayPass(status)) {
    const afterMs = retryAfterMs(headers.get('retry-after'))
    return { kind: 'failed', why: `it answered ${status}`, afterMs, cause: body, broken: status === 500 }
  }
  if (status < 200 || status > 299) {
    const problem = isRecord(body) ? (body as Problem) : undefined
    return { kind: 'refused', why: reasonOf(problem, status), problem }
  }
  const results = isRecord(body) ? body.results : undefined
  // Another server may stand there, or a proxy that answers for Heed: nobody knows what was stored.
  if (!areResults(results) || results.length !== sent) {
    return { kind: 'failed', why: 'its answer is not one of Heed', afterMs: 0 }
  }
  return { kind: 'answered', results }
}

/** What a person reads of a problem. */
export const reasonOf = (problem: Problem | undefined, status?: number): string =>
  [problem?.title ?? `It answered ${problem?.status ?? status}.`, problem?.detail].filter(Boolean).join(' ')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const areResults = (value: unknown): value is Result[] =>
  Array.isArray(value) && value.every((each) => isRecord(each) && typeof each.stored === 'string')

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
