import type { AccountClaim, PersonClaim, Trust } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { moveIdeas } from '../ideas/ideas.queries.ts'
import {
  type AccountRow,
  type Customer,
  findAccountByExternalId,
  findCustomerByUserId,
  findVisitor,
  insertVisitor,
  moveHistory,
  type PersonRow,
  saveAccount,
  savePerson,
} from './people.queries.ts'

export type Claimant = { workspaceId: string; trust: Trust; visitorHash?: string }

/**
 * Stores what is said of a person and the account. What the host's server says (`verified`) and what a browser claims
 * (`unverified`) are kept in rows of their own, so a claim never changes what is known. Absent fields keep their value.
 * @throws Problem visitor_taken when the visitor token belongs to another user
 */
export async function recordPerson(deps: Deps, claimant: Claimant, claim: PersonClaim): Promise<Customer> {
  return deps.store.write((tx) => recordPersonIn(tx, deps, claimant, claim))
}

async function recordPersonIn(tx: Handle, deps: Deps, claimant: Claimant, claim: PersonClaim): Promise<Customer> {
  const { workspaceId, visitorHash } = claimant
  // What is read here decides what is written. Always in this order: browser, user, account.
  if (visitorHash) await lockVisitor(tx, workspaceId, visitorHash)
  if (claim.userId) await tx.lock(`user ${workspaceId} ${claim.userId}`)
  if (claim.account) await tx.lock(`account ${workspaceId} ${claim.account.accountId}`)

  const visitor = visitorHash ? await findVisitor(tx, workspaceId, visitorHash) : undefined
  const visiting = visitor?.person.userId
  if (visiting && claim.userId && visiting !== claim.userId) throw problem('visitor_taken')

  const known = claim.userId ? await findCustomerByUserId(tx, workspaceId, claim.userId, claimant.trust) : undefined
  // A browser that was anonymous so far becomes the user; what it said before goes along.
  const before = known ?? visitor
  const account = claim.account ? await recordAccount(tx, deps, claimant, claim.account) : (before?.account ?? null)
  const person = before?.person
  const recorded: PersonRow = {
    workspaceId,
    id: person?.id ?? deps.newId('person'),
    userId: claim.userId ?? person?.userId ?? null,
    trust: claimant.trust,
    accountId: account?.id ?? null,
    name: claim.name ?? person?.name ?? null,
    email: claim.email ?? person?.email ?? null,
    locale: claim.locale ?? person?.locale ?? null,
    traits: { ...person?.traits, ...claim.traits },
    customerSince: claim.createdAt ? new Date(claim.createdAt) : (person?.customerSince ?? null),
    createdAt: person?.createdAt ?? deps.now(),
    updatedAt: deps.now(),
  }
  await savePerson(tx, recorded)
  if (visitor && visitor.person.id !== recorded.id) {
    await moveIdeas(tx, workspaceId, visitor.person.id, recorded)
    await moveHistory(tx, workspaceId, visitor.person.id, recorded)
  } else if (visitorHash && !visitor) {
    await insertVisitor(tx, { workspaceId, hash: visitorHash, personId: recorded.id, createdAt: deps.now() })
  }
  return { person: recorded, account }
}

async function recordAccount(
  tx: Handle,
  { newId, now }: Deps,
  { workspaceId, trust }: Claimant,
  claim: AccountClaim,
): Promise<AccountRow> {
  const before = await findAccountByExternalId(tx, workspaceId, claim.accountId, trust)
  const account: AccountRow = {
    workspaceId,
    id: before?.id ?? newId('account'),
    externalId: claim.accountId,
    trust,
    name: claim.name ?? before?.name ?? null,
    plan: claim.plan ?? before?.plan ?? null,
    spendMinor: claim.spendMinor ?? before?.spendMinor ?? null,
    currency: claim.currency ?? before?.currency ?? null,
    seats: claim.seats ?? before?.seats ?? null,
    traits: { ...before?.traits, ...claim.traits },
    customerSince: claim.createdAt ? new Date(claim.createdAt) : (before?.customerSince ?? null),
    createdAt: before?.createdAt ?? now(),
    updatedAt: now(),
  }
  await saveAccount(tx, account)
  return account
}

/** The person a browser speaks for; a browser that never said who it is becomes an anonymous person. */
export async function visitingCustomer(tx: Handle, deps: Deps, visitor: Visitor): Promise<Customer> {
  await lockVisitor(tx, visitor.workspaceId, visitor.hash)
  const known = await findVisitor(tx, visitor.workspaceId, visitor.hash)
  if (known) return known
  return recordPersonIn(
    tx,
    deps,
    { workspaceId: visitor.workspaceId, trust: 'unverified', visitorHash: visitor.hash },
    {},
  )
}

const lockVisitor = (tx: Handle, workspaceId: string, hash: string) => tx.lock(`visitor ${workspaceId} ${hash}`)

/** A browser of a workspace, known by the hash of its visitor token. */
export type Visitor = { workspaceId: string; hash: string }
