import type { SegmentFields } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { recordPerson } from '../people/record-person.ts'

describeOnBothStores('fields that a condition can be about', (heed) => {
  it('are the traits that most customers have, by the alphabet, each with its kind', async () => {
    const { workspaceId, ada } = await heed.workspace()
    const own = (person: number) =>
      Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`own.${person}.${i}`, 'x'] as const))
    for (let person = 0; person < 3; person += 1) {
      await recordPerson(
        heed.deps,
        { workspaceId, source: 'server' },
        {
          userId: `u${person}`,
          traits: { ...own(person), zone: person },
          account: { accountId: 'a1', traits: { vip: true } },
        },
      )
    }

    const { traits } = (await ada.get<SegmentFields>('/segment/fields')).body

    const ofPeople = traits.filter((trait) => trait.of === 'person')
    expect(ofPeople).toHaveLength(200)
    expect(ofPeople.at(-1)).toEqual({ name: 'zone', of: 'person', kind: 'number' })
    expect(ofPeople.map(({ name }) => name)).toEqual(ofPeople.map(({ name }) => name).toSorted())
    expect(traits.at(-1)).toEqual({ name: 'vip', of: 'account', kind: 'flag' })
  })
})
