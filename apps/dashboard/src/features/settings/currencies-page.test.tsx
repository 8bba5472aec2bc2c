import type { Rate, RateTable } from '@heed/contracts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Asked, stage } from './page-on-a-stage.tsx'
import { utcDay } from './rate-format.ts'

const dayMs = 86_400_000
const today = utcDay(Date.now())
const ahead = utcDay(Date.now() + 40 * dayMs)

let table: RateTable
let refuses: boolean
let page: ReturnType<typeof stage>

const answer = ({ method, path, body }: Asked) => {
  if (method !== 'GET' && refuses)
    return Response.json({ type: '', title: '', status: 500, code: 'internal' }, { status: 500 })
  if (method === 'PUT') table = { ...table, rates: [body as Rate, ...table.rates], missing: [] }
  if (method === 'DELETE')
    table = { ...table, rates: table.rates.filter(({ currency, day }) => path !== `/api/rates/${currency}/${day}`) }
  return Response.json(table)
}

beforeEach(() => {
  refuses = false
  table = {
    reporting: 'USD',
    rates: [
      { currency: 'EUR', day: ahead, rate: 1.2 },
      { currency: 'EUR', day: '2026-01-01', rate: 1.0825 },
      { currency: 'EUR', day: '2025-01-01', rate: 1 },
    ],
    missing: [{ currency: 'GBP', accounts: 12 }],
  }
  page = stage(answer)
})
afterEach(() => page.leave())

const rows = () => [...page.root.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)

it('shows rates with the one that counts, and whose spend is not counted', async () => {
  await page.open('currencies')

  expect(rows()).toHaveLength(3)
  expect(rows()[0]).toContain('from that day on')
  expect(rows()[1]).toMatch(/EURJan 1, 2026 counts today1\.0825/)
  expect(rows()[2]).not.toContain('today')
  expect(page.one('.missing-rates').textContent).toContain('GBP · 12 accounts')
})

it('adds a rate for a currency that misses one, from today on unless one says otherwise', async () => {
  await page.open('currencies')

  await page.press('Add a rate')
  expect(document.activeElement?.getAttribute('name')).toBe('rate')
  await page.type('input[name=rate]', '1,31')
  await page.press('Save rate')

  await vi.waitFor(() => expect(rows()).toHaveLength(4))
  expect(page.changes()).toMatchObject([
    { method: 'PUT', path: '/api/rates', body: { currency: 'GBP', day: today, rate: 1.31 } },
  ])
  expect(page.root.querySelector('.missing-rates')).toBeNull()
  expect(page.root.textContent).toContain('was converted anew')
  expect(page.one<HTMLInputElement>('input[name=rate]').value).toBe('')
})

it.each([
  ['', '1.2', 'currency', /three letters/],
  ['USD', '1.2', 'currency', /reporting currency itself/],
  ['GBP', 'much', 'rate', /number above zero/],
  ['GBP', '0', 'rate', /number above zero/],
])('says what is wrong with %j at %j, and sends nothing', async (currency, rate, field, words) => {
  await page.open('currencies')

  await page.type('input[name=currency]', currency)
  await page.type('input[name=rate]', rate)
  await page.press('Save rate')

  expect(page.one('.field-error').textContent).toMatch(words)
  expect(document.activeElement?.getAttribute('name')).toBe(field)
  expect(page.changes()).toEqual([])
})

it('keeps what was typed when the server does not take it', async () => {
  refuses = true
  await page.open('currencies')
  await page.type('input[name=currency]', 'gbp')
  await page.type('input[name=rate]', '1.31')

  await page.press('Save rate')

  await vi.waitFor(() => expect(page.one('[role=alert]').textContent).toContain('Nothing was changed'))
  expect(page.one<HTMLInputElement>('input[name=currency]').value).toBe('GBP')
  expect(page.one<HTMLInputElement>('input[name=rate]').value).toBe('1.31')
})

it('removes a rate once one has confirmed it', async () => {
  await page.open('currencies')

  await page.press('Remove')
  expect(page.changes()).toEqual([])
  await page.press('Remove the rate')

  await vi.waitFor(() => expect(rows()).toHaveLength(2))
  expect(page.changes()).toMatchObject([{ method: 'DELETE', path: `/api/rates/EUR/${ahead}` }])
})

it('offers those who may not change anything nothing to change', async () => {
  await page.open('currencies', 'agent')

  expect(rows()).toHaveLength(3)
  expect(page.root.querySelectorAll('button, input')).toHaveLength(0)
  expect(page.root.textContent).toContain('Changing rates takes an owner or admin')
})
