import type { SegmentCondition } from '@heed/contracts'

type Bounds = { from?: unknown; to?: unknown }
const isOpen = ({ from, to }: Bounds): boolean => from === undefined && to === undefined

/** Whether a condition has the value that it needs to filter anything. */
export function isComplete(condition: SegmentCondition): boolean {
  switch (condition.field) {
    case 'event':
    case 'tickets':
      return !isOpen(condition.times)
    case 'nps':
      return !isOpen(condition.score)
    case 'segment':
      return condition.id !== ''
    default:
      return isTestComplete(condition.test)
  }
}

type Test = Extract<SegmentCondition, { test: unknown }>['test']

function isTestComplete(test: Test): boolean {
  switch (test.op) {
    case 'is':
      return test.values.length > 0
    case 'contains':
    case 'starts':
      return test.text !== ''
    case 'ago':
      return test.fromDays !== undefined || test.toDays !== undefined
    case 'known':
      return true
    default:
      return !isOpen(test)
  }
}

/**
 * In the language a range that is open at both ends holds whoever has a value. While editing it is a range that waits
 * for one, so what is read is written in the other way that means the same.
 */
export function withoutOpenRanges(condition: SegmentCondition): SegmentCondition {
  if (isComplete(condition)) return condition
  switch (condition.field) {
    case 'event':
    case 'tickets':
      return { ...condition, times: { from: 0 } }
    case 'nps':
      return { ...condition, score: { from: 0, to: 10 } }
    case 'spend':
    case 'tenure':
    case 'seats':
    case 'created':
    case 'seen':
    case 'trait':
      return { ...condition, test: { op: 'known' } }
    default:
      return condition
  }
}
