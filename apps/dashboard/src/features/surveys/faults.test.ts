import { expect, it } from 'vitest'
import { languageOf, placeOf, saidAt, sentence, standing } from './faults.ts'
import { definition } from './testing.tsx'

const faults = [
  { field: 'texts.de.options.a', message: 'must have words in at least one language' },
  { field: 'schedule.endsAt', message: 'must lie ahead' },
]

it('are said at their own field, in a sentence', () => {
  expect(saidAt(faults, 'schedule.endsAt')).toEqual(['Must lie ahead.'])
  expect(saidAt(faults, 'schedule')).toEqual([])
  expect(sentence('Say why!')).toBe('Say why!')
})

it('go with the next change of their field, and of no other', () => {
  const texts = { de: { options: { a: 'Ja' } } }

  expect(standing(faults, definition, { ...definition, name: 'Other' })).toEqual(faults)
  expect(standing(faults, definition, { ...definition, texts })).toEqual([faults[1]])
})

it('know the language that is to be looked at', () => {
  expect(languageOf(faults)).toBe('de')
  expect(languageOf(faults.slice(1))).toBeNull()
})

it('lead to their field, else to the nearest around it or within it', () => {
  const page = document.createElement('div')
  for (const field of ['texts.de.options.a', 'texts', 'schedule', 'sampling.by']) {
    page.append(Object.assign(document.createElement('input'), { id: field }))
    page.lastElementChild?.setAttribute('data-field', field)
  }
  const to = (field: string) => placeOf({ field, message: '' }, page)?.id

  expect(to('texts.de.options.a')).toBe('texts.de.options.a')
  expect(to('texts.de.options.b')).toBe('texts')
  expect(to('schedule.endsAt')).toBe('schedule')
  expect(to('sampling')).toBe('sampling.by')
  expect(to('name')).toBeUndefined()
})
