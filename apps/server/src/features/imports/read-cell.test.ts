import { describe, expect, it } from 'vitest'
import { readField, readTrait, traitKind } from './read-cell.ts'

describe('an amount', () => {
  it.each([
    ['129', 'EUR', 12900],
    ['129.9', 'EUR', 12990],
    ['129,90', 'EUR', 12990],
    ['1,234.50', 'USD', 123450],
    ['1.234,50', 'EUR', 123450],
    ['1,234,567', 'USD', 123456700],
    ['1 234,50', 'EUR', 123450],
    ['0.10', 'USD', 10],
    ['1500', 'JPY', 1500],
    ['1500.00', 'JPY', 1500],
    ['1.2345', 'CLF', 12345],
    ['0', 'EUR', 0],
  ])('%s %s is %d minor units', (text, currency, minor) => {
    expect(readField('spend', text, currency)).toBe(minor)
  })

  it.each([
    ['1.234', 'EUR', '“1.234” is not an amount such as 129.90.'],
    ['1,234', 'USD', '“1,234” is not an amount such as 129.90.'],
    ['12.5555', 'EUR', '“12.5555” has more decimals than EUR.'],
    ['-5', 'EUR', '“-5” is not an amount such as 129.90.'],
    ['€ 5', 'EUR', '“€ 5” is not an amount such as 129.90.'],
    ['free', 'EUR', '“free” is not an amount such as 129.90.'],
  ])('%s %s is refused rather than guessed at', (text, currency, fault) => {
    expect(readField('spend', text, currency)).toEqual({ fault })
  })
})

describe('a date', () => {
  it.each([
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2024-02-29 13:05', '2024-02-29T13:05:00.000Z'],
    ['2024-02-29T13:05:09+02:00', '2024-02-29T11:05:09.000Z'],
    ['2024-02-29 13:05:09 UTC', '2024-02-29T13:05:09.000Z'],
    ['2024-02-29 13:05:09 GMT', '2024-02-29T13:05:09.000Z'],
    ['2024-02-29 13:05:09+00', '2024-02-29T13:05:09.000Z'],
    ['2024-02-29 13:05:09.123456-05', '2024-02-29T18:05:09.123Z'],
    ['2024-02-29 13:05 +02', '2024-02-29T11:05:00.000Z'],
    ['2024-02-29 13:05:09+05:30', '2024-02-29T07:35:09.000Z'],
    ['1709211909', '2024-02-29T13:05:09.000Z'],
    ['1709211909123', '2024-02-29T13:05:09.123Z'],
  ])('may be written as %s', (text, iso) => {
    expect(readField('createdAt', text)).toBe(iso)
  })

  it.each(['2023-02-29', '01/02/2024', '2024-13-01', 'yesterday', '2024-02-29T25:00', '45000'])(
    'cannot be %s',
    (text) => {
      expect(readField('createdAt', text)).toEqual({
        fault: expect.stringMatching(`^“${text}” must be a date such as 2026-03-31`),
      })
    },
  )
})

it.each([
  [['1', '', '2.50', '-3'], 'number'],
  [['1', '2', 'n/a'], 'text'],
  [['007', '8'], 'text'],
  [['+49', '30'], 'text'],
  [['1e5'], 'text'],
  [['1,5'], 'text'],
  [['12345678901234567890'], 'text'],
  [['true', 'FALSE', ''], 'flag'],
  [['true', '1'], 'text'],
  [['yes', 'no'], 'text'],
  [['', ''], 'text'],
])('a column of %j holds %ss', (texts, kind) => {
  expect(traitKind(texts)).toBe(kind)
})

it('reads a trait as what its column holds', () => {
  expect([readTrait('number', '2.50'), readTrait('flag', 'TRUE'), readTrait('text', '007')]).toEqual([2.5, true, '007'])
  expect([readTrait('number', '-0'), readTrait('number', '-0.0')]).toEqual([0, 0]) // and not −0, which no store keeps
})
