import { afterEach, expect, it, vi } from 'vitest'
import { watchPlaces } from './places.ts'

afterEach(() => {
  watchPlaces()
  document.body.replaceChildren()
})

it('tells of the elements that stand already and of those that come', () => {
  const came = vi.fn()
  document.body.innerHTML = '<heed-survey survey-id="srv_1"></heed-survey>'
  watchPlaces(came)
  const help = document.createElement('heed-help')

  document.body.append(help)

  const names = came.mock.calls.map(([element]) => (element as Element).localName)
  expect([...new Set(names)]).toEqual(['heed-survey', 'heed-help'])
})

it('tells nobody any more once it is called with nothing', () => {
  const came = vi.fn()
  watchPlaces(came)

  watchPlaces()
  document.body.append(document.createElement('heed-help'))

  expect(came).not.toHaveBeenCalled()
})
