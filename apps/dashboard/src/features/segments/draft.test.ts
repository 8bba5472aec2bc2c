import type { Segment, SegmentNode } from '@heed/contracts'
import { formatSegment, parseSegment } from '@heed/segments'
import { describe, expect, it } from 'vitest'
import {
  findPart,
  fromDraft,
  groupAround,
  isGroup,
  keysOf,
  newCondition,
  newGroup,
  toDraft,
  ungrouped,
  withHow,
  withoutPart,
  withPart,
  wrapped,
} from './draft.ts'

const read = (text: string): Segment => parseSegment(text).segment
const through = (text: string): string => formatSegment(fromDraft(toDraft(read(text))))
const plan = (value: string): SegmentNode => ({ field: 'plan', test: { op: 'is', values: [value] } })

describe('a segment as a tree to edit', () => {
  it.each([
    '',
    'plan:growth',
    'plan:growth;spend:100..',
    'any(plan:growth;spend:100..)',
    'not(any(plan:growth;spend:100..))',
    'not(plan:growth;spend:100..)',
    'not(plan:growth)',
    'seats:5..;all(country:DE;any(plan:a;not(plan:b)))',
    'not(any(all(plan:a;seats:1..);not(plan:c;seats:..3)));tickets.open:1..@30d',
    'in:seg_aaaaaaaaaaaaaaaaaaaaa;event."Order completed":..0@30d;nps:0..6;trait.since:0d..30d;person.x:~y',
  ])('is %s again when nothing is changed', (text) => {
    expect(through(text)).toBe(formatSegment(read(text)))
  })

  it('loses groups around a single part, which mean nothing', () => {
    expect(through('seats:5..;any(plan:a)')).toBe('plan:a;seats:5..')
    expect(through('not(any(plan:a))')).toBe('not(plan:a)')
  })

  it('reads a range that is open at both ends as what it means: there is a value', () => {
    expect(through('spend:..;seen:..')).toBe('spend:*;seen:*')
    expect(through('nps:..')).toBe('nps:0..10')
  })

  it('takes a group that alone is the segment as its root', () => {
    expect(toDraft(read('any(plan:a;seats:1..)'))).toMatchObject({ how: 'any', parts: [{}, {}] })
    expect(toDraft(read('any(plan:a;seats:1..);spend:1..'))).toMatchObject({ how: 'all' })
  })

  it('leaves out what waits for a value, and groups with nothing in them', () => {
    const root = toDraft({ all: [plan('a')] })
    const waiting = newCondition({ field: 'spend', test: { op: 'between' } })
    const unchosen = newCondition({ field: 'plan', test: { op: 'is', values: [] } })

    const grown = withPart(withPart(root, root.key, waiting), root.key, newGroup('none', [unchosen]))

    expect(grown.parts).toHaveLength(3)
    expect(fromDraft(grown)).toEqual({ all: [plan('a')] })
  })
})

describe('editing the tree', () => {
  it('wraps a part, fills the group, changes how it counts, and takes it apart', () => {
    const root = toDraft(read('plan:a;seats:5..'))
    const [, first = 0] = keysOf(root)

    const one = wrapped(root, first, 'any')
    const two = withPart(one.root, one.groupKey, newCondition({ field: 'plan', test: { op: 'is', values: ['b'] } }))

    expect(formatSegment(fromDraft(two))).toBe('seats:5..;any(plan:a;plan:b)')
    expect(formatSegment(fromDraft(withHow(two, one.groupKey, 'none')))).toBe('seats:5..;not(any(plan:a;plan:b))')
    expect(formatSegment(fromDraft(withHow(two, root.key, 'any')))).toBe('any(seats:5..;any(plan:a;plan:b))')
    expect(formatSegment(fromDraft(ungrouped(two, one.groupKey)))).toBe('plan:a;plan:b;seats:5..')
    expect(formatSegment(fromDraft(withoutPart(two, one.groupKey)))).toBe('seats:5..')
    expect(groupAround(two, first)?.key).toBe(one.groupKey)
  })

  it('keeps the keys of what stays, wherever it moves', () => {
    const root = toDraft(read('plan:a;seats:5..'))
    const [, first = 0] = keysOf(root)

    const { root: next } = wrapped(root, first, 'none')

    const part = findPart(next, first)
    expect(part && !isGroup(part) && part.condition).toEqual(plan('a'))
    expect(root.parts).toHaveLength(2)
    expect(findPart(root, first)).toBe(root.parts[0])
  })
})
