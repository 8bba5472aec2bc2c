import { expect, it, vi } from 'vitest'
import { startNavigation } from './navigation.ts'

it('tells of single-page navigation and puts the history back as it was', () => {
  const own = history.pushState
  const changed = vi.fn()
  const stop = startNavigation(changed)

  history.pushState(null, '', '/invoices')
  history.replaceState(null, '', '/invoices?page=2')
  dispatchEvent(new PopStateEvent('popstate'))
  expect(changed).toHaveBeenCalledTimes(3)
  expect(location.pathname).toBe('/invoices')

  stop()
  history.pushState(null, '', '/')
  expect(changed).toHaveBeenCalledTimes(3)
  expect(history.pushState).toBe(own)
})

it('leaves a hook in place that somebody else put on top', () => {
  const own = history.pushState
  const stop = startNavigation(() => {})
  const ours = history.pushState
  const theirs: History['pushState'] = (...args) => ours.apply(history, args)
  history.pushState = theirs

  stop()

  expect(history.pushState).toBe(theirs)
  history.pushState = own
})

it('uses the Navigation API where there is one', () => {
  const navigation = new EventTarget()
  vi.stubGlobal('navigation', navigation)
  const own = history.pushState
  const changed = vi.fn()

  const stop = startNavigation(changed)
  navigation.dispatchEvent(new Event('currententrychange'))
  expect(history.pushState).toBe(own)
  stop()
  navigation.dispatchEvent(new Event('currententrychange'))

  expect(changed).toHaveBeenCalledTimes(1)
  vi.unstubAllGlobals()
})
