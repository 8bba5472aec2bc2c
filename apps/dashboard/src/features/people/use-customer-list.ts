import type { CustomerSort, Traits } from '@heed/contracts'
import type { Pairs } from '../segments/segment-url.ts'
import { useSegmentFields } from '../segments/use-fields.ts'
import { useSegment } from '../segments/use-segment.ts'
import { useSegmentSize } from '../segments/use-segment-size.ts'
import { type Column, withTraits } from './columns.tsx'
import { readColumns } from './list-view.ts'

type Asked<Item, Sort extends CustomerSort> = {
  sorts: readonly (Sort | 'name')[]
  /** The columns that are there without any trait, and the keys of those shown until somebody chooses. */
  fixed: Column<Item, Sort>[]
  standard: string[]
  /** Whose traits can be columns; left out: everybody's. */
  traitsOf?: 'account'
}

/** What a list of customers shows, by the address: whom, in which order, with which columns; and how many there are. */
export function useCustomerList<Item extends { traits: Traits }, Sort extends CustomerSort>(asked: Asked<Item, Sort>) {
  const { sorts, fixed, standard, traitsOf } = asked
  const { customerPairs, filter } = useSegment()
  const fields = useSegmentFields()
  const size = useSegmentSize(customerPairs)
  const sort = sorts.find((each) => each === filter('sort')) ?? 'name'
  const search = filter('search')
  const pairs: Pairs = [...customerPairs]
  if (search) pairs.push(['search', search])
  if (sort !== 'name') pairs.push(['sort', sort])

  const chosen = readColumns(
    filter('columns'),
    standard,
    fixed.map(({ key }) => key),
  )
  const traits = (fields.data?.traits ?? []).filter(({ of }) => traitsOf === undefined || of === traitsOf)
  const offered = withTraits(
    fixed,
    traits.map(({ name }) => name),
    chosen,
  )
  return {
    sort,
    search,
    /** What the server is asked. */
    pairs,
    size: size.data,
    columns: { offered, chosen, standard, hasFailed: fields.isError },
    shown: offered.filter(({ key }) => chosen.includes(key)),
  }
}
