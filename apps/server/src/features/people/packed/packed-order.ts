import type { CustomerSort } from '@heed/contracts'
import type { Scope } from '../../segments/scope.ts'
import type { Place } from '../list-place.ts'
import { sinceOf } from './held-people.ts'
import type { PackedPeople } from './packed-people.ts'

/** How places are sorted, which of them have a value that counts, and how one compares to a place of a list. */
type Sorting = {
  isKnown: (row: number) => boolean
  /** Rises in the order, if not with every row: who has a higher one comes later. NaN where there is no value. */
  lead: (row: number) => number
  /** Below nought: the first one comes first. Among those with a value, but for the id. */
  compare: (a: number, b: number) => number
  /** The same with a place that has a value, made once for all rows. */
  comparingTo: (place: Place) => (row: number) => number
  descending: boolean
}

/** The first of some people after a place, in the order of `peopleOrder`. */
export function firstInOrder(
  people: PackedPeople,
  rows: Int32Array,
  sort: CustomerSort,
  scope: Scope,
  after: Place | undefined,
  count: number,
): string[] {
  const { ids, listed } = people
  const sorting = sortingOf(people, sort, scope)
  const direction = sorting.descending ? -1 : 1
  const afterId = Buffer.from(after?.id ?? '')
  const compareToAfter = after && after.value !== null ? sorting.comparingTo(after) : null
  const comesAfter = (row: number, isKnown: boolean) => {
    if (!after) return true
    if (!compareToAfter) return !isKnown && direction * ids.compareTo(row, afterId) > 0
    return !isKnown || (compareToAfter(row) || direction * ids.compareTo(row, afterId)) > 0
  }
  const known = firstOf(count, (a, b) => sorting.compare(a, b) || direction * ids.compare(a, b))
  const others = firstOf(count, (a, b) => direction * ids.compare(a, b))
  let highestLead = Number.POSITIVE_INFINITY
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    // Most of many come later than those that were found: no more is asked of them.
    if (sorting.lead(row) > highestLead || listed[row] === 0) continue
    const isKnown = sorting.isKnown(row)
    if (!comesAfter(row, isKnown)) continue
    ;(isKnown ? known : others).add(row)
    const last = known.last()
    if (last !== undefined) highestLead = sorting.lead(last)
  }
  return [...known.rows, ...others.rows].slice(0, count).map((row) => ids.text(row))
}

/** Keeps the first so many of those that are added. */
function firstOf(count: number, compare: (a: number, b: number) => number) {
  const rows: number[] = []
  return {
    rows,
    /** The last one, once there are enough. */
    last: () => rows[count - 1],
    add(row: number) {
      const last = rows[count - 1]
      if (last !== undefined && compare(row, last) > 0) return
      let low = 0
      let high = rows.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (compare(rows[middle] as number, row) < 0) low = middle + 1
        else high = middle
      }
      rows.splice(low, 0, row)
      if (rows.length > count) rows.pop()
    },
  }
}

function sortingOf(people: PackedPeople, sort: CustomerSort, { unverifiedValues }: Scope): Sorting {
  const { accounts, account, labels, seen, trusted } = people
  const counts = (row: number) => unverifiedValues === 'use' || trusted[row] === 1
  switch (sort) {
    case 'name':
      return {
        isKnown: labels.isKnown,
        lead: (row) => (labels.isKnown(row) ? 0 : Number.NaN),
        compare: labels.compare,
        comparingTo: ({ value }) => {
          const label = Buffer.from(String(value))
          return (row) => labels.compareTo(row, label)
        },
        descending: false,
      }
    case 'seen':
      return byNumber(
        (row) => seen[row] as number,
        () => '',
        true,
      )
    case 'spend':
      return byNumber(
        (row) => (counts(row) ? (accounts.spend[account[row] as number] as number) : Number.NaN),
        (row) => accounts.ids.text(account[row] as number),
        true,
      )
    case 'tenure': {
      const since = sinceOf(people)
      return byNumber(
        (row) => (counts(row) ? since(row) : Number.NaN),
        (row) =>
          Number.isNaN(accounts.since[account[row] as number]) ? '' : accounts.ids.text(account[row] as number),
        false,
      )
    }
  }
}

/** @param tieOf what decides between two of the same number */
function byNumber(numberOf: (row: number) => number, tieOf: (row: number) => string, descending: boolean): Sorting {
  const direction = descending ? -1 : 1
  const compareText = (a: string, b: string) => (a < b ? -direction : a > b ? direction : 0)
  return {
    isKnown: (row) => !Number.isNaN(numberOf(row)),
    lead: (row) => direction * numberOf(row),
    compare: (a, b) => direction * (numberOf(a) - numberOf(b)) || compareText(tieOf(a), tieOf(b)),
    comparingTo:
      ({ value, tie }) =>
      (row) =>
        direction * (numberOf(row) - Number(value)) || compareText(tieOf(row), tie),
    descending,
  }
}
