import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { beforeEach, expect, it, vi } from 'vitest'
import { browserStore, type OutboxItem } from './outbox-store.ts'

const item: OutboxItem = { id: '1', path: 'tickets/1', body: {}, token: 't', user: '', queuedAt: 0 }

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))

it('keeps in the browser also what is said after it was closed', async () => {
  const store = browserStore('pk_test', () => true)
  await store.read()
  store.close()

  await store.change((items) => [...items, item])

  expect(await browserStore('pk_test', () => true).read()).toEqual([item])
})

it('lets another tab delete the database, and keeps what is said afterwards in a new one', async () => {
  const store = browserStore('pk_test', () => true)
  await store.change((items) => [...items, item])

  await new Promise((deleted, failed) => {
    const request = indexedDB.deleteDatabase('heed:pk_test')
    request.onsuccess = deleted
    request.onblocked = failed
  })

  expect(await store.read()).toEqual([])
  await store.change((items) => [...items, item])
  expect(await browserStore('pk_test', () => true).read()).toEqual([item])
})

it('takes along what was said before the consent, and keeps nothing without it', async () => {
  let allowed = false
  const store = browserStore('pk_test', () => allowed)
  await store.change((items) => [...items, item])
  expect(await browserStore('pk_test', () => true).read()).toEqual([])

  allowed = true
  await store.change((items) => [...items, { ...item, id: '2' }])

  expect((await browserStore('pk_test', () => true).read()).map(({ id }) => id)).toEqual(['1', '2'])
})

it('goes on in memory where the browser refuses its database', async () => {
  vi.stubGlobal('indexedDB', {
    open() {
      throw new DOMException('blocked', 'SecurityError')
    },
  })
  const store = browserStore('pk_test', () => true)

  await store.change((items) => [...items, item])

  expect(await store.read()).toEqual([item])
})

it('goes on with what the database holds once that takes nothing more, and says that no more is kept', async () => {
  const store = browserStore('pk_test', () => true)
  await store.change((items) => [...items, item])
  expect(store.keeps()).toBe(true)
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })

  await store.change((items) => [...items, { ...item, id: '2' }])

  expect((await store.read()).map(({ id }) => id)).toEqual(['1', '2'])
  expect(store.keeps()).toBe(false)
})
