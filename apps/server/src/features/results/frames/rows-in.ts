import type { NumberTest, SegmentCondition, SegmentNode } from '@heed/contracts'
import { meetsText, meetsTrait } from '@heed/segments'
import { keepBoth, rowsOfAll, spread } from '../../segments/held-rows.ts'
import type { Filter, Scope } from '../../segments/scope.ts'
import { traitColumn } from './frame-builder.ts'
import { type LoadedFrame, verdictsOf } from './loaded-frame.ts'
import type { Column } from './packed-column.ts'
import type { PeopleSet } from './people-sets.ts'

/** The people who meet a condition, or a segment, as of now. */
export type PeopleSets = Map<SegmentCondition | Filter, PeopleSet>

/** Columns that a filter looks at. */
export const columnsOf = ({ segment, asOf }: Filter): string[] => {
  if (segment.all.length === 0) return []
  if (asOf === 'now') return ['person']
  return [...new Set(conditionsUnder({ all: segment.all }).flatMap((condition) => [...columnOf(condition)]))]
}

const columnOf = (condition: SegmentCondition): string[] => {
  switch (condition.field) {
    case 'plan':
    case 'spend':
    case 'tenure':
      return [condition.field, 'trust']
    case 'country':
      return [traitColumn('country'), 'trust']
    case 'trait':
      return [traitColumn(condition.name), 'trust']
    case 'segment':
      return []
    default:
      return ['person']
  }
}

/** What of a filter is asked of people as they are now, and not of what the rows keep. */
export const askedOfPeople = (filter: Filter): (SegmentCondition | Filter)[] => {
  if (filter.segment.all.length === 0) return []
  if (filter.asOf === 'now') return [filter]
  return conditionsUnder({ all: filter.segment.all }).filter((condition) => columnOf(condition).includes('person'))
}

const conditionsUnder = (node: SegmentNode): SegmentCondition[] => {
  if ('field' in node) return [node]
  return ('all' in node ? node.all : 'any' in node ? node.any : node.not).flatMap(conditionsUnder)
}

/**
 * Which rows of a frame a filter holds: a 1 each; null where all. The verdict is that of `snapshotIn`, held together by a
 * test: conditions are those of `matchesSegment`, asked once of each value that occurs.
 */
export function rowsIn(filter: Filter, frame: LoadedFrame, scope: Scope, people: PeopleSets): Uint8Array | null {
  if (filter.segment.all.length === 0) return null
  if (filter.asOf === 'now') return peopleIn(people.get(filter), frame, null)
  const counts = trusted(frame, scope)
  return rowsOfAll(filter.segment.all, frame.rows, (condition, among) => {
    const meets = snapshotMeets(condition, frame, scope, among)
    if (!meets) return peopleIn(people.get(condition), frame, among)
    return counts ? keepBoth(meets, counts) : meets
  })
}

/** Rows whose values count; null where those of all do. */
export function trusted(frame: LoadedFrame, { unverifiedValues }: Scope): Uint8Array | null {
  if (unverifiedValues === 'use') return null
  const trust = frame.column('trust')
  if (trust.values.every((value) => value === 'verified')) return null
  return spread(
    trust.codes,
    verdictsOf(trust, (value) => value === 'verified'),
  )
}

/** Nothing where a condition is not about what the rows keep. */
function snapshotMeets(
  condition: SegmentCondition,
  frame: LoadedFrame,
  { now }: Scope,
  among: Uint8Array | null,
): Uint8Array | undefined {
  const of = (name: string, verdicts: (column: Column) => Uint8Array) => {
    const column = frame.column(name)
    return spread(column.codes, verdicts(column), frame.rows, among)
  }
  switch (condition.field) {
    case 'plan':
      return of('plan', (plan) => verdictsOf(plan, (value) => meetsText(condition.test, value as string | null)))
    case 'spend':
    case 'tenure':
      return of(condition.field, (numbers) => verdictsOn(numbers as Column<number | null>, condition.test))
    case 'country':
      return of(traitColumn('country'), (trait) =>
        verdictsOf(trait, (value) => meetsTrait(condition.test, value ?? undefined, now)),
      )
    case 'trait':
      return of(traitColumn(condition.name), (trait) =>
        verdictsOf(trait, (value) => meetsTrait(condition.test, value ?? undefined, now)),
      )
    case 'segment':
      return new Uint8Array(frame.rows)
    default:
      return undefined
  }
}

/** `meetsNumber` of each value: of a spend nearly all differ, so that a call for each would take most of the time. */
function verdictsOn({ values }: Column<number | null>, test: NumberTest): Uint8Array {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = test.op === 'between' ? test : {}
  const verdicts = new Uint8Array(values.length)
  for (let code = 0; code < values.length; code++) {
    const value = values[code] as number | null
    verdicts[code] = value !== null && from <= value && value <= to ? 1 : 0
  }
  return verdicts
}

function peopleIn(people: PeopleSet | undefined, frame: LoadedFrame, among: Uint8Array | null): Uint8Array {
  if (!people) throw new Error('who meets the condition was not asked')
  return people.rowsIn(frame.column('person'), among)
}
