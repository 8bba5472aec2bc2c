import type { CreatedSigningKey, NewSigningKey } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { newToken } from '../../http/tokens.ts'
import { insertSigningKey, type SigningKeyRow } from './identity.queries.ts'
import { readPublicKey } from './read-public-key.ts'
import { toSigningKey } from './to-signing-key.ts'

/**
 * Makes a key that the host's server signs with. Of HS256 the secret is made here and told this once; of the others only
 * the public key comes here.
 * @throws Problem signing_key_unfit
 */
export async function createSigningKey(
  { store, now, newId }: Deps,
  workspaceId: string,
  key: NewSigningKey,
): Promise<CreatedSigningKey> {
  const { secret, ...material } = key.algorithm === 'HS256' ? newSecret() : publicKeyOf(key.algorithm, key.publicKey)
  const row: SigningKeyRow = {
    workspaceId,
    id: newId('signingKey'),
    name: key.name,
    algorithm: key.algorithm,
    ...material,
    createdAt: now(),
    lastUsedAt: null,
    revokedAt: null,
  }
  await store.write((tx) => insertSigningKey(tx, row))
  return { ...toSigningKey(row), secret }
}

const newSecret = () => {
  const secret = newToken()
  return { secret, key: secret, hint: secret.slice(0, 6) }
}

const publicKeyOf = (algorithm: 'ES256' | 'RS256', publicKey: string) => {
  const { pem, fingerprint } = readPublicKey(algorithm, publicKey)
  return { secret: null, key: pem, hint: fingerprint }
}
