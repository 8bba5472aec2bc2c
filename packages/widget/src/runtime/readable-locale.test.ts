import { expect, it } from 'vitest'
import { readableLocale } from './readable-locale.ts'

it.each([
  ['de-AT', 'de', 'de-AT'],
  ['DE', 'de', 'de'],
  ['en-US.UTF-8', 'en', 'en'],
  ['de-DE@euro', 'de', 'de'],
] as const)('makes of %s a tag that Intl can read', (tag, language, readable) => {
  expect(readableLocale({ tag, language, dir: 'ltr' })).toEqual({ tag: readable, language, dir: 'ltr' })
})
