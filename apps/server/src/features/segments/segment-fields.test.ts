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

  it('are looked for once a minute, in each workspace for itself', async () => {
    const [made, other] = [await heed.workspace(), await heed.workspace()]
    const say = (trait: string) =>
      recordPerson(
        heed.deps,
        { workspaceId: made.workspaceId, source: 'server' },
        { userId: 'u1', traits: { [trait]: 1 } },
      )
    const names = async ({ ada } = made) =>
      (await ada.get<SegmentFields>('/segment/fields')).body.traits.map(({ name }) => name)
    await say('role')
    expect(await names()).toEqual(['role'])

    await say('seat')
    heed.clock.advance('59s')
    expect(await names()).toEqual(['role'])
    expect(await names(other)).toEqual([])
    heed.clock.advance('1s')
    expect(await names()).toEqual(['role', 'seat'])
  })
})
