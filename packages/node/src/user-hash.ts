import { createHmac } from 'node:crypto'

/**
 * The HMAC-SHA256 of a user id, in hex, as other widgets take it: `heed('identify', { userId, userHash })`. It vouches for
 * the id alone and has no end of its own, so prefer `signIdentity`.
 * @param secret of an HS256 signing key
 * @throws TypeError when one of them is missing
 */
export function userHash(userId: string, secret: string): string {
  if (typeof userId !== 'string' || !userId) throw new TypeError('userHash: userId is missing')
  if (typeof secret !== 'string' || !secret) throw new TypeError('userHash: the secret is missing')
  return createHmac('sha256', secret).update(userId).digest('hex')
}
