import type { DateTest, NumberTest, SegmentCondition, TextTest } from '@heed/contracts'
import { limits } from './limits.ts'
import { type Read, readDates, readNumbers, readOften, readTexts, readWhole } from './parse-test.ts'
import { readBare, readWord, skipSpace, type Word } from './words-in-text.ts'

/** A condition and where it ends; or why there is none. */
type ReadCondition = { condition: SegmentCondition | string; end: number }
type Head = { field: string; name: Word | null; end: number }

const fieldsByName =
  'plan, spend, tenure, seats, country, locale, created, seen, nps, tickets, trait.<name>, event.<name> or in'

/** Reads `field:test` from `at` on. */
export function readCondition(source: string, at: number): ReadCondition {
  const head = readHead(source, at)
  if (typeof head === 'string') return { condition: head, end: at }
  const { field, name, end } = head
  if (name) return readNamed(field, name.text, source, end)
  switch (field) {
    case 'plan':
    case 'country':
    case 'locale':
      return conditionOf(field, readTexts(source, end), (test) => ({ field, test }))
    case 'spend':
      return conditionOf(field, readWhole(source, end, limits.spendMinor), (test) => ({ field, test }))
    case 'tenure':
      return conditionOf(field, readWhole(source, end, limits.tenureDays), (test) => ({ field, test }))
    case 'seats':
      return conditionOf(field, readWhole(source, end, limits.seats), (test) => ({ field, test }))
    case 'created':
    case 'seen':
      return conditionOf(field, readDates(source, end), (test) => ({ field, test }))
    case 'nps':
      return conditionOf(field, readOften(source, end, { most: limits.nps, mayBeOpen: true }), ({ range, within }) => ({
        field,
        score: range,
        ...within,
      }))
    case 'tickets':
      return readTickets(field, {}, source, end)
    case 'in':
      return readSaved(source, end)
    default:
      return { condition: `${field}: is no field of a segment; those are ${fieldsByName}`, end }
  }
}

/** `field:` or `field.name:`; the name may stand in quotes. */
function readHead(source: string, at: number): Head | string {
  const field = readBare(source, at).split('.', 1)[0] ?? ''
  const dot = at + field.length
  if (source[dot] === '(') return `${field}( opens no group; those are any(…), all(…) and not(…)`
  if (field === '') return 'must be written as field:test, such as plan:growth'
  const name = source[dot] === '.' ? readWord(source, dot + 1) : null
  if (source[dot] === '.' && !name) return `${field}. must name something, in quotes where it has other signs`
  const colon = name?.end ?? dot
  if (source[colon] !== ':')
    return `${field}: must be written as field:test, such as plan:growth; a name with other signs stands in quotes`
  return { field, name, end: skipSpace(source, colon + 1) }
}

const conditionOf = <T extends object>(
  field: string,
  { read, end }: Read<T>,
  make: (read: T) => SegmentCondition,
): ReadCondition => ({
  condition: typeof read === 'string' ? `${field}: ${read}` : make(read),
  end,
})

/** `tickets.open`, `event.<name>`, `trait.<name>`, `person.<name>`, `account.<name>`. */
function readNamed(field: string, name: string, source: string, at: number): ReadCondition {
  switch (field) {
    case 'tickets':
      if (name === 'open' || name === 'closed') return readTickets(`tickets.${name}`, { state: name }, source, at)
      return { condition: 'tickets: must be tickets, tickets.open or tickets.closed', end: at }
    case 'event':
      return readEvent(name, source, at)
    case 'trait':
      return readTrait({ name }, field, source, at)
    case 'person':
    case 'account':
      return readTrait({ name, of: field }, field, source, at)
    default:
      return { condition: `${field}.: is no field of a segment; those are ${fieldsByName}`, end: at }
  }
}

function readTickets(field: string, state: { state?: 'open' | 'closed' }, source: string, at: number): ReadCondition {
  return conditionOf(field, readOften(source, at, { most: limits.times }), ({ range, within }) => ({
    field: 'tickets',
    ...state,
    times: range,
    ...within,
  }))
}

function readEvent(name: string, source: string, at: number): ReadCondition {
  if (name === '' || name.length > limits.eventName)
    return { condition: `event.: a name must have 1 to ${limits.eventName} characters`, end: at }
  return conditionOf(`event.${name}`, readOften(source, at, { most: limits.times }), ({ range, within }) => ({
    field: 'event',
    name,
    times: range,
    ...within,
  }))
}

type TraitName = { name: string; of?: 'person' | 'account' }

function readTrait({ name, of }: TraitName, field: string, source: string, at: number): ReadCondition {
  if (name === '' || name.length > limits.traitName)
    return { condition: `${field}.: a name must have 1 to ${limits.traitName} characters`, end: at }
  // No trait has such a name, and the stores look names up by a quoted path.
  if (/["\\\p{Cc}]/u.test(name))
    return { condition: `${field}.: a trait's name holds no quotes, backslashes or control characters`, end: at }
  return conditionOf(`${field}.${name}`, readAnyTest(source, at), (test) => ({
    field: 'trait',
    ...(of && { of }),
    name,
    test,
  }))
}

/** A trait may be of any kind: what stands there says which. */
function readAnyTest(source: string, at: number): Read<TextTest | NumberTest | DateTest> {
  const bare = readBare(source, at)
  if (!bare.includes('..')) return readTexts(source, at)
  return /\dd|\d-/.test(bare.split('@', 1)[0] ?? '') ? readDates(source, at) : readNumbers(source, at, limits.trait)
}

function readSaved(source: string, at: number): ReadCondition {
  const id = readBare(source, at)
  if (!/^seg_[0-9a-z]{21}$/.test(id))
    return { condition: 'in: must name a saved segment by its id, such as seg_…', end: at }
  return { condition: { field: 'segment', id }, end: at + id.length }
}
