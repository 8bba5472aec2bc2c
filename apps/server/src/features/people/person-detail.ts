import type { PersonDetail } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { problem } from '../../http/problem.ts'
import { listPeopleOfUser } from '../asks/asks.queries.ts'
import { toAccountDetail } from './account-detail.ts'
import { findCustomer, findTwinsOfPerson } from './customer-lookups.queries.ts'
import { knownOfPerson } from './known-traits.ts'
import { type Customer, findCustomerByUserId } from './people.queries.ts'
import { toPersonSummary, toValues } from './summaries.ts'

/** A person with all that is known of them. @throws Problem person_not_found */
export async function readPerson(
  handle: Handle,
  workspaceId: string,
  personId: string,
  at: Date,
): Promise<PersonDetail> {
  const customer = await findCustomer(handle, workspaceId, personId)
  if (!customer) throw problem('person_not_found')
  return toPersonDetail(handle, customer, at)
}

/**
 * The same by the host's own id: what the host's server said, else what browsers claim.
 * @throws Problem person_not_found
 */
export async function readHostsPerson(
  handle: Handle,
  workspaceId: string,
  userId: string,
  at: Date,
): Promise<PersonDetail> {
  const customer =
    (await findCustomerByUserId(handle, workspaceId, userId, 'verified')) ??
    (await findCustomerByUserId(handle, workspaceId, userId, 'unverified'))
  if (!customer) throw problem('person_not_found')
  return toPersonDetail(handle, customer, at)
}

/** Heed's own ids of the host's user: what its server said, and what browsers claim. @throws Problem person_not_found */
export async function rowsOfHostsPerson(handle: Handle, workspaceId: string, userId: string): Promise<string[]> {
  const rows = await listPeopleOfUser(handle, workspaceId, userId)
  if (rows.length === 0) throw problem('person_not_found')
  return rows.map(({ id }) => id)
}

async function toPersonDetail(handle: Handle, customer: Customer, at: Date): Promise<PersonDetail> {
  const { person, account } = customer
  const [twins, accountDetail] = await Promise.all([
    findTwinsOfPerson(handle, person),
    account && toAccountDetail(handle, account, at),
  ])
  return {
    ...toPersonSummary(person),
    ...toValues(customer, at),
    createdAt: person.customerSince?.toISOString() ?? null,
    firstSeenAt: person.createdAt.toISOString(),
    lastSeenAt: person.lastSeenAt?.toISOString() ?? null,
    account: accountDetail,
    known: knownOfPerson(person),
    ...twins,
  }
}

/**
 * Heed's own ids of a person: a known user is also who claims to be them, and never the other way round.
 * @throws Problem person_not_found
 */
export async function rowsOfPerson(handle: Handle, workspaceId: string, personId: string): Promise<string[]> {
  const customer = await findCustomer(handle, workspaceId, personId)
  if (!customer) throw problem('person_not_found')
  const { unsigned } = await findTwinsOfPerson(handle, customer.person)
  return unsigned ? [personId, unsigned] : [personId]
}
