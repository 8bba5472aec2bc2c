import type { SegmentSize } from '@heed/contracts'
import { Analytics } from '@segment/analytics-node'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { findCustomerByUserId } from '../people/people.queries.ts'

describeOnBothStores('the official Segment client', (heed) => {
  it('unchanged but for its host, says who a customer is, what they pay and what they did', async () => {
    const { keys, workspaceId, ada } = await heed.workspace({})
    const host = await heed.app.listen({ port: 0, host: '127.0.0.1' })
    const analytics = new Analytics({ writeKey: keys.secret, host })
    const faults: unknown[] = []
    analytics.on('error', (fault) => faults.push(fault))

    analytics.identify({
      userId: 'u1',
      traits: { email: 'peter@example.com', createdAt: new Date('2025-03-02T10:00:00Z') },
    })
    analytics.group({
      userId: 'u1',
      groupId: 'initech',
      traits: { name: 'Initech', plan: 'growth', mrr: 129.5, currency: 'USD', createdAt: '2025-03-02T10:00:00Z' },
    })
    analytics.track({ userId: 'u1', event: 'Order Completed', properties: { total: 27.5 } })
    await analytics.closeAndFlush({ timeout: 20_000 })

    expect(faults).toEqual([])
    const customer = await findCustomerByUserId(heed.store.read, workspaceId, 'u1', 'verified')
    expect(customer).toMatchObject({
      person: { email: 'peter@example.com', customerSince: new Date('2025-03-02T10:00:00Z') },
      account: { externalId: 'initech', plan: 'growth', spendMinor: 12_950, reportingSpendMinor: 12_950 },
    })
    const found = await ada.get<SegmentSize>(
      '/segment/size?segment=plan:growth;spend:12950..12950;tenure:365..365;event."Order Completed":1..',
    )
    expect(found.body).toMatchObject({ people: 1, accounts: 1, spendMinor: 12_950 })
  }, 30_000)
})
