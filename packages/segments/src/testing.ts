import type {
  DateTest,
  NumberTest,
  Segment,
  SegmentCondition,
  SegmentNode,
  TextTest,
  TraitValue,
} from '@heed/contracts'
import fc from 'fast-check'
import type { SegmentCustomer } from './customer.ts'
import { conditionsOf } from './expand.ts'
import { limits } from './limits.ts'

// For tests: segments and customers drawn from one small pool of names and values, so that conditions are often met.

/** The moment that customers are made around, next to a leap day. */
export const someNow = new Date('2028-03-01T00:30:00.000Z')

const dayMs = 86_400_000
const plans = ['starter', 'growth', 'Growth', 'top, tier']
const countries = ['DE', 'FR', 'LT', 'de']
const locales = ['en', 'de-AT', 'ar']
const names = ['industry', 'constructor', 'a b', '日本', 'score.1', 'since']
const texts = [
  '',
  'Retail',
  'retail',
  'Oil, gas',
  'true',
  '10',
  '10..20',
  '2028-02-29',
  '…',
  'ÄRZTE',
  'x*y',
  '%_',
  "o'clock",
  'ärzte',
  '\u212aelvin', // no K, though its small letter is k
  'kelvin',
  '😀 hi',
  'false',
  '-3',
  '10.5',
  '\\d "x"',
]
/** Words that are numbers by one reading or another, as texts and as what numbers are written like. */
const numberWords = [
  ...[
    '1e-7',
    '0.0000001',
    '1.0e-07',
    '1e-07',
    '1E3',
    '1e3',
    '1000',
    '1000.0',
    '0x10',
    '16',
    ' 5 ',
    '5',
    '+5',
    '1.0',
    '1',
  ],
  ...['1e21', '1e+21', '1000000000000000000000', '.5', '0.5', '0.3', '0.30000000000000004', '-0', '0', '', 'NaN'],
  ...['Infinity', '9223372036854775000', '1e400'],
]
const numbers = [0, 1, 9, 10, 10.5, 20, -3]
const writtenNumbers = [1e-7, 1e3, 16, 5, 1, 1e21, 0.5, 0.3, 0.1 + 0.2, 0, 9223372036854775000, 5e-324]
const days = ['2028-02-28', '2028-02-29', '2028-03-01', '2027-12-31', '2028-01-01']
const moments = [
  ...days,
  '2028-02-29T00:00:00.000Z',
  '2028-02-29T23:59:59.999Z',
  '2028-03-01T00:00:00Z',
  '2028-02-29T23:30:00+02:00',
  '2028-13-01',
  '2028-02-39',
  '2028-02-29T1:2.3Z',
  '2028-02-29TZ',
  '2028-02-29 ',
]
const eventNames = ['login', 'Order completed', 'päid']

/** Two bounds in order, of which one or both may be left out. */
const someBounds = <T extends number | string>(values: readonly T[]): fc.Arbitrary<{ from?: T; to?: T }> =>
  fc.tuple(someOf(values), someOf(values)).map(([a, b]) => {
    const turned = a !== undefined && b !== undefined && a > b
    const from = turned ? b : a
    const to = turned ? a : b
    return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  })

const someOf = <T>(values: readonly T[]): fc.Arbitrary<T | undefined> =>
  fc.option(fc.constantFrom(...values), { nil: undefined })

/** A part of one of the texts, now and then in the other case. */
const somePart = (values: readonly string[], length: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...values.filter((value) => value !== '')), fc.constantFrom('as it is', 'upper', 'lower'))
    .map(([text, letters]) => {
      const part = text.slice(0, length)
      return letters === 'upper' ? part.toUpperCase() : letters === 'lower' ? part.toLowerCase() : part
    })

const someText = (values: readonly string[]): fc.Arbitrary<TextTest> =>
  fc.oneof(
    fc
      .uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 })
      .map((of) => ({ op: 'is' as const, values: of })),
    somePart(values, 3).map((text) => ({ op: 'contains' as const, text })),
    somePart(values, 2).map((text) => ({ op: 'starts' as const, text })),
    fc.constant({ op: 'known' as const }),
  )

const someNumber = (values: readonly number[]): fc.Arbitrary<NumberTest> =>
  fc.oneof(
    { weight: 5, arbitrary: someBounds(values).map((range) => ({ op: 'between' as const, ...range })) },
    { weight: 1, arbitrary: fc.constant({ op: 'known' as const }) },
  )

const someDate: fc.Arbitrary<DateTest> = fc.oneof(
  someBounds<number>([0, 1, 2, 30, 61, 366]).map(({ from, to }) => ({
    op: 'ago' as const,
    ...(from !== undefined && { fromDays: from }),
    ...(to !== undefined && { toDays: to }),
  })),
  someBounds(days).map((range) => ({ op: 'dates' as const, ...range })),
  fc.constant({ op: 'known' as const }),
)

const someWhole = (values: readonly number[]) =>
  someNumber(values) as fc.Arbitrary<Extract<SegmentCondition, { field: 'spend' }>['test']>
const someWithin = someOf([1, 2, 30])
const often = (values: readonly number[]) =>
  fc.tuple(someBounds(values), someWithin).map(([times, days]) => ({ times, ...(days && { withinDays: days }) }))

const someOwnCondition: fc.Arbitrary<SegmentCondition> = fc.oneof(
  someText(plans).map((test) => ({ field: 'plan' as const, test })),
  someText(countries).map((test) => ({ field: 'country' as const, test })),
  someText(locales).map((test) => ({ field: 'locale' as const, test })),
  someWhole([0, 1, 5_000, 10_000, 10_001]).map((test) => ({ field: 'spend' as const, test })),
  someWhole([0, 1, 59, 60, 61, 366]).map((test) => ({ field: 'tenure' as const, test })),
  someWhole([0, 1, 10]).map((test) => ({ field: 'seats' as const, test })),
  fc.tuple(fc.constantFrom('created' as const, 'seen' as const), someDate).map(([field, test]) => ({ field, test })),
  fc
    .tuple(
      someOf(['person', 'account'] as const),
      fc.constantFrom(...names),
      fc.oneof(someText(texts), someText(numberWords), someNumber(numbers), someDate),
    )
    .map(([of, name, test]) => ({ field: 'trait' as const, ...(of && { of }), name, test })),
  fc
    .tuple(fc.constantFrom(...eventNames), often([0, 1, 2, 3]))
    .map(([name, how]) => ({ field: 'event' as const, name, ...how })),
  fc
    .tuple(someBounds<number>([0, 6, 7, 8, 9, 10]), someWithin)
    .map(([score, days]) => ({ field: 'nps' as const, score, ...(days && { withinDays: days }) })),
  fc
    .tuple(someOf(['open', 'closed'] as const), often([0, 1, 2]))
    .map(([state, how]) => ({ field: 'tickets' as const, ...(state && { state }), ...how })),
)

/** A saved segment is nobody until it is put in. */
export const someCondition: fc.Arbitrary<SegmentCondition> = fc.oneof(
  { weight: 40, arbitrary: someOwnCondition },
  { weight: 1, arbitrary: fc.constant({ field: 'segment' as const, id: `seg_${'0'.repeat(21)}` }) },
)

const { node } = fc.letrec<{ node: SegmentNode }>((tie) => {
  const parts = fc.array(tie('node'), { minLength: 1, maxLength: 3 })
  return {
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      someCondition,
      parts.map((any) => ({ any })),
      parts.map((not) => ({ not })),
      parts.map((all) => ({ all })),
    ),
  }
})

/** Any segment that the language can write: every field and test, nested. */
export const someSegment: fc.Arbitrary<Segment> = fc
  .array(node, { maxLength: 3 })
  .map((all) => ({ all }))
  .filter((segment) => conditionsOf(segment).length <= limits.conditions)

const value: fc.Arbitrary<TraitValue> = fc.oneof(
  fc.constantFrom<TraitValue>(...texts),
  fc.constantFrom<TraitValue>(...numbers),
  fc.constantFrom<TraitValue>(...numberWords, ...writtenNumbers, ...writtenNumbers),
  fc.constantFrom<TraitValue>(...moments),
  fc.constantFrom<TraitValue>(true, false, ['Retail', 10]),
)
const someTraits = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 }),
    someOf<TraitValue>([...countries, ...countries, 'germany', 49, true, ['DE']]),
  )
  .map(([traits, country]) => ({ ...traits, ...(country !== undefined && { country }) }))

/** Moments at whole days and a little before and after, also ahead of now. */
const someMoment = fc
  .tuple(
    fc.constantFrom(-1, 0, 1, 2, 30, 31, 60, 61, 366),
    fc.constantFrom(-1, 0, 1, 1_800_000, -1_800_000, -1_800_001, 43_200_000),
  )
  .map(([daysAgo, ms]) => new Date(someNow.getTime() - daysAgo * dayMs + ms))
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null, freq: 4 })

export const someCustomer: fc.Arbitrary<SegmentCustomer> = fc
  .record({
    plan: maybe(fc.constantFrom(...plans)),
    reportingSpendMinor: maybe(fc.constantFrom(0, 1, 4_999, 5_000, 10_000, 10_001)),
    seats: maybe(fc.constantFrom(0, 1, 9, 10, 11)),
    locale: maybe(fc.constantFrom(...locales)),
    createdAt: maybe(someMoment),
    lastSeenAt: maybe(someMoment),
    personTraits: someTraits,
    accountTraits: someTraits,
    events: fc.array(fc.record({ name: fc.constantFrom(...eventNames), at: someMoment }), { maxLength: 4 }),
    npsScores: fc.array(fc.record({ score: fc.constantFrom(0, 6, 7, 8, 9, 10), at: someMoment }), { maxLength: 2 }),
    tickets: fc.array(
      fc.record({ state: fc.constantFrom('open' as const, 'closed' as const), createdAt: someMoment }),
      {
        maxLength: 2,
      },
    ),
  })
  .map((customer) => ({ ...customer, tenureDays: tenureAt(customer.createdAt, someNow) }))

const tenureAt = (since: Date | null, at: Date): number | null =>
  since && since <= at ? Math.floor((at.getTime() - since.getTime()) / dayMs) : null
