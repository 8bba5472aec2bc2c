import { expect, it } from 'vitest'
import { draftFilters } from './write-address.ts'

const filtersOf = (body: string) => draftFilters({ title: 'Pay by invoice', body, locale: 'en' })

it('takes a draft over as it is', () => {
  const body = '> Can I pay by invoice?\n\n> no card\n'

  expect(filtersOf(body)).toEqual({ title: 'Pay by invoice', body, locale: 'en' })
})

it('leaves out the lines that would make the address too long, and cuts none in two', () => {
  const line = `> ${'請求書'.repeat(70)}`

  const { body = '' } = filtersOf(Array.from({ length: 20 }, () => line).join('\n'))

  expect(encodeURIComponent(body).length).toBeLessThanOrEqual(6_000)
  expect(new Set(body.split('\n'))).toEqual(new Set([line]))
  expect(body.split('\n').length).toBeGreaterThan(1)
})
