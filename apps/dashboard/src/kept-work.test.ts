import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openKept } from './kept-work.ts'

/** Which names are held; a browser holds them until the page is gone. */
let held: Map<string, () => void>

const request: LockManager['request'] = (async (
  name: string,
  _options: LockOptions,
  act: (lock: Lock | null) => unknown,
) => {
  if (held.has(name)) return act(null)
  held.set(name, () => held.delete(name))
  await act({ name, mode: 'exclusive' })
  held.delete(name)
}) as LockManager['request']

/** The browser lets go of what a page held that crashed or was closed. */
const crash = () => held.clear()
const another = () => sessionStorage.clear()
const open = (member = 'mem_1', thing = 'article art_1') => openKept(member, thing)

beforeEach(() => {
  held = new Map()
  localStorage.clear()
  sessionStorage.clear()
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true })
})
afterEach(() => Reflect.deleteProperty(navigator, 'locks'))

describe('what the server does not have yet', () => {
  it('is found again by the next page, after a reload or a crash', async () => {
    const first = await open()
    first.keep('Mine')
    crash()

    expect((await open()).read()).toBe('Mine')
  })

  it('is each page’s own while both are open', async () => {
    const a = await open()
    a.keep('Of a')
    another()
    const b = await open()
    expect(b.read()).toBeNull()
    b.keep('Of b')

    a.forget()
    crash()

    expect((await open()).read()).toBe('Of b')
  })

  it('is found one after the other when both pages are gone, one’s own first', async () => {
    const a = await open()
    a.keep('Of a')
    const tab = { ...sessionStorage }
    another()
    const b = await open()
    b.keep('Of b')
    crash()
    for (const [name, value] of Object.entries(tab)) sessionStorage.setItem(name, String(value))

    const again = await open()
    const next = await open()

    expect([again.read(), next.read()]).toEqual(['Of a', 'Of b'])
  })

  it('is let go of by whoever leaves the page within the app', async () => {
    const left = await open()
    left.keep('Mine')
    left.release()
    await Promise.resolve()
    another()

    expect((await open()).read()).toBe('Mine')
  })

  it('goes with a thing to its new name', async () => {
    const begun = await open('mem_1', 'new')
    begun.keep('Begun')
    begun.moveTo('article art_2')
    begun.keep('Gone on')
    crash()

    expect((await open('mem_1', 'new')).read()).toBeNull()
    expect((await open('mem_1', 'article art_2')).read()).toBe('Gone on')
  })

  it('is not shown to another member, nor beside another thing', async () => {
    const mine = await open()
    mine.keep('Mine')
    crash()

    expect((await open('mem_2')).read()).toBeNull()
    expect((await open('mem_1', 'article art_11')).read()).toBeNull()
  })

  it('is not taken away by a page that did not write it, where the browser has no locks', async () => {
    Reflect.deleteProperty(navigator, 'locks')
    const a = await open()
    a.keep('Of a')
    const b = await open()
    b.keep('Of b')

    a.forget()

    expect((await open()).read()).toBe('Of b')
  })
})
