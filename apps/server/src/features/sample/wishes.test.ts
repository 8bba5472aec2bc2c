import type { IdeaList } from '@heed/contracts'
import { count } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { sampleAccounts } from './customers.ts'
import { ensureSample, sampleOwnerEmail, samplePassword } from './ensure-sample.ts'
import { seededRandom } from './random.ts'
import { sampleIdeas, wishes } from './wishes.ts'

const small = { accounts: 40, tickets: 5 }

describeOnBothStores('the ideas of the sample workspace', (heed) => {
  it('are voted for unevenly, by customers of the sample, and some have come further', async () => {
    await ensureSample(heed.deps, () => undefined, small)
    const json = { email: sampleOwnerEmail, password: samplePassword }
    const signedIn = await heed.call({ method: 'POST', url: '/api/session', json })
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
    const ideas = async (query: string) =>
      (await heed.call<IdeaList>({ method: 'GET', url: `/api/ideas${query}`, headers: { cookie } })).body.items

    const byVotes = await ideas('')

    expect(byVotes.map(({ title, state }) => [title, state]).sort()).toEqual(
      sampleIdeas
        .filter(({ mergedInto }) => mergedInto === undefined)
        .map(({ title, state }) => [title, state])
        .sort(),
    )
    const votes = byVotes.map((idea) => idea.votes).sort((a, b) => b - a)
    expect(votes[0]).toBeGreaterThan(5 * (votes.at(-1) ?? 0))
    expect(byVotes.every(({ accounts, spendMinor }) => accounts > 0 && spendMinor > 0)).toBe(true)
    // What many small customers wish is not what large ones wish.
    const first = async (query: string) => (await ideas(query))[0]?.title
    expect(await first('?segment=plan:starter')).not.toBe(await first('?segment=plan:enterprise'))
    const { db, tables } = heed.store.read
    const trusts = await db
      .select({ trust: tables.votes.trust, n: count() })
      .from(tables.votes)
      .groupBy(tables.votes.trust)
    expect(trusts.map(({ trust }) => trust)).toEqual(['verified'])
  }, 60_000)

  it('draws on no random number of the rest of the sample', () => {
    const now = new Date('2026-03-02T10:00:00.000Z')
    const [random, untouched] = [seededRandom(1), seededRandom(1)]
    const accounts = sampleAccounts(random, now, 10)
    sampleAccounts(untouched, now, 10)

    wishes({ deps: heed.deps, workspaceId: 'wsp_1', random, now }, accounts, [], new Map())

    expect(random.next()).toBe(untouched.next())
  })
})
