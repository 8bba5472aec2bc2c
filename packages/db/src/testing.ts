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
  }
}

export const storeNames = ['sqlite', 'postgres'] as const
export type StoreName = (typeof storeNames)[number]

/** Opens a store of its own for one test file, through the real migrations. `dispose` removes it. */
export const openTestStore = async (name: StoreName): Promise<{ store: Store; dispose: () => Promise<void> }> => {
  if (name === 'postgres') return openTestDatabase()
  // A file, not :memory:, which two connections cannot share.
  const folder = await mkdtemp(join(tmpdir(), 'heed-test-'))
  const store = await openSqliteStore(join(folder, 'heed.sqlite'))
  return {
    store,
    dispose: async () => {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const openTestDatabase = async () => {
  const { default: postgres } = await import('postgres')
  const admin = postgres(inject('postgresUrl'), { max: 1, onnotice: () => undefined })
  const database = `heed_test_${process.pid}_${Date.now().toString(36)}_${Math.random().toString(36).slice(2, 8)}`
  await admin.unsafe(`create database ${database}`)
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${database}`
  const store = await openPostgresStore(url.href)
  return {
    store,
    dispose: async () => {
      await store.close()
      await admin.unsafe(`drop database ${database} with (force)`)
      await admin.end()
    },
  }
}
