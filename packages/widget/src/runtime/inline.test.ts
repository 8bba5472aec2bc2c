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
const removed = vi.fn()
const mountIn = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('IntersectionObserver', Observer)
  inView = true
  mountIn.mockReset()
  removed.mockReset()
  host = document.body.appendChild(document.createElement('heed-help'))
  inline = startInline({
    element,
    mountIn,
    stageIn: () => ({ adopt() {}, turn() {}, announce() {}, layer: element('div'), remove: removed }),
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
