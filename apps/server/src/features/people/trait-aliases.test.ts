import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readMoment, readValue } from './read-value.ts'
import { accountAliases, personAliases } from './trait-aliases.ts'

const docs = readFileSync(join(import.meta.dirname, '../../../../../docs/customer-data.md'), 'utf8')
const words = {
  text: 'text',
  email: 'e-mail address',
  moment: 'moment',
  minor: 'whole minor units',
  major: 'amount in major units',
  currency: 'ISO 4217 code',
  count: 'whole number',
}

/** Rows of the table of a kind: field, names, how they are read. */
const rowsOf = (head: string) => {
  const [, table = ''] = docs.split(`| of ${head} `)
  return (table.split('\n\n')[0] ?? '')
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, 4),
    )
}

describe('the names of traits', () => {
  it.each([
    ['a person', personAliases],
    ['an account', accountAliases],
  ] as const)('of %s stand in the docs', (head, aliases) => {
    const told = aliases.map(({ field, names, unit }) => [
      `\`${field}\``,
      names.map((name) => `\`${name}\``).join(', '),
      words[unit],
    ])

    expect(rowsOf(head).map(([field, names, read]) => [field, names, read?.split(';')[0]])).toEqual(told)
  })
})

describe('a value', () => {
  it.each([
    ['2026-03-31', '2026-03-31T00:00:00.000Z'],
    ['2024-02-29T23:30:00+02:00', '2024-02-29T21:30:00.000Z'],
    ['2024-02-29T23:30', '2024-02-29T23:30:00.000Z'],
    [1_424_730_535, '2015-02-23T22:28:55.000Z'],
    ['1424730535111', '2015-02-23T22:28:55.111Z'],
  ])('reads %s as the moment %s', (value, moment) => {
    expect(readMoment(value)).toBe(moment)
  })

  it.each(['2026-02-30', '31/03/2026', 2024, '2024', 0, 'soon', '', 1e15, -1e13, true, {}, '2026-13-01'])(
    'reads no moment from %j',
    (value) => {
      expect(readMoment(value)).toHaveProperty('fault')
    },
  )

  it.each([
    ['major', 129.9, 'EUR', 12_990],
    ['major', '129.90', 'EUR', 12_990],
    ['major', 12_000, 'JPY', 12_000],
    ['major', 0.1 + 0.2, 'USD', 30],
    ['major', 8.165, 'USD', 817],
    ['major', '1.005', 'EUR', 101],
    ['major', '8.1649999999999999999', 'USD', 816],
    ['major', 1.5, 'JPY', 2],
    ['major', 0.0000001, 'USD', 0],
    ['major', 99_999_999_999.99, 'USD', 9_999_999_999_999],
    ['minor', '9990', 'EUR', 9_990],
    ['currency', 'eur', 'USD', 'EUR'],
    ['count', '25', 'USD', 25],
  ] as const)('reads %s %s in %s as %s', (unit, value, currency, read) => {
    expect(readValue(unit, value, currency)).toBe(read)
  })

  it.each([
    ['major', -1],
    ['major', 'much'],
    ['major', 1e300],
    ['minor', 0.5],
    ['currency', 'XXQ'],
    ['count', -1],
    ['email', 'a@b'],
    ['text', ['a']],
    ['text', ''],
  ] as const)('refuses %s %j, and says why', (unit, value) => {
    expect(readValue(unit, value, 'USD')).toHaveProperty('fault')
  })
})
