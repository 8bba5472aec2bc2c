import type { BatchResult } from '@heed/contracts'
import { expect, it } from 'vitest'
import { buildApp } from './app.ts'
import type { Deps } from './deps.ts'
import { createPeopleMemory } from './features/people/packed/people-memory.ts'
import { describeOnBothStores } from './testing/heed.ts'

describeOnBothStores('what fails unseen', (heed) => {
  it('is logged where a message of a batch was not stored, which is answered all the same', async () => {
    const { keys } = await heed.workspace()
    const lines: string[] = []
    const newId: Deps['newId'] = (kind) => {
      if (kind === 'event') throw new Error('the clock is gone')
      return heed.deps.newId(kind)
    }
    const app = await buildApp(
      { ...heed.deps, newId },
      {
        logLevel: 'error',
        trustedProxies: [],
        onlyLoopback: false,
        signUp: 'first',
        logTo: { write: (line) => void lines.push(line) },
      },
    )

    const reply = await app.inject({
      method: 'POST',
      url: '/v1/batch',
      headers: { authorization: `Bearer ${keys.secret}` },
      payload: { batch: [{ type: 'track', userId: 'u1', event: 'Paid' }] },
    })
    await app.close()
    heed.deps.faults.tell(new Error('after the end'), 'not for a log that is closed')

    expect(reply.statusCode).toBe(200)
    expect(reply.json<BatchResult>().results).toMatchObject([{ stored: 'refused', problem: { code: 'internal' } }])
    expect(reply.body).not.toContain('the clock is gone')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { msg: 'a message of a batch was not stored', err: { message: 'the clock is gone' } },
    ])
  })

  it('is told where people could not be read into memory, who are read anew then', async () => {
    const { workspaceId, visitor } = await heed.workspace()
    await visitor().put('/person', { userId: 'u1' })
    const faults: unknown[] = []
    let isGone = true
    const { read } = heed.store
    const run: typeof read.run = (...given) =>
      isGone ? Promise.reject(new Error('the disk is gone')) : read.run(...given)
    const memory = createPeopleMemory({ read: { ...read, run } }, { fewestPeople: 0 }, (error) => faults.push(error))

    expect(await memory.current(workspaceId)).toBeNull()
    await memory.settled()
    isGone = false
    await memory.current(workspaceId)
    await memory.settled()

    expect(faults).toEqual([new Error('the disk is gone')])
    expect((await memory.current(workspaceId))?.people.rows).toBe(1)
  })
})
