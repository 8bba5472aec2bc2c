import { expect, it } from 'vitest'
import { stratumInWords } from './sampling-plan.tsx'

const said = (stratum: Parameters<typeof stratumInWords>[0]) => stratumInWords(stratum, 'USD')

it('says a group of customers as people would, though both bounds count in', () => {
  expect(
    said({ plans: ['growth', null], tenureDays: { from: 180, to: 364 }, spendMinor: { from: 1, to: 49_999 } }),
  ).toBe('Growth, No plan · 180 to 364 days · under $500')
  expect(said({ tenureDays: { from: 365, to: null }, spendMinor: { from: 50_000, to: null } })).toBe(
    '365 days or more · $500 or more',
  )
  expect(said({ tenureDays: { from: 0, to: 89 }, spendMinor: { from: 0, to: 0 } })).toBe('up to 89 days · no spend')
  expect(said({ spendMinor: { from: 5_000, to: 49_999 } })).toBe('$50 to $500')
  expect(said({ tenureDays: { from: null, to: null }, spendMinor: { from: null, to: null } })).toBe(
    'tenure not known · spend not known',
  )
  expect(said({ tenureDays: { from: 0, to: null }, spendMinor: { from: 0, to: null } })).toBe('any tenure · any spend')
  expect(said({})).toBe('Everyone')
})
