import { expect, it } from 'vitest'
import { tenureBand } from './strata.ts'

it.each([
  [null, 'unknown'],
  [0, '0-89'],
  [89, '0-89'],
  [90, '90-179'],
  [179, '90-179'],
  [180, '180-364'],
  [364, '180-364'],
  [365, '365+'],
  [5000, '365+'],
] as const)('puts %s days into the band %s', (days, band) => {
  expect(tenureBand(days)).toBe(band)
})
