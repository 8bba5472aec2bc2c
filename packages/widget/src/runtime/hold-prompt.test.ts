import { afterEach, expect, it, vi } from 'vitest'
import { holdPrompt } from './hold-prompt.ts'

afterEach(() => vi.unstubAllGlobals())

/** Locks as browsers have them, for one name. */
const locks = () => {
  let held = false
  return {
    request: async (_name: string, _options: LockOptions, work: (lock: object | null) => unknown) => {
      if (held) return work(null)
      held = true
      try {
        return await work({})
      } finally {
        held = false
      }
    },
  }
}

it('gives the one place for a prompt to one tab, and to the next when it is given up', async () => {
  vi.stubGlobal('navigator', { locks: locks() })
  const giveUp = await holdPrompt('prompt')
  expect(await holdPrompt('prompt')).toBeUndefined()

  giveUp?.()
  await Promise.resolve()

  await vi.waitFor(async () => expect(await holdPrompt('prompt')).toBeTypeOf('function'))
})

it('gives the place where the browser has no locks, or refuses them', async () => {
  vi.stubGlobal('navigator', {})
  expect(await holdPrompt('prompt')).toBeTypeOf('function')

  vi.stubGlobal('navigator', { locks: { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } })
  expect(await holdPrompt('prompt')).toBeTypeOf('function')
})
