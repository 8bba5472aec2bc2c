import { expect, it } from 'vitest'
import { chooseLocale } from './languages.ts'

it.each([
  [['de-AT', 'en'], { tag: 'de-AT', language: 'de', dir: 'ltr' }],
  [['ar_EG'], { tag: 'ar-EG', language: 'ar', dir: 'rtl' }],
  [['fr-FR', '', undefined, 'DE'], { tag: 'DE', language: 'de', dir: 'ltr' }],
  [['fr'], { tag: 'en', language: 'en', dir: 'ltr' }],
  [['constructor'], { tag: 'en', language: 'en', dir: 'ltr' }],
])('takes from %j the first wish that the widget speaks', (wishes, locale) => {
  expect(chooseLocale(wishes)).toEqual(locale)
})
