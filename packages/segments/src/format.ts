import type { DateTest, NumberTest, Segment, SegmentCondition, SegmentNode, TextTest } from '@heed/contracts'
import { writeWord } from './words-in-text.ts'

/**
 * Writes a segment as the text that `parseSegment` reads back. Equal segments give equal text, whatever order their
 * conditions and values were chosen in: nodes and values are sorted, and what stands twice is written once.
 */
export const formatSegment = (segment: Segment): string => writeNodes(segment.all)

const order = ['plan', 'spend', 'tenure', 'seats', 'country', 'locale', 'created', 'seen']

const writeNodes = (nodes: readonly SegmentNode[]): string =>
  [...new Set(nodes.map(writeNode))].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)).join(';')

const rank = (written: string): number => {
  const at = order.indexOf(written.slice(0, written.indexOf(':')))
  return at === -1 ? order.length : at
}

function writeNode(node: SegmentNode): string {
  if ('all' in node) return `all(${writeNodes(node.all)})`
  if ('any' in node) return `any(${writeNodes(node.any)})`
  if ('not' in node) return `not(${writeNodes(node.not)})`
  return writeCondition(node)
}

function writeCondition(condition: SegmentCondition): string {
  switch (condition.field) {
    case 'segment':
      return `in:${condition.id}`
    case 'trait':
      return `${condition.of ?? 'trait'}.${writeWord(condition.name)}:${writeTraitTest(condition.test)}`
    case 'event':
      return `event.${writeWord(condition.name)}:${writeTimes(condition)}`
    case 'nps':
      return `nps:${writeRange(condition.score)}${writeWithin(condition)}`
    case 'tickets':
      return `tickets${condition.state ? `.${condition.state}` : ''}:${writeTimes(condition)}`
    default:
      return `${condition.field}:${writeTest(condition.test)}`
  }
}

type Bounds = { from?: number | undefined; to?: number | undefined }
type Within = { withinDays?: number | undefined }

const writeRange = ({ from = '', to = '' }: { from?: unknown; to?: unknown }): string => `${from}..${to}`

const writeWithin = ({ withinDays }: Within): string => (withinDays === undefined ? '' : `@${withinDays}d`)

/** Without bounds it is nought times or more, which `..` alone would not say. */
const writeTimes = ({ times, ...within }: { times: Bounds } & Within): string =>
  `${writeRange(times.to === undefined ? { from: times.from ?? 0 } : times)}${writeWithin(within)}`

/** Days without bounds are said as all days: `..` alone is a number's. */
function writeTraitTest(test: TextTest | NumberTest | DateTest): string {
  const written = writeTest(test)
  return written === '..' && test.op !== 'between' ? '0000-01-01..' : written
}

function writeTest(test: TextTest | NumberTest | DateTest): string {
  switch (test.op) {
    case 'is':
      return [...new Set(test.values)].sort().map(writeWord).join(',')
    case 'contains':
      return `~${writeWord(test.text)}`
    case 'starts':
      return `^${writeWord(test.text)}`
    case 'known':
      return '*'
    case 'between':
      return writeRange(test)
    case 'dates':
      return writeRange(test)
    case 'ago': {
      const days = (bound: number | undefined) => (bound === undefined ? '' : `${bound}d`)
      return `${days(test.fromDays)}..${days(test.toDays)}`
    }
  }
}
