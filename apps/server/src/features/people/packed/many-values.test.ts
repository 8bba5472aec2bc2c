import { parseSegment } from '@heed/segments'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../../testing/heed.ts'
import { customersInSql } from '../customers.ts'
import { recordPersonIn } from '../record-person.ts'
import { customersInMemory } from './customers-in-memory.ts'
import { createPeopleMemory } from './people-memory.ts'

describeOnBothStores('people in memory with a trait of many values', (heed) => {
  it('are found by each of them', async () => {
    const { workspaceId } = await heed.workspace()
    const { read } = heed.store
    const cities = Array.from({ length: 270 }, (_, i) => `city ${i}`)
    await heed.store.write(async (tx) => {
      for (const city of cities)
        await recordPersonIn(tx, heed.deps, { workspaceId, source: 'server' }, { userId: city, traits: { city } })
    })
    const memory = createPeopleMemory({ read }, { fewestPeople: 0 })
    await memory.current(workspaceId)
    await memory.settled()
    const scope = { workspaceId, currency: 'USD', unverifiedValues: 'ignore' as const, now: heed.clock.now() }
    const sizes = { sql: customersInSql(read, scope), memory: customersInMemory(read, memory, scope) }

    const differing: string[] = []
    for (const city of cities) {
      const { segment } = parseSegment(`person.city:"${city}"`)
      const [inSql, inMemory] = [await sizes.sql.size(segment), await sizes.memory.size(segment)]
      if (inSql.people !== inMemory.people)
        differing.push(`${city}: ${inSql.people} in SQL, ${inMemory.people} in memory`)
    }
    expect(differing).toEqual([])
  }, 60_000)
})
