import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { element } from '../ui/element.ts'
import { type Inline, startInline } from './inline.ts'

/** Tells the observer of each element whether it is in view: at once, as a browser does, for as long as it is watched. */
let inView: boolean
class Observer {
  private readonly tell: (seen: { isIntersecting: boolean }[]) => void
  constructor(tell: Observer['tell']) {
    this.tell = tell
  }
  observe() {
    this.tell([{ isIntersecting: inView }])
  }
  unobserve() {}
  disconnect() {}
}

type Options = Parameters<typeof startInline>[0]

let inline: Inline
let host: HTMLElement
let layer: HTMLElement
const removed = vi.fn()
const mountIn = vi.fn()
const emit = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('IntersectionObserver', Observer)
  inView = true
  mountIn.mockReset()
  removed.mockReset()
  emit.mockReset()
  host = document.body.appendChild(document.createElement('heed-help'))
  layer = element('div')
  inline = startInline({
    link: { emit } as Partial<Options['link']> as Options['link'],
    element,
    mountIn,
    stageIn: () => ({ adopt() {}, turn() {}, announce() {}, layer, remove: removed }),
  } satisfies Partial<Options> as Partial<Options> as Options)
})
afterEach(() => {
  inline.stop()
  host.remove()
  vi.useRealTimers()
})

it('draws nothing while it is out of view', async () => {
  inView = false
  inline.place(host)
  await vi.advanceTimersByTimeAsync(60_000)

  expect(mountIn).not.toHaveBeenCalled()
})

it('is drawn again in a while when what it needs did not come, if it is in view then', async () => {
  mountIn.mockRejectedValueOnce(new Error('down'))
  inline.place(host)
  await vi.advanceTimersByTimeAsync(0)
  expect(removed).toHaveBeenCalledTimes(1)
  expect(emit.mock.calls).toEqual([['error', { code: 'unreachable', message: 'help' }]])

  await vi.advanceTimersByTimeAsync(10_000)

  expect(mountIn).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(mountIn).toHaveBeenCalledTimes(2)
})

it('comes back to nothing that was taken away meanwhile', async () => {
  mountIn.mockRejectedValue(new Error('down'))
  inline.place(host)
  await vi.advanceTimersByTimeAsync(0)

  inline.stop()
  await vi.advanceTimersByTimeAsync(60_000)

  expect(mountIn).toHaveBeenCalledTimes(1)
})

it('keeps what is typed in it from the shortcuts of the page', async () => {
  inline.place(host)
  await vi.advanceTimersByTimeAsync(0)
  const heard = vi.fn()
  host.append(layer)
  document.addEventListener('keydown', heard)

  layer.firstElementChild?.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, composed: true }))
  document.removeEventListener('keydown', heard)

  expect(heard).not.toHaveBeenCalled()
})

it('goes when its element goes, also out of view, and comes back with it', async () => {
  inline.place(host)
  await vi.advanceTimersByTimeAsync(0)

  host.remove()
  inline.place(host)
  expect(removed).toHaveBeenCalledTimes(1)
  document.body.append(host)
  inline.place(host)
  await vi.advanceTimersByTimeAsync(0)

  expect(mountIn).toHaveBeenCalledTimes(2)
})

it('stays where its element is only moved', async () => {
  inline.place(host)
  await vi.advanceTimersByTimeAsync(0)

  document.body.prepend(host)
  inline.place(host)

  expect(removed).not.toHaveBeenCalled()
  expect(mountIn).toHaveBeenCalledTimes(1)
})

it('is another one once its element names another survey', async () => {
  inline.place(host)
  await vi.advanceTimersByTimeAsync(0)

  host.setAttribute('survey-id', 'srv_2')
  await vi.advanceTimersByTimeAsync(0)

  expect([removed.mock.calls.length, mountIn.mock.calls.length]).toEqual([1, 2])
})
