import { describe, expect, it } from 'vitest'
import { parseSegment } from './parse.ts'

describe('what of a segment cannot be read', () => {
  it.each([
    ['colour:red', 'colour: is no field of a segment'],
    ['Plan:growth', 'Plan: is no field'],
    ['colour.x:red', 'colour.: is no field'],
    ['plan', 'plan: must be written as field:test'],
    [':growth', 'must be written as field:test'],
    ['plan:', 'plan: must name a value'],
    ['plan:a,', 'plan: must name a value'],
    ['plan:~', 'plan: a text must follow ~'],
    ['plan:^""', 'plan: a text must follow ^'],
    ['plan:"growth', 'plan: the quote is not closed'],
    ['plan:~"growth', 'plan: the quote is not closed'],
    ['plan:10..20', 'plan: 10..20 is no text unless it stands in quotes'],
    ['trait.x:2026-01-01', '2026-01-01 is no text unless it stands in quotes'],
    ['trait.x:a,1..2', '1..2 is no text unless it stands in quotes'],
    [`plan:${'x'.repeat(501)}`, 'a value must have at most 500 characters'],
    [`plan:${Array.from({ length: 51 }, (_, i) => i).join(',')}`, 'at most 50 values'],
    ['spend:cheap', 'spend: must be a range of whole numbers such as 100..500, 100.. or ..500'],
    ['spend:100', 'spend: must be a range'],
    ['spend:1.5..', 'whole numbers'],
    ['spend:-5..', 'whole numbers'],
    ['spend:20..10', 'spend: must not end (10) before it begins (20)'],
    ['spend:..99999999999999', 'spend: must lie between 0 and 10000000000000'],
    ['tenure:..100001', 'tenure: must lie between 0 and 100000'],
    ['seats:10000001..', 'seats: must lie between 0 and 10000000'],
    ['created:yesterday', 'created: must be days such as 2026-01-01..2026-03-31, or days ago such as 0d..30d'],
    ['created:2026-01-01', 'created: must be days'],
    ['created:2027-02-29..', '2027-02-29 is no day of the calendar'],
    ['created:2026-13-01..', '2026-13-01 is no day'],
    ['created:2026-03-31..2026-03-01', 'must not end (2026-03-01) before it begins (2026-03-31)'],
    ['created:30d..7d', 'must name the nearer bound first: 7d..30d'],
    ['seen:100001d..', 'at most 100000 days ago'],
    ['seen:1d..2026-01-01', 'must be days'],
    ['event.login:1..@30', 'event.login: the days behind @ must be written like @30d'],
    ['event.login:1..@0d', 'between 1 and 3650'],
    ['event.login:..', 'must name a bound, such as 1.. or ..5'],
    ['event.login:..@30d', 'must name a bound'],
    ['event.login:*', 'must be a range'],
    ['event.:1..', 'event. must name something'],
    ['event."":1..', 'event.: a name must have 1 to 200 characters'],
    [`event.${'x'.repeat(201)}:1..`, '1 to 200 characters'],
    ['event.Order completed:1..', 'a name with other signs stands in quotes'],
    [`trait.${'x'.repeat(101)}:*`, 'trait.: a name must have 1 to 100 characters'],
    [String.raw`trait."a\"b":*`, 'holds no quotes, backslashes or control characters'],
    ['trait.x:abc..', 'trait.x: must be a range such as 1.5..20, 2026-01-01.. or 0d..30d'],
    ['nps:0..11', 'nps: must lie between 0 and 10'],
    ['nps:9', 'nps: must be a range'],
    ['tickets.waiting:1..', 'must be tickets, tickets.open or tickets.closed'],
    ['tickets:..', 'tickets: must name a bound'],
    ['in:everybody', 'in: must name a saved segment by its id'],
    ['plan:a)', 'nothing opens the bracket that closes at 7'],
    ['any(plan:a', 'the bracket of any( at 1 is not closed'],
    ['any()', 'any() at 1 holds no condition'],
    ['either(plan:a)', 'either( opens no group; those are any(…), all(…) and not(…)'],
    ['plan:big corp', 'nothing fits behind plan:big (at 10: corp); texts with other signs'],
    ['plan:a"b"', 'nothing fits behind plan:a (at 7: "b")'],
    ['plan:!a', 'must name a value'],
    ['any(plan:a)b', 'nothing fits behind any(…) (at 12: b)'],
  ])('is told, and left out: %s', (text, message) => {
    const { segment, faults } = parseSegment(`seats:1..;${text}`)
    const [fault] = parseSegment(text).faults

    expect(fault?.field).toBe('segment')
    expect(fault?.message).toContain(message)
    expect(faults).toHaveLength(1)
    expect(segment.all.filter((node) => !('field' in node && node.field === 'seats'))).toEqual(
      text.startsWith('plan:a)') ? [{ field: 'plan', test: { op: 'is', values: ['a'] } }] : [],
    )
  })

  it('is named with its place', () => {
    const { faults } = parseSegment('plan:growth;any(spend:cheap;seats:1..)')

    expect(faults[0]?.message).toBe(
      'spend: must be a range of whole numbers such as 100..500, 100.. or ..500 (at 17: spend:cheap)',
    )
  })
})
