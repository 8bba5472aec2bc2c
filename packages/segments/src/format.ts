import type { Segment, SegmentCondition } from '@heed/contracts'

/**
 * Writes a segment as query parameters that `parseSegment` reads back, in a stable order: plan, spend, tenure, then traits
 * by name; values in the order given. Equal segments give equal addresses, whatever order their conditions were chosen in.
 * Several values of a field mean any of them, so a field, or a trait of one name, can be written only once.
 * @throws RangeError when a field, or a trait of one name, stands in more than one condition
 */
export function formatSegment(segment: Segment): [string, string][] {
  const written = segment.all.map((condition) => ({ condition, field: fieldOf(condition) }))
  const twice = written.find(({ field }, index) => written.findIndex((other) => other.field === field) !== index)
  if (twice) throw new RangeError(`${twice.field} stands in more than one condition`)

  written.sort(
    (a, b) => order.indexOf(a.condition.field) - order.indexOf(b.condition.field) || (a.field < b.field ? -1 : 1),
  )
  return written.flatMap(({ condition, field }) => valuesOf(condition).map((value): [string, string] => [field, value]))
}

const order: SegmentCondition['field'][] = ['plan', 'spend', 'tenure', 'trait']

function fieldOf(condition: SegmentCondition): string {
  switch (condition.field) {
    case 'plan':
      return 'plan'
    case 'spend':
      return 'spendMinor'
    case 'tenure':
      return 'tenureDays'
    case 'trait':
      return `trait.${condition.name}`
  }
}

function valuesOf(condition: SegmentCondition): string[] {
  switch (condition.field) {
    case 'plan':
    case 'trait':
      return condition.anyOf
    case 'spend':
      return [`${condition.atLeastMinor ?? ''}..${condition.atMostMinor ?? ''}`]
    case 'tenure':
      return [`${condition.atLeastDays ?? ''}..${condition.atMostDays ?? ''}`]
  }
}
