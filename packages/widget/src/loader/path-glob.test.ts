import { expect, it } from 'vitest'
import { pathMatches } from './path-glob.ts'

it.each([
  ['/invoices', '/invoices', true],
  ['/invoices', '/invoices/', true],
  ['/invoices', '/invoices/7', false],
  ['/invoices/*', '/invoices/7', true],
  ['/invoices/*', '/invoices/7/lines', true],
  ['/invoices/*', '/invoices-old/7', false],
  ['*/settings', '/teams/4/settings', true],
  ['/a.b', '/axb', false],
  ['/', '/', true],
  ['/', '/invoices', false],
  ['*', '/anything/at/all', true],
  ['/(draft)/*', '/(draft)/9', true],
])('holds %s against %s: %s', (glob, path, holds) => {
  expect(pathMatches(glob, path)).toBe(holds)
})
