import type { SegmentFields } from '@heed/contracts'
import { describe, expect, it } from 'vitest'
import { choicesOf, type FieldChoices, findChoices } from './field-choices.ts'

const fields: SegmentFields = {
  traits: [
    { name: 'industry', of: 'account', kind: 'text' },
    { name: 'region', of: 'account', kind: 'text' },
    { name: 'region', of: 'person', kind: 'text' },
    { name: 'employees', of: 'account', kind: 'number' },
    { name: 'trial_ends', of: 'account', kind: 'date' },
  ],
  events: [{ name: 'Order completed', people: 12 }],
}
const saved = [{ id: 'seg_1', name: 'Paying', segment: 'spend:1..', createdAt: '', updatedAt: '' }]
const all = choicesOf(fields, saved)
const of = (choices: FieldChoices, group: string) => choices.find((each) => each.group === group)?.choices ?? []
const labels = (choices: FieldChoices) => choices.flatMap((each) => each.choices.map(({ label }) => label))

describe('what a condition can be about', () => {
  it('names the side of a trait only where both have it', () => {
    expect(
      of(all, 'traits').map(({ label, hint, start }) => [label, hint, 'of' in start ? start.of : undefined]),
    ).toEqual([
      ['Industry', undefined, undefined],
      ['Region', 'of the account', 'account'],
      ['Region', 'of the person', 'person'],
      ['Employees', undefined, undefined],
      ['Trial ends', undefined, undefined],
    ])
  })

  it('begins a trait with the test that fits its values', () => {
    const tests = of(all, 'traits').map(({ start }) => ('test' in start ? start.test.op : undefined))

    expect(tests).toEqual(['is', 'is', 'is', 'between', 'ago'])
  })

  it('finds by any part of the name, beginnings first', () => {
    expect(labels(findChoices(all, 'spend'))).toContain('Spend a month')
    expect(labels(findChoices(all, ' ORDER '))).toEqual(['Order completed', 'Trait “ORDER”', 'Event “ORDER”'])
    expect(of(findChoices(all, 'tickets o'), 'feedback').map(({ label }) => label)).toEqual(['Tickets open'])
    expect(of(findChoices(all, 'pay'), 'saved')[0]?.start).toEqual({ field: 'segment', id: 'seg_1' })
  })

  it('finds by the word of the language and of other tools too, before a trait of that name', () => {
    expect(labels(findChoices(all, 'Tenure'))).toEqual(['Customer for', 'Trait “Tenure”', 'Event “Tenure”'])
    expect(labels(findChoices(all, 'mrr'))[0]).toBe('Spend a month')
    expect(labels(findChoices(all, 'enure'))).not.toContain('Customer for')
  })

  it('offers a trait or an event that nobody has yet, unless it has', () => {
    const found = labels(findChoices(all, 'industry'))

    expect(found).toContain('Event “industry”')
    expect(found).not.toContain('Trait “industry”')
    expect(labels(findChoices(all, 'a"b'))).not.toContain('Trait “a"b”')
  })
})
