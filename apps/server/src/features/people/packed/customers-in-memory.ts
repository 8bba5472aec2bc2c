import type { Segment } from '@heed/contracts'
import type { Handle, Store } from '@heed/db'
import { keepBoth } from '../../segments/held-rows.ts'
import type { Scope } from '../../segments/scope.ts'
import { type Customers, type CustomersOf, customersInSql } from '../customers.ts'
import { readDeeds } from './deeds.ts'
import { canBeAsked, heldPeople } from './held-people.ts'
import { baseOf } from './packed-base.ts'
import { firstInOrder } from './packed-order.ts'
import type { PackedPeople } from './packed-people.ts'
import { packedPeopleSet } from './packed-people-set.ts'
import { sizeOf } from './packed-size.ts'
import { createPeopleMemory, type PeopleMemory, type PeopleMemorySizes } from './people-memory.ts'

/** Customers of large workspaces from memory, which is filled when they are asked for. */
export function customersWithMemory({ read }: Store, sizes: Partial<PeopleMemorySizes> = {}): CustomersOf {
  const memory = createPeopleMemory({ read }, sizes)
  return (scope) => customersInMemory(read, memory, scope)
}

const count = (held: Uint8Array) => {
  let total = 0
  for (let row = 0; row < held.length; row++) total += held[row] as number
  return total
}

/** The same answers from people in memory where they are there, else in SQL. */
export function customersInMemory(handle: Handle, memory: PeopleMemory, scope: Scope): Customers {
  const inSql = customersInSql(handle, scope)

  /** Nothing happens between finding whom a segment holds and `answer`. */
  const ask = async <T>(
    segment: Segment,
    answer: (people: PackedPeople, held: Uint8Array) => T,
    otherwise: () => Promise<T>,
  ): Promise<T> => {
    const kept = await memory.current(scope.workspaceId)
    if (!kept || !canBeAsked(kept.people, segment)) return otherwise()
    const deeds = await readDeeds(handle, scope, segment)
    const { people } = kept
    return kept.isWhole ? answer(people, heldPeople(people, segment, deeds, scope)) : otherwise()
  }
  const listed = (people: PackedPeople, held: Uint8Array) => keepBoth(held, people.listed.subarray(0, held.length))

  return {
    size: (segment) =>
      ask(
        segment,
        (people, held) => sizeOf(people, listed(people, held), scope),
        () => inSql.size(segment),
      ),
    base: (segment, by, { of, spendBounds = [] }) =>
      ask(
        segment,
        (people, held) => baseOf(people, listed(people, held), by, { of, spendBounds }, scope),
        () => inSql.base(segment, by, { of, spendBounds }),
      ),
    peopleSet: (segment) => ask(segment, packedPeopleSet, () => inSql.peopleSet(segment)),
    found: (segment) =>
      ask(
        segment,
        (people, held) => {
          listed(people, held)
          return {
            people: count(held),
            holds: (id) => held[people.placeOf(id)] === 1,
            first: (sort, after, count) => firstInOrder(people, held, sort, scope, after, count),
          }
        },
        () => inSql.found(segment),
      ),
  }
}
