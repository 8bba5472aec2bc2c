import { expect, it } from 'vitest'
import { chooseLocale } from './languages.ts'

it.each([
  [['de-AT', 'en'], { tag: 'de-AT', language: 'de', dir: 'ltr' }],
  [['ar_EG'], { tag: 'ar-EG', language: 'ar', dir: 'rtl' }],
  [['nl-BE', '', undefined, 'DE'], { tag: 'DE', language: 'de', dir: 'ltr' }],
  [['he'], { tag: 'he', language: 'he', dir: 'rtl' }],
  [['pt-BR'], { tag: 'pt-BR', language: 'pt', dir: 'ltr' }],
  [['en-US.UTF-8'], { tag: 'en-US.UTF-8', language: 'en', dir: 'ltr' }],
  [['de_DE@euro'], { tag: 'de-DE@euro', language: 'de', dir: 'ltr' }],
  [['nl'], { tag: 'en', language: 'en', dir: 'ltr' }],
  [['constructor'], { tag: 'en', language: 'en', dir: 'ltr' }],
])('takes from %j the first wish that the widget speaks', (wishes, locale) => {
  expect(chooseLocale(wishes)).toEqual(locale)
})
