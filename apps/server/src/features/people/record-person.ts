import type { PersonClaim, TraitSource, Trust } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { moveMails } from '../../mail/mails.queries.ts'
import { moveAsks } from '../asks/asks.queries.ts'
import { moveIdeas } from '../ideas/ideas.queries.ts'
import { lockVotes } from '../ideas/votes.queries.ts'
import { markPackedOf } from '../results/frames/mark-frames.ts'
import { mergeClaim } from './merge-claim.ts'
import {
  type Customer,
  findCustomerByUserId,
  findVisitor,
  linkToVerified,
  moveHistory,
  type PersonRow,
  savePerson,
  saveVisitor,
} from './people.queries.ts'
import { recordAccountIn } from './record-account.ts'

/** Who speaks: of which workspace, in which way, since when (left out: now), and through which browser. */
export type Claimant = {
  workspaceId: string
  source: TraitSource
  at?: Date
  visitorHash?: string
  /** Of a signed identity: until when the browser may speak for the person. */
  signedUntil?: Date
}

/** Whoever is no browser is believed; so is a browser with the signature of the host's server. */
export const trustOf = ({ source }: Pick<Claimant, 'source'>): Trust =>
  source === 'browser' ? 'unverified' : 'verified'

/**
 * Stores what is said of a person and the account, which is theirs from then on unless a newer word names another.
 * What is verified and what a browser claims are kept in rows of their own, so a claim never changes what is known.
 * Absent fields keep their value.
 * @throws Problem visitor_taken when the visitor token belongs to another user
 */
export async function recordPerson(deps: Deps, claimant: Claimant, claim: PersonClaim): Promise<Customer> {
  return deps.store.write((tx) => recordPersonIn(tx, deps, claimant, claim))
}

/** The same within a write. */
export async function recordPersonIn(
  tx: Handle,
  deps: Deps,
  claimant: Claimant,
  claim: PersonClaim,
): Promise<Customer> {
  const { workspaceId, visitorHash } = claimant
  const trust = trustOf(claimant)
  // What is read here decides what is written. Always in this order: browser, user, account.
  if (visitorHash) await lockVisitor(tx, workspaceId, visitorHash)
  if (claim.userId) await tx.lock(`user ${workspaceId} ${claim.userId}`)
  if (claim.account) await tx.lock(`account ${workspaceId} ${claim.account.accountId}`)

  const visitor = visitorHash ? await findVisitor(tx, workspaceId, visitorHash) : undefined
  const visiting = visitor?.person.userId
  if (visiting && claim.userId && visiting !== claim.userId) throw problem('visitor_taken')
  // A browser whose identity was signed has nothing to claim beside that.
  if (visitor?.person.trust === 'verified' && trust === 'unverified') return visitor

  const known = claim.userId ? await findCustomerByUserId(tx, workspaceId, claim.userId, trust) : undefined
  // A browser that was anonymous so far becomes the user; what it said before goes along.
  const goesAlong = visitor && (!visiting || visitor.person.trust === trust)
  const before = known ?? (goesAlong ? (visitor.person.trust === trust ? visitor : withoutClaims(visitor)) : undefined)
  const named = claim.account ? await recordAccountIn(tx, deps, claimant, claim.account) : null
  const { source, at = deps.now() } = claimant
  const joins = named !== null && (before?.person.sources.account?.at ?? -Infinity) <= at.getTime()
  const isTheirs = named !== null && named.id === before?.account?.id
  const account = joins || isTheirs ? named : (before?.account ?? named)
  const person = await toPersonRow(tx, deps, claimant, claim, before?.person)
  const recorded = {
    ...person,
    accountId: account?.id ?? null,
    sources: joins ? { ...person.sources, account: { source, at: at.getTime() } } : person.sources,
    lastSeenAt: visitorHash
      ? newest(before?.person.lastSeenAt, visitor?.person.lastSeenAt, hereAt(deps, claimant))
      : person.lastSeenAt,
  }
  await savePerson(tx, recorded)
  if (trust === 'verified' && !known && recorded.userId) await takeClaimsOf(tx, recorded.userId, recorded)
  if (visitor && !visiting && visitor.person.id !== recorded.id) {
    // A vote that a member is just casting for who was anonymous would else stay with nobody. Once a browser.
    await lockVotes(tx, workspaceId)
    await moveIdeas(tx, workspaceId, visitor.person.id, recorded)
    await moveAsks(tx, workspaceId, visitor.person.id, recorded.verifiedId ?? recorded.id)
    await markPackedOf(tx, workspaceId, visitor.person.id, deps.now())
    await moveMails(tx, workspaceId, visitor.person.id, recorded.id)
    await moveHistory(tx, workspaceId, visitor.person.id, recorded)
  }
  if (visitorHash) await bindVisitor(tx, deps, claimant, visitorHash, recorded)
  return { person: recorded, account }
}

/** Whoever claimed to be this user is counted as them from now on. */
async function takeClaimsOf(tx: Handle, userId: string, verified: PersonRow) {
  await linkToVerified(tx, verified)
  const claimed = await findCustomerByUserId(tx, verified.workspaceId, userId, 'unverified')
  if (claimed) await moveAsks(tx, verified.workspaceId, claimed.person.id, verified.id)
}

/** A browser is here now; what a server tells of one may be long ago. */
const hereAt = ({ now }: Deps, { source, at }: Claimant): Date => (source === 'server' && at ? at : now())

const newest = (...moments: (Date | null | undefined)[]): Date | null =>
  moments.reduce<Date | null>((last, at) => (at && (!last || last < at) ? at : last), null)

/** Of a browser that is vouched for now, the row goes along; what it claimed before does not become verified. */
const withoutClaims = ({ person }: Customer): Customer => ({
  person: {
    ...person,
    accountId: null,
    name: null,
    email: null,
    locale: null,
    traits: {},
    sources: {},
    customerSince: null,
  },
  account: null,
})

async function toPersonRow(
  tx: Handle,
  deps: Deps,
  claimant: Claimant,
  claim: PersonClaim,
  before: PersonRow | undefined,
): Promise<PersonRow> {
  const { workspaceId, source, at } = claimant
  const { name, email, locale, createdAt, traits } = claim
  const said = mergeClaim(
    {
      fields: {
        name: before?.name ?? null,
        email: before?.email ?? null,
        locale: before?.locale ?? null,
        createdAt: before?.customerSince ?? null,
      },
      traits: before?.traits ?? {},
      sources: before?.sources ?? {},
    },
    {
      fields: { name, email, locale, createdAt: createdAt === undefined ? undefined : new Date(createdAt) },
      traits,
    },
    { source, at: at ?? deps.now() },
  )
  const { createdAt: customerSince, ...fields } = said.fields as Pick<PersonRow, 'name' | 'email' | 'locale'> & {
    createdAt: Date | null
  }
  const userId = claim.userId ?? before?.userId ?? null
  const trust = trustOf(claimant)
  const verified =
    userId && trust === 'unverified' ? await findCustomerByUserId(tx, workspaceId, userId, 'verified') : undefined
  return {
    workspaceId,
    id: before?.id ?? deps.newId('person'),
    userId,
    trust,
    accountId: before?.accountId ?? null,
    ...fields,
    traits: said.traits,
    sources: said.sources,
    customerSince,
    verifiedId: verified?.person.id ?? null,
    lastSeenAt: before?.lastSeenAt ?? null,
    createdAt: before?.createdAt ?? deps.now(),
    updatedAt: deps.now(),
  }
}

const bindVisitor = (
  tx: Handle,
  deps: Deps,
  { workspaceId, signedUntil }: Claimant,
  hash: string,
  { id: personId, lastSeenAt }: PersonRow,
) =>
  saveVisitor(tx, {
    workspaceId,
    hash,
    personId,
    signedUntil: signedUntil ?? null,
    lastSeenAt: lastSeenAt ?? deps.now(),
    createdAt: deps.now(),
  })

/** The person a browser speaks for; a browser that never said who it is becomes an anonymous person. */
export async function visitingCustomer(tx: Handle, deps: Deps, visitor: Visitor): Promise<Customer> {
  await lockVisitor(tx, visitor.workspaceId, visitor.hash)
  const known = await findVisitor(tx, visitor.workspaceId, visitor.hash)
  if (known) return known
  return recordPersonIn(
    tx,
    deps,
    { workspaceId: visitor.workspaceId, source: 'browser', visitorHash: visitor.hash },
    {},
  )
}

/** Keeps other writes of this browser waiting. */
export const lockVisitor = (tx: Handle, workspaceId: string, hash: string) => tx.lock(`visitor ${workspaceId} ${hash}`)

/** Keeps other writes waiting that add to what this person said, or erase them. */
export const lockPerson = (tx: Handle, workspaceId: string, id: string) => tx.lock(`person ${workspaceId} ${id}`)

/**
 * A browser of a workspace, known by the hash of its visitor token; and while it is vouched for who speaks, the person,
 * who may read what they filed in other browsers.
 */
export type Visitor = { workspaceId: string; hash: string; signedPersonId?: string | null }
