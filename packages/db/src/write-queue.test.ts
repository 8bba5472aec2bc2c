import { describe, expect, it, vi } from 'vitest'
import { StoreBusy } from './store.ts'
import { writeQueue } from './write-queue.ts'

const recording = (fail: (statement: string) => boolean = () => false, sync = async () => {}) => {
  const statements: string[] = []
  const run = (statement: string) => {
    statements.push(statement)
    if (fail(statement)) throw new Error(`cannot ${statement}`)
  }
  return {
    statements,
    queue: (limit?: number, groupSize?: number) => writeQueue({ tx: 'tx', run, sync }, limit, groupSize),
  }
}

/** A disk that takes what is given to it when it is told to. */
const slowDisk = () => {
  const asked: { keep: () => void; fail: (reason: Error) => void }[] = []
  return { asked, sync: () => new Promise<void>((keep, fail) => void asked.push({ keep, fail })) }
}

describe('the write queue', () => {
  it('commits together what arrived together, and tells nobody before the commit', async () => {
    const { statements, queue } = recording()
    const { write } = queue()

    await Promise.all(
      [1, 2, 3].map((n) =>
        write(async () => n).then((value) => {
          statements.push(`told ${value}`)
        }),
      ),
    )

    expect(statements.filter((statement) => statement === 'commit')).toHaveLength(1)
    expect(statements.indexOf('commit')).toBeLessThan(statements.indexOf('told 1'))
    expect(statements.slice(-3)).toEqual(['told 1', 'told 2', 'told 3'])
  })

  it('gathers into the next group what comes while one runs', async () => {
    const { statements, queue } = recording()
    const { write } = queue()
    const later: Promise<unknown>[] = []

    await write(async () => {
      for (let n = 0; n < 5; n++) later.push(write(async () => n))
    })
    await Promise.all(later)

    expect(statements.filter((statement) => statement === 'commit')).toHaveLength(2)
  })

  it('refuses everyone of a group whose commit failed, and works again afterwards', async () => {
    let broken = true
    const { queue } = recording((statement) => broken && statement === 'commit')
    const { write } = queue()

    const results = await Promise.allSettled([write(async () => 1), write(async () => 2)])
    broken = false

    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await write(async () => 3)).toBe(3)
  })

  it('tells of nothing before the disk has it, and writes on meanwhile', async () => {
    const { asked, sync } = slowDisk()
    const { statements, queue } = recording(undefined, sync)
    const { write, settled } = queue()
    const told: number[] = []
    const first = write(async () => 1).then((value) => told.push(value))
    await vi.waitFor(() => expect(asked).toHaveLength(1))

    const second = write(async () => 2).then((value) => told.push(value))
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    expect(statements.filter((statement) => statement === 'commit')).toHaveLength(2)
    expect(told).toEqual([])

    asked[0]?.keep()
    await first
    expect(told).toEqual([1])
    let isSettled = false
    const end = settled().then(() => {
      isSettled = true
    })
    await Promise.resolve()
    expect(isSettled).toBe(false)
    asked[1]?.keep()
    await Promise.all([second, end])
    expect(told).toEqual([1, 2])
  })

  it('tells nobody that anything is kept once the disk failed to', async () => {
    const { asked, sync } = slowDisk()
    const { queue } = recording(undefined, sync)
    const { write } = queue()
    const writes = [write(async () => 1)]
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    writes.push(write(async () => 2))
    await vi.waitFor(() => expect(asked).toHaveLength(2))

    asked[0]?.fail(new Error('the disk is gone'))
    await Promise.allSettled(writes.slice(0, 1))
    asked[1]?.keep()
    writes.push(write(async () => 3))

    const results = await Promise.allSettled(writes)
    expect(results.map((result) => result.status === 'rejected' && result.reason.message)).toEqual(
      Array.from({ length: 3 }, () => 'the disk is gone'),
    )
  })

  it('counts what is on its way to the disk among what waits', async () => {
    const { asked, sync } = slowDisk()
    const { write } = recording(undefined, sync).queue(1)
    const first = write(async () => 1)
    await vi.waitFor(() => expect(asked).toHaveLength(1))

    await expect(write(async () => 2)).rejects.toThrow(StoreBusy)
    asked[0]?.keep()
    expect(await first).toBe(1)
    const third = write(async () => 3)
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    asked[1]?.keep()
    expect(await third).toBe(3)
  })

  it('says it is busy instead of growing without end', async () => {
    const { queue } = recording()
    const { write } = queue(2)

    const results = await Promise.allSettled([write(async () => 1), write(async () => 2), write(async () => 3)])

    expect(results[2]).toMatchObject({ status: 'rejected', reason: expect.any(StoreBusy) })
    expect(results.slice(0, 2).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  })
})
