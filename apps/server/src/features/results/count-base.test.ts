import type { SurveyCut } from '@heed/contracts'
import { formatSegment } from '@heed/segments'
import { someCustomer, someNow, someSegment } from '@heed/segments/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { recordPerson } from '../people/record-person.ts'
import type { Scope } from '../segments/scope.ts'
import { countCustomers } from '../segments/segment-size.queries.ts'
import { insertCustomers } from '../segments/testing-customers.ts'
import { countBase, listSpends } from './count-base.ts'

const runs = Number(process.env.HEED_TEST_SEGMENTS ?? 60)
const seed = Number(process.env.HEED_TEST_SEED ?? 4747)

describeOnBothStores('the base of a survey', (heed) => {
  it('is all of a segment, whatever it is cut by', async () => {
    const where = await heed.workspace()
    await insertCustomers(heed, where, fc.sample(someCustomer, { numRuns: 400, seed }))
    const { read } = heed.store
    let held = 0
    for (const [i, segment] of fc.sample(someSegment, { numRuns: runs, seed }).entries()) {
      const unverifiedValues = i % 2 === 0 ? 'use' : 'ignore'
      const scope: Scope = { workspaceId: where.workspaceId, currency: 'USD', unverifiedValues, now: someNow }

      const people = await countBase(read, scope, segment, ['plan', 'tenure', 'spend'], {
        of: 'people',
        spendBounds: [5_000],
      })
      const accounts = await countBase(read, scope, segment, [], { of: 'accounts' })

      const size = await countCustomers(read, scope, segment)
      expect(
        people.reduce((total, { count }) => total + count, 0),
        formatSegment(segment),
      ).toBe(size.people)
      expect(accounts[0]?.count ?? 0, formatSegment(segment)).toBe(size.accounts)
      if (size.people > 0) held++
    }
    expect(held).toBeGreaterThan(runs / 3)
  }, 3_600_000)

  it('is banded by what accounts spend that counts, each of them once', async () => {
    const { workspaceId, surveyId, ada, visitor } = await heed.workspace({ unverifiedValues: 'ignore' })
    const amounts = [1_000, 2_000, 3_000].flatMap((amount) => [amount, amount, amount])
    const accountOf = (i: number, spendMinor: number) => ({ accountId: `a${i}`, spendMinor, currency: 'USD' })
    for (const [i, amount] of amounts.entries()) {
      const claim = { userId: `u${i}`, account: accountOf(i, amount) }
      await recordPerson(heed.deps, { workspaceId, source: 'server' }, claim)
    }
    const bands = async () => {
      const { body } = await ada.get<SurveyCut>(`/surveys/${surveyId}/cuts?by=spend`)
      return body.parts.map(({ value }) => value)
    }
    const before = await bands()
    expect(before).toContain('2000..2999')

    // Nine of them claim to be of accounts that are known.
    for (let i = 0; i < 20; i++)
      expect((await visitor().put('/person', { account: accountOf(i, 5_000_000 + i) })).status).toBe(204)

    expect(await bands()).toEqual([...before, null])
    const spends = async (unverifiedValues: Scope['unverifiedValues']) =>
      (await listSpends(heed.store.read, { workspaceId, unverifiedValues })).map(Number).sort((a, b) => a - b)
    expect(await spends('ignore')).toEqual(amounts)
    expect(await spends('use')).toEqual([...amounts, ...Array.from({ length: 11 }, (_, i) => 5_000_009 + i)])
  })
})
