import { describe, expect, it } from 'vitest'
import { lena } from '../customers/lena.ts'
import { accountAfter, exchangedMinor, flowOf, openAccount } from './account-state.ts'

describe('the account of a customer', () => {
  it('shows a sent payment first, pending, and taken from the euro balance', () => {
    const before = openAccount(lena)

    const after = accountAfter(before, { kind: 'send_payment', party: 'Sägewerk', purpose: 'Buche', minor: 120_00 })

    expect(after.payments[0]).toMatchObject({ party: 'Sägewerk', minor: -120_00, state: 'pending' })
    expect(after.balances[0].minor).toBe(before.balances[0].minor - 120_00)
    expect(after.balances[1]).toEqual(before.balances[1])
  })

  it('sends a draft once and leaves paid invoices alone', () => {
    const before = openAccount(lena)

    const after = accountAfter(before, { kind: 'send_invoice', invoiceId: '2042' })

    expect(after.invoices.find(({ id }) => id === '2042')?.state).toBe('sent')
    expect(accountAfter(after, { kind: 'send_invoice', invoiceId: '2041' })).toEqual(after)
  })

  it('moves money between two balances when exchanging', () => {
    const before = openAccount(lena)
    const getMinor = exchangedMinor('EUR', 'CHF', 100_00)

    const after = accountAfter(before, { kind: 'exchange', from: 'EUR', to: 'CHF', minor: 100_00, getMinor })

    expect(after.balances.map(({ minor }, at) => minor - (before.balances[at]?.minor ?? 0))).toEqual([
      -100_00,
      getMinor,
    ])
    expect(getMinor).toBe(94_76)
  })

  it('counts neither declined nor older payments into the last 30 days', () => {
    const [first] = lena.payments
    if (!first) throw new Error('Lena has payments')
    const row = (change: Partial<typeof first>) => ({ ...first, ...change })

    const flow = flowOf([
      row({ minor: 50_00, daysAgo: 1, state: 'done' }),
      row({ minor: -20_00, daysAgo: 30, state: 'pending' }),
      row({ minor: -99_00, daysAgo: 2, state: 'declined' }),
      row({ minor: 70_00, daysAgo: 31, state: 'done' }),
    ])

    expect(flow).toEqual({ inMinor: 50_00, outMinor: 20_00 })
  })
})
