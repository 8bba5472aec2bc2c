import type { DateTest, NumberTest, SegmentCondition, TextTest } from '@heed/contracts'
import { limits } from './limits.ts'
import { isPlain, readBare, readWord, skipSpace, type Word } from './words-in-text.ts'

/** What was read and where it ends; or, as a text, what would have been right. */
export type Read<T extends object> = { read: T | string; end: number }

type Bounds<T> = { from?: T; to?: T }
type WholeTest = Extract<SegmentCondition, { field: 'spend' }>['test']

const boundsOf = <T>(from: T | undefined, to: T | undefined): Bounds<T> => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
})

/** `a,b`, `~part`, `^beginning` or `*`. */
export function readTexts(source: string, at: number): Read<TextTest> {
  const sign = source[at]
  if (sign === '*') return { read: { op: 'known' }, end: at + 1 }
  if (sign !== '~' && sign !== '^') return readValues(source, at)
  const word = readWord(source, at + 1)
  if (!word?.text) return { read: source[at + 1] === '"' && !word ? notClosed : `a text must follow ${sign}`, end: at }
  const fault = faultOf(word)
  if (fault) return { read: fault, end: at }
  return { read: { op: sign === '~' ? 'contains' : 'starts', text: word.text }, end: word.end }
}

const notClosed = 'the quote is not closed'
const valueMissing = 'must name a value, or several as a,b; or ~part, ^beginning or *'

function readValues(source: string, at: number): Read<TextTest> {
  const values = new Set<string>()
  for (let from = at; ; ) {
    const word = readWord(source, from)
    if (!word) return { read: source[from] === '"' ? notClosed : valueMissing, end: from }
    const fault = faultOf(word)
    if (fault) return { read: fault, end: from }
    values.add(word.text)
    if (values.size > limits.values) return { read: `must name at most ${limits.values} values`, end: from }
    const comma = skipSpace(source, word.end)
    if (source[comma] !== ',') return { read: { op: 'is', values: [...values] }, end: word.end }
    from = skipSpace(source, comma + 1)
  }
}

function faultOf({ text, quoted }: Word): string | undefined {
  if (text.length > limits.valueLength) return `a value must have at most ${limits.valueLength} characters`
  return quoted || isPlain(text) ? undefined : `${text} is no text unless it stands in quotes`
}

/** Whole numbers of nought or more, or `*`. */
export function readWhole(source: string, at: number, most: number): Read<WholeTest> {
  if (source[at] === '*') return { read: { op: 'known' }, end: at + 1 }
  const word = readBare(source, at)
  const range = wholeRange(word, most)
  return { read: typeof range === 'string' ? range : { op: 'between', ...range }, end: at + word.length }
}

function wholeRange(word: string, most: number): Bounds<number> | string {
  const sides = /^(\d*)\.\.(\d*)$/.exec(word)
  if (!sides) return 'must be a range of whole numbers such as 100..500, 100.. or ..500'
  return numberRange(sides, 0, most)
}

/** Any numbers: `-1.5..20`. `..` alone is whatever is a number. */
export function readNumbers(source: string, at: number, most: number): Read<NumberTest> {
  const word = readBare(source, at)
  const side = String.raw`(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)?`
  const sides = new RegExp(`^${side}\\.\\.${side}$`).exec(word)
  const range = sides ? numberRange(sides, -most, most) : 'must be a range such as 1.5..20, 2026-01-01.. or 0d..30d'
  return { read: typeof range === 'string' ? range : { op: 'between', ...range }, end: at + word.length }
}

function numberRange(sides: RegExpExecArray, least: number, most: number): Bounds<number> | string {
  const [from, to] = [sides[1], sides[2]].map((side) => (side ? Number(side) + 0 : undefined)) // + 0: no minus nought
  if ([from, to].some((bound) => bound !== undefined && (bound > most || bound < least)))
    return `must lie between ${least} and ${most}`
  return from !== undefined && to !== undefined && from > to ? reversed(from, to) : boundsOf(from, to)
}

const reversed = (from: unknown, to: unknown): string => `must not end (${to}) before it begins (${from})`

type Often = { range: Bounds<number>; within: { withinDays?: number } }

/** `3..`, `..0` or `0..6`, and with `@30d` in the last so many days. `mayBeOpen`: `..` alone says something, too. */
export function readOften(
  source: string,
  at: number,
  { most, mayBeOpen = false }: { most: number; mayBeOpen?: boolean },
): Read<Often> {
  const word = readBare(source, at)
  const end = at + word.length
  const [bounds = '', days] = word.split(/@(.*)/)
  const range = wholeRange(bounds, most)
  if (typeof range === 'string') return { read: range, end }
  if (!mayBeOpen && bounds === '..') return { read: 'must name a bound, such as 1.. or ..5', end }
  if (days === undefined) return { read: { range, within: {} }, end }
  const withinDays = Number(/^(\d+)d$/.exec(days)?.[1])
  if (Number.isNaN(withinDays)) return { read: 'the days behind @ must be written like @30d', end }
  if (withinDays < 1 || withinDays > limits.withinDays)
    return { read: `the days behind @ must lie between 1 and ${limits.withinDays}`, end }
  return { read: { range, within: { withinDays } }, end }
}

/** `2026-01-01..2026-03-31`, days of UTC; or `0d..30d`, so many days ago, the nearer first; or `*`. */
export function readDates(source: string, at: number): Read<DateTest> {
  if (source[at] === '*') return { read: { op: 'known' }, end: at + 1 }
  const word = readBare(source, at)
  const end = at + word.length
  const ago = /^(?:(\d+)d\.\.|\.\.(?=\d))(?:(\d+)d)?$/.exec(word)
  if (ago) return { read: agoTest(ago[1], ago[2]), end }
  const days = /^(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?$/.exec(word)
  if (days) return { read: datesTest(days[1], days[2]), end }
  return { read: 'must be days such as 2026-01-01..2026-03-31, or days ago such as 0d..30d', end }
}

function agoTest(near: string | undefined, far: string | undefined): DateTest | string {
  const [fromDays, toDays] = [near, far].map((days) => (days === undefined ? undefined : Number(days)))
  if ([fromDays, toDays].some((days) => days !== undefined && days > limits.daysAgo))
    return `must be at most ${limits.daysAgo} days ago`
  if (fromDays !== undefined && toDays !== undefined && fromDays > toDays)
    return `must name the nearer bound first: ${toDays}d..${fromDays}d`
  return { op: 'ago', ...(fromDays !== undefined && { fromDays }), ...(toDays !== undefined && { toDays }) }
}

function datesTest(from: string | undefined, to: string | undefined): DateTest | string {
  const wrong = [from, to].find((day) => day !== undefined && !isDay(day))
  if (wrong) return `${wrong} is no day of the calendar`
  return from && to && from > to ? reversed(from, to) : { op: 'dates', ...boundsOf(from, to) }
}

const isDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}
