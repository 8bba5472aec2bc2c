import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openPostgresStore } from './store.postgres.ts'
import { openSqliteStore } from './store.sqlite.ts'
import type { Store } from './store.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a database cluster that this run started, or of HEED_TEST_POSTGRES_URL. */
    postgresUrl: string
    /** The name of a database in it that has every table, and nothing in them. */
    postgresTemplate: string
  }
}

export const storeNames = ['sqlite', 'postgres'] as const
export type StoreName = (typeof storeNames)[number]

/** Opens a store of its own for one test file. `dispose` removes it. */
export const openTestStore = async (name: StoreName): Promise<{ store: Store; dispose: () => Promise<void> }> => {
  const { place, remove } = await (name === 'postgres'
    ? makeTestDatabase(inject('postgresTemplate'))
    : makeTestPlace(name))
  const store = await (name === 'postgres' ? openPostgresStore(place) : openSqliteStore(place))
  return {
    store,
    dispose: async () => {
      await store.close()
      await remove()
    },
  }
}

/** Makes room for a store, without one in it: the path of a file that is not there yet, or the URL of an empty database. */
export const makeTestPlace = async (name: StoreName): Promise<{ place: string; remove: () => Promise<void> }> => {
  if (name === 'postgres') return makeTestDatabase()
  // A file, not :memory:, which two connections cannot share.
  const folder = await mkdtemp(join(tmpdir(), 'heed-test-'))
  return { place: join(folder, 'heed.sqlite'), remove: () => rm(folder, { recursive: true, force: true }) }
}

/** @param template the database that it is a copy of; left out: it is empty */
const makeTestDatabase = async (template = 'template1') => {
  const { default: postgres } = await import('postgres')
  const admin = postgres(inject('postgresUrl'), { max: 1, onnotice: () => undefined })
  const database = `heed_test_${process.pid}_${Date.now().toString(36)}_${Math.random().toString(36).slice(2, 8)}`
  await admin.unsafe(`create database ${database} template ${template}`)
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${database}`
  return {
    place: url.href,
    remove: async () => {
      await admin.unsafe(`drop database ${database} with (force)`)
      await admin.end()
    },
  }
}
