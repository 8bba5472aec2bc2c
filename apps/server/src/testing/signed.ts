import type { SigningAlgorithm } from '@heed/contracts'
import { exportSPKI, generateKeyPair, SignJWT } from 'jose'
import { createSigningKey } from '../features/identity/create-signing-key.ts'
import type { Heed } from './heed.ts'

/** Makes a signing key in a workspace, and what the host's server does with it. */
export const signerOf = async (heed: Heed, workspaceId: string, algorithm: SigningAlgorithm = 'HS256') => {
  const pair = algorithm === 'HS256' ? undefined : await generateKeyPair(algorithm, { extractable: true })
  const publicKey = pair ? await exportSPKI(pair.publicKey) : ''
  const name = `Test ${algorithm}`
  const made = await createSigningKey(
    heed.deps,
    workspaceId,
    algorithm === 'HS256' ? { algorithm, name } : { algorithm, name, publicKey },
  )
  const nowSeconds = () => Math.floor(heed.clock.now().getTime() / 1000)
  const key = pair?.privateKey ?? new TextEncoder().encode(made.secret ?? '')
  return {
    keyId: made.id,
    secret: made.secret ?? '',
    publicKey,
    nowSeconds,
    /** A token for an hour that says so; `undefined` leaves a claim out. */
    sign: (claims: Record<string, unknown>, header: Record<string, unknown> = {}, signingKey: typeof key = key) => {
      const payload = { aud: workspaceId, iat: nowSeconds(), exp: nowSeconds() + 3600, ...claims }
      return new SignJWT(JSON.parse(JSON.stringify(payload)))
        .setProtectedHeader({ alg: algorithm, kid: made.id, ...header })
        .sign(signingKey)
    },
  }
}
