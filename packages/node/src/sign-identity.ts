import { createPrivateKey } from 'node:crypto'
import { type CryptoKey, type KeyObject, SignJWT } from 'jose'

const shortestSecret = 32
const longestSeconds = 24 * 60 * 60
const longestToken = 8_192

/** A signing key of your workspace, from _Settings → Identity_. */
export type SigningKey = {
  /** Id of the key, `sgk_…`. */
  kid: string
  /** Id of the workspace, `wsp_…`. */
  workspaceId: string
} & (
  | { algorithm?: 'HS256' | undefined; secret: string }
  | {
      algorithm: 'ES256' | 'RS256'
      /** PEM (PKCS #8), or what Node.js or Web Crypto have made of it. */
      privateKey: string | KeyObject | CryptoKey
    }
)

type Scalar = string | number | boolean
/** Attributes of your own, beyond the named ones. */
export type SignedTraits = Record<string, Scalar | Scalar[] | undefined>

/** The user of the session: what the token says of them, and Heed believes. */
export type SignedPerson = {
  userId: string
  email?: string | undefined
  name?: string | undefined
  /** When this person became your user; text as ISO 8601. */
  createdAt?: Date | string | undefined
  /** Such as `de-CH`. */
  locale?: string | undefined
  traits?: SignedTraits | undefined
  account?: SignedAccount | undefined
}

/** The customer company that the user belongs to. */
export type SignedAccount = {
  accountId: string
  name?: string | undefined
  plan?: string | undefined
  /** Recurring revenue a month, in minor units (cents) of `currency`. */
  spendMinor?: number | undefined
  /** ISO 4217, such as `EUR`. */
  currency?: string | undefined
  /** When this company became your customer; text as ISO 8601. */
  createdAt?: Date | string | undefined
  seats?: number | undefined
  traits?: SignedTraits | undefined
}

/**
 * Signs who the user of a session is, for the widget: `heed('identify', { userId, token })`.
 * @param expiresInSeconds after this the widget asks for another token; at most 24 hours
 * @returns a JWT of at most 8 kB
 * @throws TypeError, which names what is missing or does not fit
 */
export async function signIdentity(
  key: SigningKey,
  person: SignedPerson,
  { expiresInSeconds = 300 }: { expiresInSeconds?: number | undefined } = {},
): Promise<string> {
  if (!key.kid) throw fault('kid is missing: it is the id of the signing key, sgk_…')
  if (!key.workspaceId) throw fault('workspaceId is missing: it is the id of the workspace, wsp_…')
  if (typeof person.userId !== 'string' || person.userId === '' || person.userId.length > 255) {
    throw fault('userId must be text of 1 to 255 characters')
  }
  if (!(expiresInSeconds > 0 && expiresInSeconds <= longestSeconds)) {
    throw fault(`expiresInSeconds must be more than 0 and at most ${longestSeconds}, which is 24 hours`)
  }
  const algorithm = key.algorithm ?? 'HS256'
  const nowSeconds = Math.floor(Date.now() / 1000)
  const jwt = new SignJWT(claimsOf(person))
    .setProtectedHeader({ alg: algorithm, kid: key.kid })
    .setSubject(person.userId)
    .setAudience(key.workspaceId)
    .setIssuedAt(nowSeconds)
    .setExpirationTime(nowSeconds + Math.ceil(expiresInSeconds))
  const token = await jwt.sign(materialOf(key)).catch((cause: unknown) => {
    throw fault(`the key cannot sign ${algorithm}: ${cause instanceof Error ? cause.message : cause}`, cause)
  })
  if (token.length > longestToken) {
    throw fault(`the token is ${token.length} bytes long, Heed takes ${longestToken}: leave some traits out`)
  }
  return token
}

function claimsOf({ userId: _sub, account, createdAt, ...person }: SignedPerson) {
  return {
    ...person,
    ...at('createdAt', createdAt),
    ...(account ? { account: accountClaimOf(account) } : {}),
  }
}

function accountClaimOf({ createdAt, ...account }: SignedAccount) {
  if (!account.accountId) throw fault('account.accountId is missing')
  return { ...account, ...at('account.createdAt', createdAt) }
}

/** Without types it may be anything: of null, JavaScript would make 1970, and of Unix seconds a day soon after. */
const at = (field: string, moment: Date | string | null | undefined) => {
  if (moment === undefined || moment === null) return {}
  if (typeof moment === 'number') throw fault(`${field} must be a date, as a Date or as text, not a number`)
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) throw fault(`${field} must be a date`)
  return { createdAt: date.toISOString() }
}

function materialOf(key: SigningKey): Uint8Array | KeyObject | CryptoKey {
  if (!('privateKey' in key)) {
    if (key.algorithm && key.algorithm !== 'HS256') throw fault(`${key.algorithm} needs a privateKey`)
    const secret = new TextEncoder().encode(key.secret ?? '')
    if (secret.length >= shortestSecret) return secret
    throw fault(`the secret is ${secret.length} bytes long, HS256 needs ${shortestSecret}: use the one that Heed made`)
  }
  if (typeof key.privateKey !== 'string') return key.privateKey
  try {
    // Environment files often hold a PEM in one line.
    return createPrivateKey(key.privateKey.replaceAll('\\n', '\n'))
  } catch (cause) {
    throw fault('privateKey cannot be read: it must be PEM that begins with -----BEGIN PRIVATE KEY-----', cause)
  }
}

const fault = (text: string, cause?: unknown) => new TypeError(`signIdentity: ${text}`, { cause })
