import type { SignedVisitor, VisitorClaim } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { accountCurrency } from '../people/account-currency.ts'
import { type Claimant, recordPerson, recordPersonIn, type Visitor } from '../people/record-person.ts'
import { checkUserHash } from './check-user-hash.ts'
import { findBinding, markKeyUsed, type SigningKeyRow } from './identity.queries.ts'
import { readSignedClaims, signedAccountId } from './read-signed-claims.ts'
import { longestMs, verifyToken } from './verify-token.ts'

const hourMs = 3_600_000

/**
 * Stores who a browser says its visitor is. A token, or the HMAC of a user id, binds the browser to the verified person
 * until it ends; without either it is a claim, and undefined is returned.
 * @param visitor with the reporting currency of the workspace
 * @param enforced whether the workspace hears nobody who is not signed
 * @throws Problem identity_invalid, identity_expired, identity_required, visitor_taken
 */
export async function recogniseVisitor(
  deps: Deps,
  { workspaceId, hash, currency }: Visitor & { currency: string },
  { token, userHash, ...claim }: VisitorClaim,
  enforced: boolean,
): Promise<SignedVisitor | undefined> {
  const visiting = { workspaceId, visitorHash: hash }
  if (token !== undefined) {
    const { key, claims, saidAt, until } = await verifyToken(deps, workspaceId, token)
    const workspace = { id: workspaceId, currency }
    const ofAmounts = await accountCurrency(deps.store.read, workspace, signedAccountId(claims))
    const { person, warnings } = readSignedClaims(claims, ofAmounts)
    const claimant: Claimant = { ...visiting, source: 'signed', at: saidAt, signedUntil: until }
    await deps.store.write(async (tx) => {
      await recordPersonIn(tx, deps, claimant, person)
      await markKeyUsed(tx, key, hourOf(deps.now()))
    })
    return { signedForMs: until.getTime() - deps.now().getTime(), warnings }
  }
  if (userHash !== undefined && claim.userId !== undefined) {
    const { userId } = claim
    const key = await checkUserHash(deps.store.read, workspaceId, userId, userHash)
    await bindByHash(deps, visiting, key, { ...claim, userId })
    return { signedForMs: longestMs, warnings: [] }
  }
  if (enforced) throw problem('identity_required')
  const binding = await findBinding(deps.store.read, workspaceId, hash)
  if (hasEnded(binding, deps.now())) throw problem('identity_expired')
  await recordPerson(deps, { ...visiting, source: 'browser' }, claim)
  return undefined
}

/** Whether a browser was vouched for, and is no longer. */
export const hasEnded = (binding: { signedUntil: Date | null } | undefined, at: Date) =>
  !!binding?.signedUntil && binding.signedUntil <= at

/** The hash vouches for the user id alone. What else the browser says stays with the claim, a row of its own. */
const bindByHash = (
  deps: Deps,
  visiting: { workspaceId: string; visitorHash: string },
  key: SigningKeyRow,
  claim: VisitorClaim & { userId: string },
) =>
  deps.store.write(async (tx) => {
    const signedUntil = new Date(deps.now().getTime() + longestMs)
    const { workspaceId } = visiting
    await recordPersonIn(tx, deps, { ...visiting, source: 'signed', signedUntil }, { userId: claim.userId })
    if (Object.keys(claim).length > 1) await recordPersonIn(tx, deps, { workspaceId, source: 'browser' }, claim)
    await markKeyUsed(tx, key, hourOf(deps.now()))
  })

const hourOf = (at: Date) => new Date(Math.floor(at.getTime() / hourMs) * hourMs)
