// @vitest-environment node
import { expect, it, vi } from 'vitest'
import { heed } from './index.ts'

it('does nothing on a server, and throws nothing', () => {
  const warn = vi.spyOn(console, 'warn')

  heed('identify', { userId: '4711' })
  heed.start({ key: 'pk_test', host: 'https://heed.test' })
  heed('open')
  heed.stop()

  expect(globalThis).not.toHaveProperty('heed')
  expect(globalThis).not.toHaveProperty('window')
  expect(warn).not.toHaveBeenCalled()
})
