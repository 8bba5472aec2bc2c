import { createStore, promisifyRequest } from 'idb-keyval'

/** One thing to be put on the server, in the order it was said. */
export type OutboxItem = {
  id: string
  /** Under the browser API, such as `responses/rsp_…`. */
  path: string
  body: Record<string, unknown>
  /** Sent as it is, in place of the body. */
  file?: Blob
  /** The visitor's token at the time; a later `identify` does not change whose words these are. */
  token: string
  /** The host's user id, empty for an anonymous visitor. */
  user: string
  queuedAt: number
  /** On a person claim: its mark, kept once the server has heard it. */
  said?: string
}

export type OutboxStore = {
  read(): Promise<OutboxItem[]>
  /** Reads, changes and writes as one step, also across tabs. */
  change(change: (items: OutboxItem[]) => OutboxItem[]): Promise<OutboxItem[]>
  /** Whether what it holds outlasts the page. */
  keeps(): boolean
  /** Lets go of the browser's database, so that it may be deleted. */
  close(): void
}

/** Lasts as long as the page. */
export function memoryStore(): OutboxStore {
  let items: OutboxItem[] = []
  return {
    read: async () => items,
    async change(change) {
      items = change(items)
      return items
    },
    keeps: () => false,
    close() {},
  }
}

/**
 * Survives reload, crash and offline; memory takes over for good when the browser refuses its database, and until the
 * person has consented.
 * @param allowed whether anything may be kept in the browser now
 */
export function browserStore(key: string, allowed: () => boolean): OutboxStore {
  const early = memoryStore()
  const name = 'items'
  let refused = false
  let database: ReturnType<typeof createStore> | undefined
  const use = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => PromiseLike<T>) => {
    database ??= createStore(`heed:${key}`, 'outbox')
    return database(mode, (store) => {
      const { db } = store.transaction
      // Another tab deletes it by `reset`: until this one lets go, nobody can open it any more.
      db.onversionchange = () => {
        db.close()
        database = undefined
      }
      return work(store)
    })
  }
  const itemsIn = async (store: IDBObjectStore) =>
    (await promisifyRequest<OutboxItem[] | undefined>(store.get(name))) ?? []
  const either = async (durable: () => Promise<OutboxItem[]>, volatile: () => Promise<OutboxItem[]>) => {
    if (!refused && allowed()) {
      try {
        return await durable()
      } catch {
        if (!refused) {
          refused = true
          // What it holds is sent from here with the rest: the same id stores it once.
          const held = await use('readonly', itemsIn).catch(() => [])
          await early.change((items) => [...held, ...items])
        }
      }
    }
    return volatile()
  }

  return {
    read: () => either(async () => [...(await use('readonly', itemsIn)), ...(await early.read())], early.read),
    change: (change) =>
      either(
        async () => {
          // What was said before the consent goes along.
          const before = await early.read()
          const changed = await use('readwrite', async (store) => {
            const items = change([...(await itemsIn(store)), ...before])
            store.put(items, name)
            await promisifyRequest(store.transaction)
            return items
          })
          await early.change((items) => items.filter((item) => !before.includes(item)))
          return changed
        },
        () => early.change(change),
      ),
    keeps: () => !refused && allowed(),
    close() {
      if (!refused) database?.('readonly', ({ transaction }) => transaction.db.close()).catch(() => {})
      // What was on its way still comes.
      database = undefined
    },
  }
}
