import type { Traits } from '@heed/contracts'
import type { SegmentCustomer } from '@heed/segments'
import type { Heed } from '../../../testing/heed.ts'
import type { insertCustomers } from '../../segments/testing-customers.ts'

const hourMs = 3_600_000

/**
 * For tests: each customer is shown a survey three times, over some months up to now, and answers twice. Rows keep what
 * the customer before them had, so that then and now differ; some of it is a mere claim.
 */
export async function insertSpoken(
  heed: Heed,
  { workspaceId, surveyId, now }: { workspaceId: string; surveyId: string; now: Date },
  customers: Awaited<ReturnType<typeof insertCustomers>>,
): Promise<void> {
  const { newId } = heed.deps
  const accountIds = await accountsByName(heed, workspaceId)
  const drawn = customers.flatMap((one) => [0, 1, 2].map((time) => ({ one, time })))
  const rows = drawn.map(({ one, time }, i) => {
    const kept = before(customers, Math.floor(i / 3) + time)
    return {
      workspaceId,
      surveyId,
      surveyVersion: 1 + (i % 2),
      personId: one.claimId !== null && i % 2 === 1 ? one.claimId : one.personId,
      accountId: one.account === null ? null : (accountIds.get(one.account) ?? null),
      plan: kept.plan,
      spendMinor: null,
      currency: null,
      reportingSpendMinor: kept.reportingSpendMinor,
      tenureDays: kept.tenureDays,
      traits: { ...kept.accountTraits, ...kept.personTraits } as Traits,
      trust: one.trust,
      valuesTrust: i % 5 === 0 ? ('unverified' as const) : ('verified' as const),
      createdAt: new Date(now.getTime() - Math.floor((i * 7919) % drawn.length) * hourMs - (i % 3)),
    }
  })
  const exposures = rows.map((row, i) => ({
    ...row,
    id: newId('exposure'),
    dismissedAt: i % 3 === 0 ? row.createdAt : null,
    later: i % 6 === 0 ? true : i % 9 === 1 ? false : null,
  }))
  const responses = rows
    .filter((_, i) => i % 3 > 0)
    .map((row, i) => ({
      ...row,
      id: newId('response'),
      score: i % 13 === 12 ? null : i % 11,
      choices: i % 13 === 12 ? null : [['a'], ['ab', 'b'], ['b', 'ab'], []][i % 4],
      locale: [null, 'en', 'de'][i % 3] ?? null,
      updatedAt: row.createdAt,
    }))
  await heed.store.write(async ({ db, tables }) => {
    for (let at = 0; at < exposures.length; at += 200)
      await db.insert(tables.exposures).values(exposures.slice(at, at + 200))
    for (let at = 0; at < responses.length; at += 200)
      await db.insert(tables.responses).values(responses.slice(at, at + 200))
  })
}

const before = (customers: { customer: SegmentCustomer }[], i: number): SegmentCustomer => {
  const found = customers[(i + customers.length - 1) % customers.length]
  if (!found) throw new Error('there are no customers')
  return found.customer
}

const accountsByName = async ({ store }: Heed, workspaceId: string) => {
  const { db, tables } = store.read
  const rows = await db.select().from(tables.accounts)
  return new Map(rows.filter((row) => row.workspaceId === workspaceId).map(({ externalId, id }) => [externalId, id]))
}
