import type { NumberTest, SegmentCondition, SegmentNode } from '@heed/contracts'
import { meetsText, meetsTrait } from '@heed/segments'
import { rowsOfAll, rowsThatMeet, spread, type Verdicts } from '../../segments/held-rows.ts'
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
  const trust = trustIn(frame, scope)
  // Conditions that all rows must meet are mostly asked of what the rows say, and then in one go.
  const verdicts: Verdicts[] = []
  const others: SegmentNode[] = []
  for (const node of filter.segment.all) {
    const own = 'field' in node ? snapshotVerdicts(node, frame, scope) : undefined
    if (own) verdicts.push(own)
    else others.push(node)
  }
  const held = verdicts.length === 0 ? null : rowsThatMeet(trust ? [...verdicts, trust] : verdicts, frame.rows, null)
  const meets = (condition: SegmentCondition, among: Uint8Array | null) => {
    const own = snapshotVerdicts(condition, frame, scope)
    return own
      ? rowsThatMeet(trust ? [own, trust] : [own], frame.rows, among)
      : peopleIn(people.get(condition), frame, among)
  }
  return rowsOfAll(others, frame.rows, meets, held)
}

/** Rows whose values count; null where those of all do. */
export function trusted(frame: LoadedFrame, scope: Scope): Uint8Array | null {
  const trust = trustIn(frame, scope)
  return trust && spread(trust.codes, trust.verdicts)
}

function trustIn(frame: LoadedFrame, { unverifiedValues }: Scope): Verdicts | null {
  if (unverifiedValues === 'use') return null
  const trust = frame.column('trust')
  const verdicts = verdictsOf(trust, (value) => value === 'verified')
  return verdicts.includes(0) ? { codes: trust.codes, verdicts } : null
}

/** Nothing where a condition is not about what the rows keep. */
function snapshotVerdicts(condition: SegmentCondition, frame: LoadedFrame, { now }: Scope): Verdicts | undefined {
  const of = (name: string, verdicts: (column: Column) => Uint8Array) => {
    const column = frame.column(name)
    return { codes: column.codes, verdicts: verdicts(column) }
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
      // One that is not there holds nobody, whichever column is asked.
      return of('trust', ({ values }) => new Uint8Array(values.length))
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
