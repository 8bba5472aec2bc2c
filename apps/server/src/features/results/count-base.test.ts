import { formatSegment } from '@heed/segments'
import { someCustomer, someNow, someSegment } from '@heed/segments/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import type { Scope } from '../segments/scope.ts'
import { countCustomers } from '../segments/segment-size.queries.ts'
import { insertCustomers } from '../segments/testing-customers.ts'
import { countBase } from './count-base.ts'

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
})
