import type { SegmentSize, SegmentValues } from '@heed/contracts'
import { formatSegment } from '@heed/segments'
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

  it('are written so that a condition of them finds who has them, on both stores', async () => {
    const { workspaceId, ada } = await heed.workspace()
    const levels = [1e-7, 0.1 + 0.2, 0.3, 1e21, 5, '5', '1.0e-07', '0.30']
    for (const [i, level] of levels.entries())
      await recordPerson(heed.deps, { workspaceId, source: 'server' }, { userId: `u${i}`, traits: { level } })

    const { values } = (await ada.get<SegmentValues>('/segment/values?field=trait.level')).body

    expect(values.slice(0, 1)).toEqual([{ value: '5', count: 2 }])
    expect(values.map(({ value }) => value).sort()).toEqual([...new Set(levels.map(String))].sort())
    for (const { value, count } of values) {
      const segment = encodeURIComponent(formatSegment({ all: [levelIs(value)] }))
      expect((await ada.get<SegmentSize>(`/segment/size?segment=${segment}`)).body.people, value).toBe(count)
    }
  })
})

const levelIs = (value: string) => ({
  field: 'trait' as const,
  name: 'level',
  test: { op: 'is' as const, values: [value] },
})
