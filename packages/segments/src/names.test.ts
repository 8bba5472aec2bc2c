import { expect, it } from 'vitest'
import { keyInWords } from './names.ts'

it.each([
  ['growth', 'Growth'],
  ['company_size', 'Company size'],
  ['renewalDate', 'Renewal date'],
  ['usesAPI', 'Uses API'],
  ['plan2Seats', 'Plan2 seats'],
  ['Top, Tier', 'Top, Tier'],
  ['SoftLine', 'SoftLine'],
  ['größeDerFirma', 'GrößeDerFirma'],
  ['', ''],
])('writes the key %s as %s', (key, words) => {
  expect(keyInWords(key)).toBe(words)
})
