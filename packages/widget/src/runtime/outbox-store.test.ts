import { expect, it, vi } from 'vitest'
import { browserStore, type OutboxItem } from './outbox-store.ts'

/** What the browser keeps; a database that was closed takes nothing. */
const database = vi.hoisted(() => ({ kept: undefined as OutboxItem[] | undefined }))

vi.mock('idb-keyval', () => {
  const closed = new Set<unknown>()
  const taking = (use: unknown) => {
    if (closed.has(use)) throw new DOMException('closed', 'InvalidStateError')
    return database
  }
  return {
    createStore: () => {
      const use = async (_mode: string, work: (store: object) => void) =>
        work({ transaction: { db: { close: () => closed.add(use) } } })
      return use
    },
    get: async (_name: string, use: unknown) => taking(use).kept,
    update: async (_name: string, change: (before?: OutboxItem[]) => OutboxItem[], use: unknown) => {
      taking(use).kept = change(database.kept)
    },
  }
})

it('keeps in the browser also what is said after it was closed', async () => {
  const item: OutboxItem = { id: '1', path: 'tickets/1', body: {}, token: 't', user: '', queuedAt: 0 }
  const store = browserStore('pk_test', () => true)
  await store.read()
  store.close()

  await store.change((items) => [...items, item])

  expect(database.kept).toEqual([item])
})
