import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Handle } from '@heed/db'
import { listSigningKeys } from './identity.queries.ts'
import { isSigningInput } from './signing-input.ts'
import { refused } from './verify-token.ts'

/**
 * Checks the HMAC-SHA256 of a user id, in hex, as other widgets use it: made with the secret of an HS256 key.
 * @returns the key that made it
 * @throws Problem identity_invalid
 */
export async function checkUserHash(handle: Handle, workspaceId: string, userId: string, userHash: string) {
  if (isSigningInput(userId)) throw refused('A userId that reads like the beginning of a token takes no userHash.')
  const keys = (await listSigningKeys(handle, workspaceId)).filter(({ algorithm }) => algorithm === 'HS256')
  const given = Buffer.from(userHash, 'hex')
  // Every key is tried, so that the time tells nothing of which one it was.
  const [key] = keys.filter(({ key }) => isEqual(given, createHmac('sha256', key).update(userId).digest()))
  if (!key) throw refused('The userHash is not the HMAC-SHA256 of this userId with the secret of a key in use.')
  return key
}

const isEqual = (given: Buffer, made: Buffer) => given.length === made.length && timingSafeEqual(given, made)
