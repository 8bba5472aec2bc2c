import { describe, expect, it } from 'vitest'
import { StoreBusy } from './store.ts'
import { writeQueue } from './write-queue.ts'

const recording = (fail: (statement: string) => boolean = () => false) => {
  const statements: string[] = []
  const run = (statement: string) => {
    statements.push(statement)
    if (fail(statement)) throw new Error(`cannot ${statement}`)
  }
  return { statements, queue: (limit?: number, groupSize?: number) => writeQueue({ tx: 'tx', run }, limit, groupSize) }
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

  it('says it is busy instead of growing without end', async () => {
    const { queue } = recording()
    const { write } = queue(2)

    const results = await Promise.allSettled([write(async () => 1), write(async () => 2), write(async () => 3)])

    expect(results[2]).toMatchObject({ status: 'rejected', reason: expect.any(StoreBusy) })
    expect(results.slice(0, 2).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  })
})
