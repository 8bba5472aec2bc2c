import type { fdatasync } from 'node:fs'
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@heed/contracts/new-id'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadSqlite } from './library.sqlite.ts'
import { openSqliteStore } from './store.sqlite.ts'
import type { Store } from './store.ts'

const Sqlite = await loadSqlite()

/** What happens when the store has the disk keep its log, and how often it did. */
const disk = vi.hoisted(() => ({ before: async () => {}, failure: null as Error | null, syncs: 0 }))

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const watched = (file: number, done: (error: NodeJS.ErrnoException | null) => void) => {
    void disk.before().then(() =>
      fs.fdatasync(file, (error) => {
        disk.syncs += 1
        done(disk.failure ?? error)
      }),
    )
  }
  return { ...fs, fdatasync: watched as typeof fdatasync }
})

let folder = ''
let store: Store
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heed-log-'))
  store = await openSqliteStore(join(folder, 'heed.sqlite'))
  Object.assign(disk, { before: async () => {}, failure: null, syncs: 0 })
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const workspaceId = newId('workspace')
const writeArea = (name: string) =>
  store.write(async ({ db, tables }) => {
    await db.insert(tables.areas).values({ workspaceId, id: newId('area'), name })
    return name
  })
const namesIn = (file: string) => {
  const database = new Sqlite(file)
  const rows = database.prepare('select name from areas').all() as { name: string }[]
  database.close()
  return rows.map(({ name }) => name)
}

it('tells of a write when the disk has it: after a power cut everything is there that somebody was told of', async () => {
  // What the disk holds for certain is what the files held when a sync that has ended since was begun.
  const held: string[] = []
  disk.before = async () => {
    const kept = await mkdtemp(join(folder, 'held-'))
    for (const name of ['heed.sqlite', 'heed.sqlite-wal'])
      await copyFile(join(folder, name), join(kept, name)).catch(() => {})
    held.push(join(kept, 'heed.sqlite'))
  }

  const told: string[] = []
  for (let round = 0; round < 12; round++) {
    const names = Array.from({ length: round % 4 }, (_, at) => `area ${round}.${at}`)
    const writes = names.map((name) => writeArea(name).then((done) => told.push(done)))
    if (round % 3 === 0) await Promise.race(writes.length > 0 ? writes : [Promise.resolve()])
    const last = [...told]
    const ended = held[disk.syncs - 1]
    if (ended) expect(namesIn(ended)).toEqual(expect.arrayContaining(last))
    await Promise.all(writes)
    const all = held[disk.syncs - 1]
    if (names.length > 0) expect(namesIn(all ?? '')).toEqual(expect.arrayContaining(told))
  }
  expect(told).toHaveLength(18)
})

it('shares one sync among those who come while another runs', async () => {
  let release = () => {}
  const gate = new Promise<void>((open) => {
    release = open
  })
  disk.before = () => gate
  const writes = [writeArea('first')]
  for (let at = 0; at < 5; at++) {
    await new Promise((next) => setTimeout(next, 5))
    writes.push(writeArea(`later ${at}`))
  }

  release()
  await Promise.all(writes)

  expect(disk.syncs).toBe(2)
})

it('tells nobody of what the disk did not keep, and takes nothing more', async () => {
  disk.failure = new Error('the disk is gone')

  await expect(writeArea('lost')).rejects.toThrow('the disk is gone')
  disk.failure = null
  await expect(writeArea('after')).rejects.toThrow('the disk is gone')
  await expect(store.ping()).rejects.toThrow('the disk is gone')
})

it('syncs what is written alone once, at its end', async () => {
  await store.alone(async () => {
    for (const name of ['one', 'two', 'three']) await writeArea(name)
    expect(disk.syncs).toBe(0)
  })

  expect(disk.syncs).toBe(1)
})

it('has its log carried into the file beside the commits, and to its end where it is long, so that it begins anew', {
  timeout: 60_000,
}, async () => {
  const pragma = vi.spyOn(Sqlite.prototype, 'pragma')
  const file = join(folder, 'heed.sqlite')
  const sizeOf = async (name: string) => (await stat(name)).size
  const before = await sizeOf(file)
  const words = 'x'.repeat(100_000)
  // 150 MB without a pause, of which the log may hold 64 before it is carried to its end.
  const keepWriting = async (writer: number) => {
    for (let at = 0; at < 75; at++) await writeArea(`${writer}.${at} ${words}`)
  }

  await Promise.all(Array.from({ length: 20 }, (_, writer) => keepWriting(writer)))
  const byTheWriter = () => pragma.mock.calls.filter(([statement]) => statement === 'wal_checkpoint(PASSIVE)')
  await vi.waitFor(() => expect(byTheWriter().length).toBeGreaterThan(0), 30_000)
  pragma.mockRestore()

  await vi.waitFor(async () => expect(await sizeOf(file)).toBeGreaterThan(before + 140_000_000), 20_000)
  await writeArea('one more')
  expect(await sizeOf(`${file}-wal`)).toBeLessThan(200_000_000)
  expect(await store.read.db.$count(store.read.tables.areas)).toBe(1_501)
})
