import type { IdentityState, Problem, SignedVisitor, visitorHeader, WidgetError } from '@heed/contracts'
import type { HostClaim, Link } from '../loader/link.ts'
import { markOf, readyClaim } from './claim.ts'
import { isSigned } from './is-signed.ts'
import { forgetVisitor, keepSignature, signatureOf } from './signature.ts'

/** Whose turn it is: the host's user id, and the visitor token under which the server shall believe it. */
export type Sender = { user: string; token: string }

export type IdentityModule = { carry: typeof carry }

/** Why the server does not believe a visitor now: a later try may help, or only another token does. */
type Hindrance = 'unreachable' | 'refused'
type Fault = Exclude<IdentityState, 'anonymous' | 'claimed' | 'pending' | 'signed'>

const header: typeof visitorHeader = 'x-heed-visitor'
/** A token is renewed so long before it ends. */
const leadMs = 60_000
const patienceMs = 30_000

const errorCodes: Record<Fault, WidgetError['code']> = {
  refused: 'identity_refused',
  expired: 'identity_expired',
  required: 'identity_required',
  token_unavailable: 'token_unavailable',
}

/** What is on its way, by visitor token: many questions at once fetch one token. */
const vouching = new Map<string, Promise<Hindrance | undefined>>()
/** What was told to the developer already, by visitor token: once is enough. */
const told = new Map<string, string>()

/**
 * Sends something in a visitor's name: once the server believes who that is, as far as the host page signs, and again if
 * the server wanted another token. The one place where a token or hash of the host page leaves the browser.
 * @param refusal what the server answered already, where it was sent without
 * @returns the reply; a refusal (401, `identity_…`) also where nothing was sent, because it would be refused
 * @throws when the server, or what fetches tokens, cannot be reached
 */
export async function carry(
  link: Link,
  sender: Sender,
  send: () => Promise<Response>,
  refusal?: Response,
): Promise<Response> {
  const hindrance = refusal ? undefined : await vouch(link, sender)
  if (hindrance === 'unreachable') throw new Error('nobody vouches for the visitor now')
  if (hindrance) return new Response('{"code":"identity_refused"}', { status: 401 })
  const reply = refusal ?? (await send())
  if (reply.status !== 401) return reply
  const code = await codeOf(reply.clone())
  if (!code.startsWith('identity_') || (await vouch(link, sender, code))) return reply
  return send()
}

const codeOf = async (reply: Response): Promise<string> => {
  const said: unknown = await reply.json().catch(() => undefined)
  return `${(said as Problem | undefined)?.code}`
}

/**
 * Sees to it that the server believes this visitor: sends the token, or fetches another, when there is need to.
 * @param code of the problem with which the server refused something of this visitor
 * @returns what hinders; nothing when the visitor may speak
 */
async function vouch(link: Link, sender: Sender, code?: string): Promise<Hindrance | undefined> {
  const claim = link.claim()
  const { untilMs = 0, mark, fault } = signatureOf(link.memory, sender)
  const isHere = sender.user !== '' && claim.userId === sender.user
  if (!isSigned(claim) || !isHere) {
    if (!code) return fault ? 'refused' : undefined
    const hindrance = refuse(link, sender, code === 'identity_expired' ? 'expired' : 'required', mark, code)
    // The host page names the user and signs no more: what follows is said by a new visitor, as a claim.
    if (isHere && code === 'identity_expired') forgetVisitor(link.memory, sender)
    return hindrance
  }
  const brought = typeof claim.token === 'function' ? '' : markOf(readyClaim(claim) ?? {})
  if (mark === brought && !code && untilMs > Date.now() + leadMs) return undefined
  // What was refused once is refused again; what fetches tokens may bring another.
  if (mark === brought && brought && fault) return 'refused'
  const running = vouching.get(sender.token) ?? bind(link, sender, claim, brought)
  vouching.set(sender.token, running)
  return running.finally(() => vouching.delete(sender.token))
}

async function bind(link: Link, sender: Sender, claim: HostClaim, mark: string): Promise<Hindrance | undefined> {
  let body: Record<string, unknown> | undefined
  try {
    body = claim.token ? { token: await fetchToken(claim.token) } : readyClaim(claim)
  } catch (fault) {
    return refuse(link, sender, 'token_unavailable', undefined, `${fault}`)
  }
  const reply = await fetch(`${link.api}person`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', [header]: sender.token },
    body: JSON.stringify(body),
    credentials: 'omit',
    signal: AbortSignal.timeout?.(patienceMs),
  }).catch(() => undefined)
  const said: unknown = await reply?.json().catch(() => undefined)
  if (!reply || said === undefined || reply.status >= 500 || reply.status === 429) return 'unreachable'
  if (!reply.ok) {
    const expired = (said as Problem).code === 'identity_expired'
    return refuse(link, sender, expired ? 'expired' : 'refused', mark, JSON.stringify(said))
  }
  const { signedForMs, warnings } = said as SignedVisitor
  told.delete(sender.token)
  keepSignature(link.memory, sender, { untilMs: Date.now() + signedForMs, mark })
  if (warnings[0]) {
    // biome-ignore lint/suspicious/noConsole: most developers of host pages have no other sign of a misspelt trait
    console.warn('heed: parts of the token cannot be read', warnings)
  }
  return undefined
}

/** @throws when the host page has none to give, or takes too long */
async function fetchToken(source: NonNullable<HostClaim['token']>): Promise<string> {
  if (typeof source === 'string') return source
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(fail, patienceMs, new Error('no token within 30 seconds'))
  })
  try {
    const token = await Promise.race([source(), late])
    if (typeof token === 'string' && token) return token
    throw new Error('no token came')
  } finally {
    clearTimeout(timer)
  }
}

/** Remembers why the server does not believe this visitor, and tells the developer once. */
function refuse(link: Link, sender: Sender, fault: Fault, mark: string | undefined, message: string): Hindrance {
  keepSignature(link.memory, sender, { fault, ...(mark !== undefined && { mark }) })
  // Of others than the one who is here now the host page can do nothing.
  const isHere = sender.user === (link.claim().userId ?? '')
  if (isHere && told.get(sender.token) !== `${fault} ${mark}`) {
    told.set(sender.token, `${fault} ${mark}`)
    link.emit('error', { code: errorCodes[fault], message })
    // biome-ignore lint/suspicious/noConsole: most developers of host pages have no other sign of a wrong token
    console.warn(`heed: ${errorCodes[fault]}`, message)
  }
  return fault === 'token_unavailable' ? 'unreachable' : 'refused'
}
