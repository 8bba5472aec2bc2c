import type { Heed } from '../../testing/heed.ts'

export type Group = {
  plan: string | null
  spendMinor: number | null
  /** Null: it is not known since when. */
  tenureDays: number | null
  people: number
}

/** For tests: puts people into a workspace, each with an account, as the host's server would name them. @returns their user ids, by group */
export async function insertBase(heed: Heed, workspaceId: string, groups: readonly Group[]): Promise<string[][]> {
  const { newId } = heed.deps
  const now = heed.clock.now()
  const common = {
    workspaceId,
    trust: 'verified' as const,
    traits: {},
    sources: {},
    name: null,
    createdAt: now,
    updatedAt: now,
  }
  const made = groups.map((group, index) =>
    Array.from({ length: group.people }, (_, place) => ({
      ...group,
      userId: `${index}-${place}`,
      accountId: newId('account'),
    })),
  )
  const all = made.flat()
  await heed.store.write(async ({ db, tables: { accounts, people } }) => {
    for (let from = 0; from < all.length; from += 200) {
      const some = all.slice(from, from + 200)
      await db.insert(accounts).values(
        some.map(({ accountId, userId, plan, spendMinor, tenureDays }) => ({
          ...common,
          id: accountId,
          externalId: `account ${userId}`,
          plan,
          spendMinor,
          currency: spendMinor === null ? null : 'USD',
          reportingSpendMinor: spendMinor,
          seats: null,
          customerSince: tenureDays === null ? null : new Date(now.getTime() - tenureDays * 86_400_000),
        })),
      )
      await db.insert(people).values(
        some.map(({ accountId, userId }) => ({
          ...common,
          id: newId('person'),
          userId,
          accountId,
          email: null,
          locale: null,
          customerSince: null,
          verifiedId: null,
          lastSeenAt: null,
        })),
      )
    }
  })
  return made.map((group) => group.map(({ userId }) => userId))
}
