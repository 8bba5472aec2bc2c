import type { Problem } from '@heed/contracts'

type Pairs = Iterable<readonly [string, string]>

/**
 * What the server said went wrong, or `unreachable` when no reply came, `bad_reply` when it could not be read.
 * Switch on `code`, never on text.
 */
export class ApiProblem extends Error {
  readonly code: string
  /** HTTP status; 0 when no reply came. */
  readonly status: number
  readonly fields: readonly { field: string; message: string }[]
  /** From Retry-After, in seconds. */
  readonly retryAfterSeconds: number | null

  constructor(
    problem: Pick<Problem, 'code' | 'status' | 'title'> & Partial<Problem>,
    retryAfterSeconds: number | null = null,
    cause?: unknown,
  ) {
    super(problem.detail ?? problem.title, { cause })
    this.name = 'ApiProblem'
    this.code = problem.code
    this.status = problem.status
    this.fields = problem.errors ?? []
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Reads a reply. @throws ApiProblem `unreachable`, `bad_reply` or whatever code the server gave */
export const get = <T>(path: string, pairs: Pairs = [], signal?: AbortSignal): Promise<T> => {
  const query = new URLSearchParams([...pairs].map(([name, value]) => [name, value])).toString()
  return call<T>(query ? `${path}?${query}` : path, { method: 'GET', ...(signal ? { signal } : {}) })
}

/**
 * Changes something.
 * @param onceKey sent as Idempotency-Key: the same key sent again, after a reply was lost, is the same change
 * @throws ApiProblem as `get`
 */
export const send = <T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: unknown = {},
  onceKey?: string,
): Promise<T> =>
  call<T>(path, {
    method,
    headers: { 'content-type': 'application/json', ...(onceKey ? { 'idempotency-key': onceKey } : {}) },
    body: JSON.stringify(body),
  })

/** Sends a file's bytes. @throws ApiProblem as `get` */
export const upload = <T>(path: string, file: Blob, type: string): Promise<T> =>
  call<T>(path, { method: 'POST', headers: { 'content-type': type }, body: file })

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const reply = await fetch(path, {
    ...init,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...init.headers },
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiProblem({ code: 'unreachable', status: 0, title: 'No reply' }, null, cause)
  })
  if (reply.status === 204) return undefined as T
  const body: unknown = await reply.json().catch(() => undefined)
  if (reply.ok && body !== undefined) return body as T
  throw isProblem(body)
    ? new ApiProblem(body, retryAfter(reply))
    : new ApiProblem({ code: 'bad_reply', status: reply.status, title: 'Unreadable reply' }, retryAfter(reply))
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' &&
  body !== null &&
  'code' in body &&
  typeof body.code === 'string' &&
  'status' in body &&
  typeof body.status === 'number' &&
  'title' in body &&
  typeof body.title === 'string'

function retryAfter(reply: Response): number | null {
  const header = reply.headers.get('retry-after')
  if (header === null) return null
  const seconds = Number(header)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null
}

/** Whether the session has ended. */
export const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'not_signed_in'

/** Whether the same request may succeed when sent again soon. */
export const mayRetry = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 0 || error.status === 429 || error.status >= 500)
