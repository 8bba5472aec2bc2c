import type { Segment } from '@heed/contracts'
import type { Handle, Store } from '@heed/db'
import { keepBoth } from '../../segments/held-rows.ts'
import type { Scope } from '../../segments/scope.ts'
import { type Customers, type CustomersOf, customersInSql } from '../customers.ts'
import { readDeeds } from './deeds.ts'
import { canBeAsked, meetsSegment } from './held-people.ts'
import { type Holding, heldPeople, heldPlaces } from './meets.ts'
import { baseOf } from './packed-base.ts'
import { firstInOrder } from './packed-order.ts'
import type { PackedPeople } from './packed-people.ts'
import { packedPeopleSet } from './packed-people-set.ts'
import { sizeOf } from './packed-size.ts'
import { createPeopleMemory, type PeopleMemory, type PeopleMemorySizes } from './people-memory.ts'

/** Customers of large workspaces from memory, which is filled when they are asked for. */
export function customersWithMemory(
  { read, readAside }: Store,
  sizes: Partial<PeopleMemorySizes>,
  onError: (error: unknown) => void,
): CustomersOf {
  const memory = createPeopleMemory({ read }, sizes, onError)
  return (scope) => customersInMemory(readAside, memory, scope)
}

/** The same answers from people in memory where they are there, else in SQL. */
export function customersInMemory(handle: Handle, memory: PeopleMemory, scope: Scope): Customers {
  const inSql = customersInSql(handle, scope)

  /** Nothing happens between finding whom a segment holds and `answer`. */
  const ask = async <T>(
    segment: Segment,
    answer: (people: PackedPeople, holding: Holding) => T,
    otherwise: () => Promise<T>,
  ): Promise<T> => {
    const kept = await memory.current(scope.workspaceId)
    if (!kept || !canBeAsked(kept.people, segment)) return otherwise()
    const deeds = await readDeeds(handle, scope, segment, kept.deeds)
    const { people } = kept
    return kept.isWhole ? answer(people, meetsSegment(people, segment, deeds, scope)) : otherwise()
  }
  const listedOf = (people: PackedPeople, holding: Holding) =>
    keepBoth(heldPeople(holding, people.rows), people.listed.subarray(0, people.rows))

  return {
    size: (segment) =>
      ask(
        segment,
        (people, holding) => sizeOf(people, listedOf(people, holding), scope),
        () => inSql.size(segment),
      ),
    base: (segment, by, { of, spendBounds = [] }) =>
      ask(
        segment,
        (people, holding) => baseOf(people, listedOf(people, holding), by, { of, spendBounds }, scope),
        () => inSql.base(segment, by, { of, spendBounds }),
      ),
    spends: async () => (await memory.current(scope.workspaceId))?.people.accounts.spends(scope) ?? inSql.spends(),
    peopleSet: (segment) =>
      ask(
        segment,
        (people, holding) => packedPeopleSet(people, heldPeople(holding, people.rows)),
        () => inSql.peopleSet(segment),
      ),
    found: (segment) =>
      ask(
        segment,
        (people, holding) => {
          const { rows } = people // whoever comes later is not known to the segment's conditions
          return {
            among: (ids) => {
              const isListed = (place: number) => place >= 0 && place < rows && people.listed[place] === 1
              const placeOf = new Map(ids.map((id) => [id, people.placeOf(id)]))
              const held = new Set(holding.narrow(Int32Array.from(placeOf.values()).filter(isListed)))
              return ids.filter((id) => held.has(placeOf.get(id) as number))
            },
            first: (sort, after, count) => firstInOrder(people, heldPlaces(holding, rows), sort, scope, after, count),
          }
        },
        () => inSql.found(segment),
      ),
  }
}
