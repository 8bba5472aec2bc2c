import { createPublicKey } from 'node:crypto'
import { SigningKeyId, signingAlgorithms } from '@heed/contracts'
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { findSigningKey, type SigningKeyRow } from './identity.queries.ts'

/** How far the clocks of the host's server and of this one may be apart. */
const skewMs = 60_000
/** Nothing that was signed counts for longer. */
export const longestMs = 86_400_000

export type VerifiedToken = {
  key: SigningKeyRow
  claims: JWTPayload
  /** When the host's server said so: `iat`, else now. */
  saidAt: Date
  /** Until when the visitor may speak for the person. */
  until: Date
}

/**
 * Checks a token of the host's server: signed in the one algorithm of the key that `kid` names, for this workspace, not
 * yet ended, and not for longer than a day. Nothing of a token is read before its signature was checked but the header.
 * @throws Problem identity_expired, or identity_invalid with the check that failed
 */
export async function verifyToken({ store, now }: Deps, workspaceId: string, token: string): Promise<VerifiedToken> {
  let key: SigningKeyRow | undefined
  const keyOf: JWTVerifyGetKey = async ({ alg, kid }) => {
    const named = SigningKeyId.safeParse(kid)
    key = named.success ? await findSigningKey(store.read, workspaceId, named.data) : undefined
    if (!key) throw refused(`Its kid names no key of this workspace that is in use.`)
    if (alg !== key.algorithm)
      throw refused(`Its alg must be ${key.algorithm}, the algorithm of the key that kid names.`)
    return verificationKey(key)
  }
  const { payload } = await jwtVerify(token, keyOf, {
    algorithms: [...signingAlgorithms],
    audience: workspaceId,
    requiredClaims: ['exp'],
    clockTolerance: skewMs / 1000,
    currentDate: now(),
  }).catch((fault: unknown) => {
    throw inWords(fault)
  })
  if (!key) throw refused('It cannot be read.')
  return { key, claims: payload, ...timesOf(payload, now().getTime()) }
}

const verificationKey = ({ algorithm, key }: SigningKeyRow) =>
  algorithm === 'HS256' ? new TextEncoder().encode(key) : createPublicKey(key)

/** @throws Problem identity_invalid when the token was made to last longer than a day, or comes from the future */
function timesOf({ exp = 0, iat }: JWTPayload, nowMs: number) {
  const endsMs = exp * 1000
  const saidMs = iat === undefined ? nowMs : iat * 1000
  if (saidMs > nowMs + skewMs) throw refused('Its iat lies in the future: look at the clock of your server.')
  if (endsMs - Math.min(saidMs, nowMs) > longestMs + skewMs) throw refused('Its exp may be 24 hours ahead at most.')
  return { saidAt: new Date(Math.min(saidMs, nowMs)), until: new Date(endsMs + skewMs) }
}

/** Problem identity_invalid: a public sentence about the token. */
export const refused = (detail: string, cause?: unknown) => problem('identity_invalid', { detail, cause })

/** What the developer of the host page needs to know of a failed check, and no more. */
function inWords(fault: unknown): unknown {
  if (fault instanceof errors.JWTExpired) return problem('identity_expired', { detail: 'Its exp has passed.' })
  if (fault instanceof errors.JWTClaimValidationFailed) return refused(claimFault(fault), fault)
  if (fault instanceof errors.JWSSignatureVerificationFailed) {
    return refused('Its signature does not fit the key that kid names.', fault)
  }
  if (fault instanceof errors.JOSEAlgNotAllowed)
    return refused(`Its alg must be ${signingAlgorithms.join(', ')}.`, fault)
  if (fault instanceof errors.JOSEError) return refused('It is no signed JWT.', fault)
  return fault
}

function claimFault({ claim, reason }: errors.JWTClaimValidationFailed): string {
  if (reason === 'missing') return `It has no ${claim}.`
  if (reason === 'invalid') return `Its ${claim} must be a number: seconds since 1970.`
  if (claim === 'aud') return "Its aud must be this workspace's id."
  if (claim === 'nbf') return 'Its nbf has not come yet.'
  return `Its ${claim} does not hold.`
}
