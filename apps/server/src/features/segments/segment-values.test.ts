import type { SegmentValues } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { recordPerson } from '../people/record-person.ts'

describeOnBothStores('values that occur', (heed) => {
  it('are counted once for an account known both ways', async () => {
    const { workspaceId, visitor, ada } = await heed.workspace()
    const account = { accountId: 'a1', plan: 'pro', traits: { industry: 'Retail' } }
    await recordPerson(heed.deps, { workspaceId, source: 'server' }, { userId: 'u1', account })
    await visitor().put('/person', { userId: 'u1', account })
    await visitor().put('/person', { userId: 'u2', account: { ...account, accountId: 'a2', plan: 'basic' } })
    await visitor().put('/person', { userId: 'u3', account: { ...account, accountId: 'a3', plan: 'basic' } })

    const values = async (field: string) => (await ada.get<SegmentValues>(`/segment/values?field=${field}`)).body

    expect(await values('plan')).toEqual({
      of: 'account',
      values: [
        { value: 'basic', count: 2 },
        { value: 'pro', count: 1 },
      ],
    })
    expect(await values('trait.industry')).toEqual({ of: 'account', values: [{ value: 'Retail', count: 3 }] })
  })
})
