import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../../testing/heed.ts'
import { customersInSql } from '../customers.ts'
import { erasePerson } from '../erasure/erase-person.ts'
import { rowsOfHostsPerson } from '../person-detail.ts'
import { recordPerson } from '../record-person.ts'
import { customersInMemory } from './customers-in-memory.ts'
import { createPeopleMemory } from './people-memory.ts'

describeOnBothStores('accounts in memory', (heed) => {
  it('go with a person who was the account', async () => {
    const { workspaceId } = await heed.workspace()
    const { read } = heed.store
    const claimant = { workspaceId, source: 'server' as const }
    await recordPerson(heed.deps, claimant, { userId: 'solo', account: { accountId: 'solo', spendMinor: 99_000 } })
    await recordPerson(heed.deps, claimant, { userId: 'other', account: { accountId: 'acme', spendMinor: 1_000 } })
    const memory = createPeopleMemory({ read }, { fewestPeople: 0 })
    await memory.current(workspaceId)
    await memory.settled()
    const scope = { workspaceId, currency: 'USD', unverifiedValues: 'ignore' as const, now: heed.clock.now() }

    await erasePerson(heed.deps, workspaceId, (handle) => rowsOfHostsPerson(handle, workspaceId, 'solo'))

    expect(await customersInMemory(read, memory, scope).spends()).toEqual(await customersInSql(read, scope).spends())
  })
})
