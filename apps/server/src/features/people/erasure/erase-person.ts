import type { Erasure } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../../deps.ts'
import { takePackedOf } from '../../results/frames/mark-frames.ts'
import { countErased, deleteOwnRows, insertDeparted } from './erasure.queries.ts'
import { holdPerson, type ListRows } from './hold-person.ts'

/** What would go with a person, and what would stay. @param personIds the rows of one person */
export const readErasure = (handle: Handle, workspaceId: string, personIds: string[]): Promise<Erasure> =>
  countErased(handle, { workspaceId, personIds })

/**
 * Erases a person: all that they said, asked and did, in one write. Ideas that others stand behind stay without their
 * author. Whatever is said of the same user later makes a new person.
 * @param listRows of the person, by Heed's own ids
 * @returns what went
 * @throws Problem what `listRows` throws, where there is no such person
 */
export async function erasePerson(deps: Deps, workspaceId: string, listRows: ListRows): Promise<Erasure> {
  const erasure = await deps.store.write(async (tx) => {
    const person = await holdPerson(tx, workspaceId, listRows)
    if (!person) return undefined
    const counted = await countErased(tx, person)
    for (const personId of person.personIds) await takePackedOf(tx, workspaceId, personId, deps.now())
    await insertDeparted(tx, person, await deleteOwnRows(tx, person))
    return counted
  })
  // Another browser of theirs came in between.
  if (!erasure) return erasePerson(deps, workspaceId, listRows)
  await deps.suggesters.forget(workspaceId)
  return erasure
}
