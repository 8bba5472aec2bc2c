import { describe, expect, it, vi } from 'vitest'
import { boot } from '../loader/boot.ts'
import { testConfig } from '../loader/testing.ts'
import {
  address,
  addresses,
  heed,
  importLoader,
  onAFreshPage,
  options,
  page,
  settle,
  warnings,
  widgets,
} from './testing.ts'

onAFreshPage()

describe('stopping', () => {
  it('takes widget and global away', async () => {
    heed.start(options)
    await settle()

    heed.stop()

    expect(widgets()).toBe(0)
    expect('heed' in page).toBe(false)
  })

  it('is the same as the command', async () => {
    heed.start(options)
    await settle()

    heed('stop')
    heed.start({ ...options, key: 'pk_other' })
    await settle()

    expect(addresses()).toEqual([address, 'https://heed.test/w/pk_other.js?2'])
    expect(warnings).toEqual([])
  })

  it('lets start come again, from another address because a module runs once', async () => {
    heed.start(options)
    await settle()
    heed.stop()

    heed.start(options)
    await settle()

    expect(addresses()).toEqual([address, `${address}?2`])
    expect(widgets()).toBe(1)
  })

  it('leaves nothing behind when it comes before the loader', async () => {
    let arrive = () => {}
    importLoader.mockImplementation(async () => {
      await new Promise<void>((resolve) => {
        arrive = resolve
      })
      boot(testConfig(), null)
    })
    heed.start(options)
    heed('track', 'signed_up')
    await settle()

    heed.stop()
    arrive()
    await settle()

    expect(addresses()).toEqual([address])
    expect(widgets()).toBe(0)
    expect('heed' in page).toBe(false)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('fetches once when stop and start follow each other at once', async () => {
    heed.start(options)
    heed.stop()
    heed.start(options)
    await settle()

    expect(addresses()).toEqual([address])
    expect(widgets()).toBe(1)
  })

  it('keeps a loader that comes too late from taking the place of the next', async () => {
    const settingsAtBoot: unknown[] = []
    const arrivals: (() => void)[] = []
    importLoader.mockImplementation(async () => {
      await new Promise<void>((resolve) => arrivals.push(resolve))
      settingsAtBoot.push((page.heed as { src?: string } | undefined)?.src)
      boot(testConfig(), null)
    })
    heed.start(options)
    await settle()
    heed.stop()
    heed.start({ ...options, key: 'pk_other' })
    await settle()

    arrivals[0]?.()
    await settle()
    arrivals[1]?.()
    await settle()

    expect(settingsAtBoot).toEqual([undefined, 'https://heed.test/w/pk_other.js'])
    expect(widgets()).toBe(1)
  })

  it('forgets what was said while there was nothing to say it to', async () => {
    const heard = vi.fn()
    heed('on', 'ready', heard)
    heed('stop')

    heed.start(options)
    await settle()

    expect(widgets()).toBe(1)
    expect(heard).not.toHaveBeenCalled()
  })
})

describe('a loader that does not come', () => {
  it('is asked for again, each time after twice as long, with one line in the console', async () => {
    importLoader.mockRejectedValueOnce(new TypeError('failed')).mockRejectedValueOnce(new TypeError('failed'))
    const ready = vi.fn()
    heed.start(options)
    heed('on', 'ready', ready)

    await vi.advanceTimersByTimeAsync(1999)
    expect(addresses()).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(addresses()).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(3999)
    expect(addresses()).toHaveLength(2)
    await settle()

    expect(addresses()).toEqual([address, `${address}?2`, `${address}?3`])
    expect(warnings).toEqual([`heed: no widget at ${address}; trying again`])
    expect(ready).toHaveBeenCalledOnce()
    expect(widgets()).toBe(1)
  })

  it('is asked for again when it came and took no place', async () => {
    importLoader.mockImplementationOnce(async () => {})
    heed.start(options)

    await vi.advanceTimersByTimeAsync(5000)

    expect(widgets()).toBe(1)
  })

  it('is not asked for any more after stop', async () => {
    importLoader.mockRejectedValue(new TypeError('failed'))
    heed.start(options)
    await settle()

    heed.stop()
    await vi.advanceTimersByTimeAsync(60_000)

    expect(addresses()).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })
})
