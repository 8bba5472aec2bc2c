import type { Handle, Store } from '@heed/db'
import {
  type ChangePlace,
  findSettledMark,
  fromMark,
  hasMorePeople,
  listAccountsToPack,
  listChangedAccounts,
  listChangedPeople,
  listDeparted,
  listPeopleToPack,
  type Page,
} from './changed-people.queries.ts'
import { createDeedMemory, type DeedMemory } from './deed-memory.ts'
import { listDeedsAskedFor } from './deeds-asked-for.ts'
import { type PackedPeople, packedPeople } from './packed-people.ts'

export type PeopleMemorySizes = {
  /** Memory that the people of all workspaces may take. */
  mostBytes: number
  /** Fewer people than these are counted in SQL sooner than they are read. */
  fewestPeople: number
  /** Rows read before others have their turn on the event loop: some ten milliseconds. */
  pageRows: number
  /** So many changed rows are waited for; with more of them SQL answers meanwhile. */
  mostAwaited: number
}
const usualSizes: PeopleMemorySizes = {
  mostBytes: 256 * 2 ** 20,
  fewestPeople: 20_000,
  pageRows: 400,
  mostAwaited: 4_000,
}
/** Memory is looked after so often while people are read for the first time. */
const pagesBetweenLooks = 50

type KeptPeople = {
  people: PackedPeople
  /** What they did and said, as far as it was asked for. */
  deeds: DeedMemory
  /** Not while they are read for the first time, nor while many changes are. */
  isWhole: boolean
}
type Kept = KeptPeople & {
  workspaceId: string
  /** All that was marked below it is in memory. */
  mark: number
  /** Changes that are read now, and those that will be once that has ended. */
  running: Promise<boolean> | null
  queued: Promise<boolean> | null
  isTooLarge: boolean
}

export type PeopleMemory = ReturnType<typeof createPeopleMemory>

/**
 * Keeps the people of large workspaces in memory. Every time they are asked for, what changed since the last time is read
 * first, so that they are those of now in every process.
 * @param onError hears what ended a reading that nobody waits for
 */
export function createPeopleMemory(
  { read }: Pick<Store, 'read'>,
  given: Partial<PeopleMemorySizes> = {},
  onError: (error: unknown) => void = () => {},
) {
  const sizes = { ...usualSizes, ...given }
  const kept = new Map<string, Kept>()
  const background = new Set<Promise<void>>()

  /** Others wait for the event loop, on SQLite also for the connection. */
  const pause = () => new Promise((next) => setImmediate(next))

  /** Work that nobody waits for. If it fails, people are read anew when they are asked for next. */
  const inBackground = (one: Kept, work: () => Promise<void>) => {
    one.isWhole = false
    const running = work()
      .then(() => {
        one.isWhole = !one.isTooLarge
      })
      .catch((error: unknown) => {
        if (kept.get(one.workspaceId) === one) kept.delete(one.workspaceId)
        onError(error)
      })
      .finally(() => background.delete(running))
    background.add(running)
  }

  const readAll = async (one: Kept) => {
    const { people, workspaceId } = one
    one.mark = await findSettledMark(read, workspaceId)
    let pages = 0
    const through = async <Row extends { id: string }>(
      list: (handle: Handle, workspaceId: string, after: string, limit: number) => Promise<Row[]>,
      put: (row: Row) => void,
    ) => {
      for (let after = ''; !one.isTooLarge; ) {
        const rows = await list(read, workspaceId, after, sizes.pageRows)
        for (const row of rows) put(row)
        const last = rows.at(-1)
        if (!last || rows.length < sizes.pageRows) return
        after = last.id
        pages += 1
        if (pages % pagesBetweenLooks === 0) makeRoomFor(one)
        await pause()
      }
    }
    await through(listAccountsToPack, people.putAccount)
    await through(listPeopleToPack, people.putPerson)
    makeRoomFor(one)
    if (one.isTooLarge) return
    await readManyChanges(one)
    for (const kind of await listDeedsAskedFor(read, workspaceId)) await one.deeds.kept(kind)
  }

  const readManyChanges = async (one: Kept) => {
    const { people, workspaceId } = one
    const mark = await findSettledMark(read, workspaceId)
    const through = async <Row>(
      list: (handle: Handle, workspaceId: string, from: ChangePlace, limit: number) => Promise<Page<Row>>,
      put: (row: Row) => void,
    ) => {
      for (let from: ChangePlace | null = fromMark(one.mark); from !== null; ) {
        const page: Page<Row> = await list(read, workspaceId, from, sizes.pageRows)
        for (const row of page.rows) put(row)
        from = page.next
        await pause()
      }
    }
    await through(listDeparted, ({ personId }) => people.takeAway(personId))
    await through(listChangedPeople, people.putPerson)
    await through(listChangedAccounts, people.putAccount)
    one.mark = mark
    makeRoomFor(one)
  }

  /** Accounts last: whoever is read has an account that is there by then. @returns whether all is in memory */
  const readChanges = async (one: Kept): Promise<boolean> => {
    const { people, workspaceId } = one
    const mark = await findSettledMark(read, workspaceId)
    const from = fromMark(one.mark)
    const departed = await listDeparted(read, workspaceId, from, sizes.mostAwaited)
    const changed = await listChangedPeople(read, workspaceId, from, sizes.mostAwaited)
    const accounts = await listChangedAccounts(read, workspaceId, from, sizes.mostAwaited)
    if (departed.next || changed.next || accounts.next) {
      inBackground(one, () => readManyChanges(one))
      return false
    }
    for (const { personId } of departed.rows) people.takeAway(personId)
    for (const row of changed.rows) people.putPerson(row)
    for (const row of accounts.rows) people.putAccount(row)
    one.mark = mark
    return true
  }

  /** What was committed before now is read by changes that are not begun yet. */
  const upToNow = (one: Kept): Promise<boolean> => {
    if (!one.running) {
      one.running = readChanges(one).finally(() => {
        one.running = null
      })
      return one.running
    }
    const again = () => {
      one.queued = null
      return one.isWhole ? upToNow(one) : false
    }
    one.queued ??= one.running.then(again, again)
    return one.queued
  }

  const total = () => [...kept.values()].reduce((sum, { people, deeds }) => sum + people.bytes + deeds.bytes, 0)
  const hasRoom = () => total() <= sizes.mostBytes

  const empty = (workspaceId: string): Pick<Kept, 'people' | 'deeds'> => {
    const people = packedPeople()
    return { people, deeds: createDeedMemory(read, workspaceId, people, { hasRoom, onError }) }
  }

  /** Those asked for last stay; people who do not fit by themselves are not kept at all. */
  const makeRoomFor = (one: Kept) => {
    for (const [workspaceId, other] of kept) {
      if (hasRoom()) return
      if (other !== one) kept.delete(workspaceId)
    }
    if (hasRoom()) return
    one.deeds.forget()
    if (hasRoom()) return
    one.isTooLarge = true
    Object.assign(one, empty(one.workspaceId))
  }

  return {
    /** The people of a workspace, as they are now; null: they are to be asked in SQL. */
    async current(workspaceId: string): Promise<KeptPeople | null> {
      const one = kept.get(workspaceId)
      if (!one) {
        if (sizes.mostBytes === 0) return null
        if (!(await hasMorePeople(read, workspaceId, sizes.fewestPeople)) || kept.has(workspaceId)) return null
        const begun: Kept = {
          workspaceId,
          ...empty(workspaceId),
          isWhole: false,
          mark: 0,
          running: null,
          queued: null,
          isTooLarge: false,
        }
        kept.set(workspaceId, begun)
        inBackground(begun, () => readAll(begun))
        return null
      }
      kept.delete(workspaceId)
      kept.set(workspaceId, one)
      if (!one.isWhole) return null
      return (await upToNow(one)) ? one : null
    },
    /** Ends once what is read in the background is there. */
    async settled(): Promise<void> {
      while (background.size > 0) await Promise.all(background)
      for (const { deeds } of kept.values()) await deeds.settled()
    },
    get bytes() {
      return total()
    },
  }
}
