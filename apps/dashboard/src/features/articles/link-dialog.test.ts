import { expect, it } from 'vitest'
import { addressIn } from './link-dialog.tsx'

it.each([
  ['https://example.com/a?b=c', 'https://example.com/a?b=c'],
  ['example.com/prices', 'https://example.com/prices'],
  ['help@example.com', 'mailto:help@example.com'],
  ['mailto:help@example.com', 'mailto:help@example.com'],
  ['/help/fees', '/help/fees'],
  [' #abroad ', '#abroad'],
])('takes %j for the address %j', (typed, address) => {
  expect(addressIn(typed)).toBe(address)
})

it.each(['fees', 'fees abroad', 'v2.0 of fees', 'javascript:alert(1)', 'and/or', ''])('takes %j for words', (typed) => {
  expect(addressIn(typed)).toBeUndefined()
})
