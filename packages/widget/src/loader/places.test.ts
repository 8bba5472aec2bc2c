import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchPlaces } from './places.ts'

// A page cannot forget an element that an earlier test defined, so here they have names of their own.
const define = customElements.define.bind(customElements)
beforeEach(() => {
  vi.spyOn(customElements, 'define').mockImplementation((name, made) => {
    if (!customElements.get(`${name}-here`)) define(`${name}-here`, made)
  })
})
afterEach(() => {
  watchPlaces()
  document.body.replaceChildren()
})

it('tells of the elements that stand already and of those that come', () => {
  const came = vi.fn()
  document.body.innerHTML = '<heed-survey-here survey-id="srv_1"></heed-survey-here>'
  watchPlaces(came)
  const help = document.createElement('heed-help-here')

  document.body.append(help)

  const names = came.mock.calls.map(([element]) => (element as Element).localName)
  expect([...new Set(names)]).toEqual(['heed-survey-here', 'heed-help-here'])
})

it('tells nobody any more once it is called with nothing', () => {
  const came = vi.fn()
  watchPlaces(came)

  watchPlaces()
  document.body.append(document.createElement('heed-help-here'))

  expect(came).not.toHaveBeenCalled()
})

it('tells anew of those that stand when it is called again', () => {
  vi.restoreAllMocks()
  document.body.innerHTML = '<heed-help></heed-help>'
  watchPlaces(vi.fn())
  const again = vi.fn()

  watchPlaces(again)

  expect(again).toHaveBeenCalledWith(document.querySelector('heed-help'))
})
