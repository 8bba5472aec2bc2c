import type { SegmentNode, TextTest } from '@heed/contracts'
import { formatSegment } from '@heed/segments'
import { type Dimension, type Part, type SpendBounds, tenureBounds, traitOf } from './dimensions-sql.ts'

/** The longest value that a condition can name. */
const longestWord = 500

/** What a part of a cut is called, and the condition that picks its answers; null where none can. */
export function partWords(
  by: Dimension,
  part: Part,
  spendBounds: SpendBounds,
): { value: string | null; segment: string | null } {
  switch (by) {
    case 'plan':
      return textWords((test) => ({ field: 'plan', test }), part)
    case 'tenure':
      return rangeWords('tenure', part === null ? null : tenureBounds.indexOf(Number(part)), tenureBounds)
    case 'spend':
      return rangeWords('spend', part as number | null, [0, 1, ...spendBounds])
    case 'version':
    case 'locale':
      return { value: part === null ? null : String(part), segment: null }
    case 'day':
    case 'week':
    case 'month':
      return { value: String(part), segment: null }
    default:
      // A list among the values is none of the texts, and yet there: "not known" would not pick it.
      return part === null
        ? { value: null, segment: null }
        : textWords((test) => ({ field: 'trait', name: traitOf(by), test }), part)
  }
}

const textWords = (condition: (test: TextTest) => SegmentNode, part: Part) => {
  if (part === null) return { value: null, segment: formatSegment({ all: [{ not: [condition({ op: 'known' })] }] }) }
  const value = String(part)
  const segment = value.length > longestWord ? null : formatSegment({ all: [condition({ op: 'is', values: [value] })] })
  return { value, segment }
}

/** The band at a place, from its bound up to the next. */
const rangeWords = (field: 'tenure' | 'spend', place: number | null, bounds: readonly number[]) => {
  if (place === null)
    return { value: null, segment: formatSegment({ all: [{ not: [{ field, test: { op: 'known' } }] }] }) }
  const from = bounds[place]
  const next = bounds[place + 1]
  const test = {
    op: 'between' as const,
    ...(from !== undefined && { from }),
    ...(next !== undefined && { to: next - 1 }),
  }
  return {
    value: `${from ?? ''}..${next === undefined ? '' : next - 1}`,
    segment: formatSegment({ all: [{ field, test }] }),
  }
}
