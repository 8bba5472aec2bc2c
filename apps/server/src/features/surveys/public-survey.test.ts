import { expect, it } from 'vitest'
import { toPublicSurvey } from './public-survey.ts'
import type { SurveyRow } from './surveys.queries.ts'

const pathOf = (path?: string) =>
  toPublicSurvey({ trigger: { delayMs: 0, ...(path !== undefined && { path }) } } as SurveyRow).trigger.path

it.each([
  ['/invoices/*', '/invoices/*'],
  ['*/lines', '*/lines'],
  ['/über/*', '/%C3%BCber/*'],
  ['/%C3%BCber/*', '/%C3%BCber/*'],
  ['/my files/*', '/my%20files/*'],
  ['/請求', '/%E8%AB%8B%E6%B1%82'],
  ['', ''],
])('gives the glob %s as a page that it is meant for says its path', (glob, given) => {
  expect(pathOf(glob)).toBe(given)
})

it('says of no page where it waits for none', () => {
  expect(pathOf()).toBeUndefined()
})
