import { describe, expect, it } from 'vitest'
import type { Part } from '../dimensions-sql.ts'
import { accountNumbers } from './account-numbers.ts'
import { addTo, voiceSheets } from './voice-sheets.ts'

const plans = ['starter', 'growth', null]

/** Accounts that come one after another, each heard in up to three plans by up to four people. */
const spoken = Array.from({ length: 900 }, (_, i) => ({
  parts: [plans[i % 3] ?? null] as Part[],
  account: 1 + Math.floor((i * i) / 2_000),
  total: [100, 0, -100][i % 7] ?? 0,
  people: 1 + (i % 2),
  spend: (i * 37) % 101,
}))

/** The same as a list of voices. */
const expectedOf = (unit: 'accounts' | 'spend') => {
  const voices = new Map<string, { part: Part; total: number; people: number; spend: number }>()
  for (const { parts, account, total, people, spend } of spoken) {
    const part = parts[0] ?? null
    const voice = voices.get(`${part} ${account}`) ?? { part, total: 0, people: 0, spend: 0 }
    voice.total += total
    voice.people += people
    voice.spend = Math.max(voice.spend, spend)
    voices.set(`${part} ${account}`, voice)
  }
  return plans.map((part) => {
    const own = [...voices.values()].filter((voice) => voice.part === part && (unit === 'accounts' || voice.spend > 0))
    const sum = (of: (w: number, v: number) => number) =>
      own.reduce((all, { total, people, spend }) => all + of(unit === 'accounts' ? 1 : spend, total / people), 0)
    return {
      parts: [part],
      accounts: own.length,
      people: own.reduce((all, { people }) => all + people, 0),
      wv: sum((w, v) => w * v),
      wwvv: sum((w, v) => w * w * v * v),
    }
  })
}

describe('voices of accounts', () => {
  it.each([
    ['accounts', undefined],
    ['spend', undefined],
    ['accounts', 0],
    ['spend', 0],
  ] as const)('by %s are those of a list, with %s places for all accounts', (unit, most) => {
    const numbering = accountNumbers()
    const sheets = voiceSheets(numbering, unit, most)

    for (const { parts, account, total, people, spend } of spoken) {
      const place = numbering.ofHash(account)
      addTo(sheets.of(parts), place, total, people, unit === 'spend' ? spend : 0)
    }

    const found = sheets.sums().map(({ parts, sums: { accounts, people, wv, wwvv } }) => ({
      ...{ parts, accounts, people },
      ...{ wv: expect.closeTo(wv, 6), wwvv: expect.closeTo(wwvv, 6) },
    }))
    expect(expectedOf(unit)).toEqual(found)
    expect(numbering.size).toBeGreaterThan(300)
  })

  it.each([
    ['accounts', undefined],
    ['spend', 0],
  ] as const)('by %s of finer parts add up to those of wider ones, with %s places for all accounts', (unit, most) => {
    const numbering = accountNumbers()
    const [finer, wider, added] = [
      voiceSheets(numbering, unit, most),
      voiceSheets(numbering, unit),
      voiceSheets(numbering, unit),
    ]
    for (const [i, { parts, account, total, people, spend }] of spoken.entries()) {
      const place = numbering.ofHash(account)
      const weight = unit === 'spend' ? spend : 0
      addTo(finer.of([...parts, i % 4]), place, total, people, weight)
      addTo(wider.of(parts), place, total, people, weight)
    }

    added.addAll(finer.all, ([plan = null]) => [plan])

    expect(added.sums().length).toBe(plans.length)
    expect(added.sums()).toEqual(wider.sums())
  })

  it('of a frame are its rows, account after account, without those that have none', () => {
    const numbering = accountNumbers()
    numbering.ofHash(7)
    const column = { values: [9, null, 7, 8], codes: Uint8Array.of(0, 1, 2, 0, 3, 2) }

    const { numbers, ends, rows } = numbering.rowsOf(column)

    expect([...numbers]).toEqual([0, 1, 2])
    expect([...ends]).toEqual([2, 4, 5])
    expect([...rows]).toEqual([2, 5, 0, 3, 4])
    expect(numbering.rowsOf(column).rows).toBe(rows)
  })
})
