import { createHmac } from 'node:crypto'

/**
 * The HMAC-SHA256 of a user id, in hex, as other widgets take it: `heed('identify', { userId, userHash })`. It vouches for
 * the id alone and has no end of its own, so prefer `signIdentity`.
 * @param secret of an HS256 signing key
 * @throws TypeError when one of them is missing, and for a user id that reads like the beginning of a token: its hash
 *   would be that token's signature
 */
export function userHash(userId: string, secret: string): string {
  if (typeof userId !== 'string' || !userId) throw new TypeError('userHash: userId is missing')
  if (typeof secret !== 'string' || !secret) throw new TypeError('userHash: the secret is missing')
  if (isSigningInput(userId)) throw new TypeError('userHash: userId reads like the beginning of a token')
  return createHmac('sha256', secret).update(userId).digest('hex')
}

/** Two parts with a dot between, the first a JSON object in base64url: what a JWT is signed over. Heed refuses it too. */
function isSigningInput(userId: string): boolean {
  const [header = '', payload, ...rest] = userId.split('.')
  if (payload === undefined || rest.length > 0) return false
  try {
    // As leniently as anything that reads tokens may: white space, padding, a byte order mark.
    const read: unknown = JSON.parse(new TextDecoder().decode(Buffer.from(header, 'base64url')))
    return typeof read === 'object' && read !== null && !Array.isArray(read)
  } catch {
    return false
  }
}
