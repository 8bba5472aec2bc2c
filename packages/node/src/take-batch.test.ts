import { ingestLimits } from '@heed/contracts'
import { expect, it } from 'vitest'
import type { Waiting } from './messages.ts'
import { bodyOf, limits, takeBatch } from './take-batch.ts'

const waiting = (bytes: number): Waiting => ({ json: `"${'x'.repeat(bytes - 2)}"`, bytes, deferred: 0 })
const bytesOf = (batch: Waiting[]) => Buffer.byteLength(bodyOf(batch, new Date()))

it('knows the limits of the contract', () => {
  expect(limits).toEqual(ingestLimits)
})

it('fills a request to the last byte, and not beyond', () => {
  const tail = 500 * 1024 - bytesOf(Array.from({ length: 15 }, () => waiting(32_768))) - 1
  const fitting = [...Array.from({ length: 15 }, () => waiting(32_768)), waiting(tail)]

  expect(bytesOf(takeBatch(fitting))).toBe(500 * 1024)
  expect(takeBatch(fitting)).toHaveLength(16)
  expect(takeBatch([...fitting.slice(0, 15), waiting(tail + 1)])).toHaveLength(15)
})

it('takes 2,500 messages at most', () => {
  expect(takeBatch(Array.from({ length: 2_500 }, () => waiting(10)))).toHaveLength(2_500)
  expect(takeBatch(Array.from({ length: 2_501 }, () => waiting(10)))).toHaveLength(2_500)
})

it('is JSON with the time of sending', () => {
  expect(JSON.parse(bodyOf([waiting(3), waiting(4)], new Date(0)))).toEqual({
    batch: ['x', 'xx'],
    sentAt: '1970-01-01T00:00:00.000Z',
  })
})
