import { Webhook, WebhookVerificationError } from 'standardwebhooks'

/** The headers of a request, as Node.js, Express and Fastify have them, or as `fetch` has them. */
export type WebhookHeaders = Record<string, string | string[] | undefined> | { get: (name: string) => string | null }

/** What happened, as Standard Webhooks writes it. */
export type WebhookEvent = {
  /** Such as `ticket.opened`. */
  type: string
  /** When it happened, ISO 8601. */
  timestamp: string
  data: Record<string, unknown>
}

/** Why a webhook was not believed. Answer it 400; `secret_unreadable` is a fault of your own settings. */
export type WebhookFault =
  | 'header_missing'
  | 'timestamp_outside_tolerance'
  | 'signature_mismatch'
  | 'payload_unreadable'
  | 'secret_unreadable'

export class WebhookError extends Error {
  override readonly name = 'WebhookError'
  readonly code: WebhookFault

  constructor(code: WebhookFault, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}

/**
 * Checks that a webhook is Heed's, after https://www.standardwebhooks.com, and not older than 5 minutes.
 * @param payload the body exactly as it came: read again after JSON.parse, its signature no longer fits
 * @param secret `whsec_…`; while you change it, the old one and the new one
 * @returns the event, parsed
 * @throws WebhookError with a `code`
 */
export function verifyWebhook(
  payload: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string | readonly string[],
): WebhookEvent {
  if (typeof payload !== 'string' && !(payload instanceof Uint8Array)) {
    throw new WebhookError('payload_unreadable', 'The payload must be the raw body: text or bytes, before JSON.parse.')
  }
  const text = typeof payload === 'string' ? payload : Buffer.from(payload).toString()
  const signed = signedHeaders(headers)
  const keys = [secret].flat().map(keyOf)
  if (keys.length === 0) throw new WebhookError('secret_unreadable', 'There is no secret to check with.')

  const faults = keys.map((key) => faultOf(key, text, signed))
  if (faults.includes(undefined)) return parse(text)
  throw faults[0]
}

const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const
type SignedHeaders = Record<(typeof names)[number], string>

function signedHeaders(headers: WebhookHeaders): SignedHeaders {
  const entries = names.map((name) => {
    const value = headerOf(headers, name)
    if (!value) throw new WebhookError('header_missing', `The header ${name} is missing.`)
    return [name, value]
  })
  return Object.fromEntries(entries)
}

function headerOf(headers: WebhookHeaders, name: string): string | undefined {
  if (typeof headers.get === 'function') return headers.get(name) ?? undefined
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  return typeof value === 'string' ? value : undefined
}

const keyOf = (secret: string): Webhook => {
  try {
    return new Webhook(secret)
  } catch (cause) {
    throw new WebhookError('secret_unreadable', 'A secret must be whsec_ with base64 behind it.', cause)
  }
}

const faultOf = (key: Webhook, text: string, headers: SignedHeaders): WebhookError | undefined => {
  try {
    key.verify(text, headers, { jsonParse: false })
    return undefined
  } catch (cause) {
    if (!(cause instanceof WebhookVerificationError)) throw cause
    // The library tells its reasons apart by their text alone.
    return cause.message === 'No matching signature found'
      ? new WebhookError('signature_mismatch', 'No signature fits a secret: a wrong secret, or a changed body.', cause)
      : new WebhookError('timestamp_outside_tolerance', `The webhook-timestamp does not hold: ${cause.message}.`, cause)
  }
}

const parse = (text: string): WebhookEvent => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new WebhookError('payload_unreadable', 'The payload is signed, but is no JSON.', cause)
  }
}
