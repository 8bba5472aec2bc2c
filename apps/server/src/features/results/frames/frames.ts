import type { Store } from '@heed/db'
import type { CustomersOf } from '../../people/customers.ts'
import type { Filter, Scope } from '../../segments/scope.ts'
import type { Counts } from '../counts.ts'
import { columnCache } from './column-cache.ts'
import { countsInFrames } from './counts-in-frames.ts'

/** Counts answers, for one filter, with what packed columns there are. */
export type CountsOf = (scope: Scope, filter: Filter) => Counts

/** Memory that unpacked columns may take: those of some five million answers, without their traits. */
const usualFrameBytes = 128 * 2 ** 20

/** @param mostBytes of memory that unpacked columns may take, those of all workspaces together */
export function countsWithFrames(store: Store, customersOf: CustomersOf, mostBytes = usualFrameBytes): CountsOf {
  const cache = columnCache(store, mostBytes)
  return (scope, filter) =>
    countsInFrames({ handle: store.readAside, cache, customers: customersOf(scope) }, scope, filter)
}
