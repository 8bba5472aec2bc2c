import type { Traits } from '@heed/contracts'
import type { SegmentCustomer } from '@heed/segments'
import { sql } from 'drizzle-orm'
import type { Heed } from '../../testing/heed.ts'

type Kept = { plan: string | null; reportingSpendMinor: number | null; tenureDays: number | null; traits: Traits }
type Inserted = {
  personId: string
  /** Of some known users: who claims in a browser to be them, and said half of what they said. */
  claimId: string | null
  trust: 'verified' | 'unverified'
  customer: SegmentCustomer
  /** Where the person has an account: its external id. */
  account: string | null
  ticketIds: string[]
  /** What the tickets keep: values of another customer. */
  kept: Kept
  keptTrust: 'verified' | 'unverified'
}

const atOnce = 200
const dayMs = 86_400_000

/** Every other word of somebody who is claimed to speak is the claimant's. */
const speakerOf = ({ personId, claimId }: Inserted, i: number, trust: Inserted['trust']) =>
  claimId !== null && i % 2 === 1 ? { personId: claimId, trust: 'unverified' as const } : { personId, trust }

/** Customers without anything that an account holds have none. */
const hasAccount = ({ plan, reportingSpendMinor, seats, accountTraits }: SegmentCustomer) =>
  plan !== null || reportingSpendMinor !== null || seats !== null || Object.keys(accountTraits).length > 0

/** By turns the account has a date or the person alone: where the account has one it counts. */
const isDated = (i: number) => i % 2 === 0

/** Some are colleagues of the one before them. */
const isColleague = (before: SegmentCustomer | undefined, i: number): before is SegmentCustomer =>
  before !== undefined && i % 3 === 2 && i % 4 < 2 && hasAccount(before)

const withColleagues = (drawn: readonly SegmentCustomer[]): SegmentCustomer[] =>
  drawn.map((customer, i) => {
    const before = drawn[i - 1]
    if (!isColleague(before, i)) return customer
    const { plan, reportingSpendMinor, seats, accountTraits, createdAt, tenureDays } = before
    const since = isDated(i - 1) && createdAt ? { createdAt, tenureDays } : {}
    return { ...customer, plan, reportingSpendMinor, seats, accountTraits, ...since }
  })

/** For tests: puts customers into the tables much as they are drawn, every third known by a claim alone. */
export async function insertCustomers(
  heed: Heed,
  { workspaceId, surveyId }: { workspaceId: string; surveyId: string },
  some: readonly SegmentCustomer[],
): Promise<Inserted[]> {
  const { newId } = heed.deps
  const common = { workspaceId, createdAt: new Date(0) }
  const drawn = withColleagues(some)
  const inserted = drawn.map((customer, i): Inserted => {
    const colleague = isColleague(some[i - 1], i) ? 1 : 0
    const before = drawn[(i + drawn.length - 1) % drawn.length] ?? customer
    return {
      personId: newId('person'),
      claimId: i % 3 !== 0 && i % 4 === 0 ? newId('person') : null,
      trust: i % 3 === 0 ? 'unverified' : 'verified',
      customer,
      account: hasAccount(customer) ? `a${i - colleague}` : null,
      ticketIds: customer.tickets.map(() => newId('ticket')),
      keptTrust: i % 5 === 0 ? 'unverified' : 'verified',
      kept: {
        plan: before.plan,
        reportingSpendMinor: before.reportingSpendMinor,
        tenureDays: before.tenureDays,
        traits: { ...before.accountTraits, ...before.personTraits },
      },
    }
  })
  const accounts = inserted.flatMap(({ customer, trust, account }, i) => {
    if (account !== `a${i}`) return []
    const { plan, reportingSpendMinor, seats, accountTraits } = customer
    const row = {
      ...common,
      id: newId('account'),
      externalId: account,
      trust,
      name: null,
      plan,
      spendMinor: reportingSpendMinor,
      currency: 'USD',
      reportingSpendMinor,
      seats,
      traits: accountTraits,
      customerSince: isDated(i) ? customer.createdAt : null,
      sources: {},
      updatedAt: common.createdAt,
    }
    return [row]
  })
  const accountNamed = new Map(accounts.map((account) => [account.externalId, account]))
  const people = inserted.flatMap(({ personId, claimId, customer, trust, account: name }, i) => {
    const account = name === null ? undefined : accountNamed.get(name)
    const { lastSeenAt } = customer
    const before = lastSeenAt && new Date(lastSeenAt.getTime() - dayMs)
    const inBrowser = claimId !== null && i % 8 === 0
    const person = {
      ...common,
      id: personId,
      userId: `u${i}`,
      trust,
      accountId: account?.id ?? null,
      name: null,
      email: null,
      locale: customer.locale,
      traits: customer.personTraits,
      customerSince: account?.customerSince ? new Date(dayMs) : customer.createdAt,
      sources: {},
      verifiedId: null,
      lastSeenAt: inBrowser ? before : lastSeenAt,
      updatedAt: common.createdAt,
    }
    if (claimId === null) return [person]
    // Another customer's values, which must not count for the known one.
    const other = drawn[(i + 1) % drawn.length] ?? customer
    const values = { accountId: null, locale: other.locale, traits: other.personTraits, customerSince: other.createdAt }
    const claimed = { ...person, ...values, id: claimId, trust: 'unverified' as const, verifiedId: personId }
    return [person, { ...claimed, lastSeenAt: inBrowser ? lastSeenAt : before }]
  })
  const snapshot = { spendMinor: null, currency: null, traits: {}, trust: 'verified', valuesTrust: 'verified' } as const
  const events = inserted.flatMap(({ personId, customer }) =>
    customer.events.map(({ name, at }) => ({
      ...common,
      id: newId('event'),
      kind: 'track' as const,
      name,
      personId,
      accountId: null,
      messageId: null,
      properties: {},
      rest: {},
      at,
    })),
  )
  const responses = inserted.flatMap((one) =>
    one.customer.npsScores.map(({ score, at }, i) => ({
      ...snapshot,
      ...speakerOf(one, i, 'verified'),
      workspaceId,
      id: newId('response'),
      surveyId,
      score,
      createdAt: at,
      updatedAt: at,
    })),
  )
  const tickets = inserted.flatMap((one) =>
    one.customer.tickets.map(({ state, createdAt }, i) => ({
      ...snapshot,
      ...one.kept,
      ...speakerOf(one, i, one.keptTrust),
      valuesTrust: one.keptTrust,
      workspaceId,
      id: one.ticketIds[i] ?? '',
      number: 0,
      state,
      preview: '',
      context: { browser: null, system: null },
      articlesOffered: [],
      articlesRead: [],
      createdAt,
      lastMessageAt: createdAt,
      awaitingReply: false,
    })),
  )
  await heed.store.write(async ({ db, tables }) => {
    const batches = <T>(rows: T[]) =>
      Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, i) => rows.slice(i * atOnce, (i + 1) * atOnce))
    for (const rows of batches(accounts)) await db.insert(tables.accounts).values(rows)
    for (const rows of batches(people)) await db.insert(tables.people).values(rows)
    for (const rows of batches(events)) await db.insert(tables.events).values(rows)
    for (const rows of batches(responses)) await db.insert(tables.responses).values(rows)
    for (const rows of batches(tickets.map((ticket, i) => ({ ...ticket, number: i + 1 }))))
      await db.insert(tables.tickets).values(rows)
  })
  // PostgreSQL plans by statistics, which it would not gather for another minute.
  const { db } = heed.store.read
  if ('execute' in db && typeof db.execute === 'function') await db.execute(sql`analyze`)
  return inserted
}
