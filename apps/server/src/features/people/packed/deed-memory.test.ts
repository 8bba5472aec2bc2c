import { expect, it, vi } from 'vitest'
import { describeOnBothStores } from '../../../testing/heed.ts'
import { insertEvent } from '../../ingest/events.queries.ts'
import { erasePerson } from '../erasure/erase-person.ts'
import { moveHistory } from '../people.queries.ts'
import { recordPerson } from '../record-person.ts'
import { timesOf } from './deed-chains.ts'
import { createDeedMemory } from './deed-memory.ts'
import { packedPeople } from './packed-people.ts'

const sizes = { deedsAtOnce: 3, mostChanged: 12 }
const always = { after: Number.NEGATIVE_INFINITY, upTo: Number.POSITIVE_INFINITY }
const any = { from: 0, to: Number.POSITIVE_INFINITY }
const login = { field: 'event', name: 'login' } as const

describeOnBothStores('what people did, in memory', (heed) => {
  const given = async (hasRoom = () => true) => {
    const { workspaceId } = await heed.workspace()
    const personOf = async (userId: string) =>
      (await recordPerson(heed.deps, { workspaceId, source: 'server' }, { userId })).person
    const [anna, ben] = [await personOf('anna'), await personOf('ben')]
    const people = packedPeople()
    const faults: unknown[] = []
    const onError = (error: unknown) => void faults.push(error)
    const memory = createDeedMemory(heed.store.read, workspaceId, people, { hasRoom, onError }, sizes)
    const track = (personId: string, day: string, name = 'login') =>
      heed.store.write((tx) => {
        const at = new Date(day)
        const rest = { accountId: null, messageId: null, properties: {}, rest: {}, createdAt: heed.clock.now() }
        return insertEvent(tx, {
          workspaceId,
          id: heed.deps.newId('event'),
          kind: 'track',
          name,
          personId,
          at,
          ...rest,
        })
      })
    /** How often Anna and Ben did it; null where it is not in memory. */
    const times = async (span = always) => {
      const done = await memory.kept(login)
      const chains = done?.chains(people.rows)
      return chains ? [anna, ben].map(({ id }) => timesOf(people.placeOf(id), chains, span, any, false)) : null
    }
    return { workspaceId, anna, ben, people, memory, track, times }
  }

  it('is there once it was asked for, and then counts what comes', async () => {
    const { workspaceId, anna, ben, people, memory, track, times } = await given()
    // More of one moment than are read at once.
    for (let i = 0; i < 5; i++) await track(anna.id, '2026-01-01')
    for (const day of ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04']) await track(ben.id, day)
    await track(ben.id, '2026-01-02', 'logout')

    expect(await times()).toBeNull()
    await memory.settled()
    expect(await times()).toEqual([5, 4])
    const span = { after: Date.parse('2026-01-01'), upTo: Date.parse('2026-01-03') }
    expect(await times(span)).toEqual([0, 2])

    await track(anna.id, '2025-12-01')
    await track(anna.id, '2026-01-02', 'logout')
    expect(await times()).toEqual([6, 4])
    expect(await times({ ...span, after: Date.parse('2025-11-30') })).toEqual([6, 3])

    const before = people.rows
    await heed.store.write((tx) => moveHistory(tx, workspaceId, anna.id, ben))
    people.takeAway(anna.id)
    expect(await times()).toEqual([0, 10])
    expect(people.rows).toBe(before)
  })

  it('answers also who asks while another question reads what changed', async () => {
    const { anna, track, memory, times } = await given()
    await track(anna.id, '2026-01-01')
    await times()
    await memory.settled()

    const first = times()
    const others = []
    for (let turn = 0; turn < 5; turn++) {
      others.push(times())
      await Promise.resolve()
    }

    expect(await Promise.all([first, ...others])).toEqual(Array(6).fill([1, 0]))
  })

  it('counts once what is committed after a later write was seen', async () => {
    const { anna, ben, memory, track, times } = await given()
    await track(anna.id, '2026-01-01')
    await times()
    await memory.settled()
    await heed.store.write(async (tx) => {
      const rest = { accountId: null, messageId: null, properties: {}, rest: {}, createdAt: heed.clock.now() }
      const late = { kind: 'track' as const, name: 'login', personId: ben.id, at: new Date('2026-01-01'), ...rest }
      await insertEvent(tx, { workspaceId: anna.workspaceId, id: heed.deps.newId('event'), ...late })
      // SQLite has one write at a time.
      if (heed.storeName === 'postgres') await track(anna.id, '2026-01-02')
      const sooner = heed.storeName === 'postgres' ? 1 : 0
      expect(await times()).toEqual([1 + sooner, 0])
      expect(await times()).toEqual([1 + sooner, 0])
    })

    expect((await times())?.[1]).toBe(1)
  })

  it('has nothing left of whoever was erased', async () => {
    const { workspaceId, anna, ben, people, memory, track, times } = await given()
    await track(anna.id, '2026-01-01')
    await track(ben.id, '2026-01-02')
    await times()
    await memory.settled()
    expect(await times()).toEqual([1, 1])

    await erasePerson(heed.deps, workspaceId, async () => [ben.id])
    people.takeAway(ben.id)
    await track(anna.id, '2026-01-03')

    expect((await times())?.[0]).toBe(2)
    expect(people.listed[people.placeOf(ben.id)]).toBe(0)
  })

  it('is read anew when too much changed, and dropped where there is no room', async () => {
    let hasRoom = true
    const { anna, memory, track, times } = await given(() => hasRoom)
    await track(anna.id, '2026-01-01')
    await times()
    await memory.settled()
    expect(await times()).toEqual([1, 0])

    for (let i = 0; i < 13; i++) await track(anna.id, '2026-02-01')
    expect(await times()).toBeNull()
    // Writes elsewhere in the same PostgreSQL hold up what counts as read.
    const readAnew = async () => {
      await memory.settled()
      expect(await times()).toEqual([14, 0])
    }
    await vi.waitFor(readAnew, { timeout: 20_000 })
    expect(memory.bytes).toBeGreaterThan(0)

    hasRoom = false
    for (let i = 0; i < 13; i++) await track(anna.id, '2026-02-01')
    expect(await times()).toBeNull()
    await memory.settled()
    expect(memory.bytes).toBe(0)
  })
})
