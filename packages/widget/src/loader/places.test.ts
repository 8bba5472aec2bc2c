import { afterEach, expect, it, vi } from 'vitest'
import { watchPlaces } from './places.ts'

afterEach(() => {
  watchPlaces()
  document.body.replaceChildren()
})

const placesOf = (came: ReturnType<typeof vi.fn>) => [...new Set(came.mock.calls.map(([element]) => element))]

it('tells of the elements that stand already and of those that come', () => {
  const came = vi.fn()
  document.body.innerHTML = '<heed-survey survey-id="srv_1"></heed-survey>'
  watchPlaces(came)
  const help = document.createElement('heed-help')

  document.body.append(help)

  expect(placesOf(came)).toEqual([document.querySelector('heed-survey'), help])
})

it('tells nobody any more once it is called with nothing', () => {
  const came = vi.fn()
  watchPlaces(came)

  watchPlaces()
  document.body.append(document.createElement('heed-help'))

  expect(came).not.toHaveBeenCalled()
})

it('tells anew of those that stand when it is called again, in shadow roots too, and not of those that went', () => {
  watchPlaces(vi.fn())
  const [help, inner, gone] = ['heed-help', 'heed-survey', 'heed-help'].map((name) => document.createElement(name))
  const host = document.createElement('div')
  host.attachShadow({ mode: 'open' }).append(inner as Node)
  document.body.append(help as Node, host, gone as Node)
  gone?.remove()
  const again = vi.fn()

  watchPlaces(again)

  expect(placesOf(again).map((place) => [help, inner, gone].indexOf(place))).toEqual(expect.arrayContaining([0, 1]))
  expect(again).toHaveBeenCalledTimes(2)
})

it('tells the next widget in the page, whose script ran anew, of what stands and what comes', async () => {
  watchPlaces(vi.fn())
  const standing = document.createElement('heed-help')
  document.body.append(standing)
  vi.resetModules()
  const next = await import('./places.ts')
  const came = vi.fn()

  next.watchPlaces(came)
  const later = document.createElement('heed-survey')
  document.body.append(later)

  expect(placesOf(came)).toEqual([standing, later])
})
