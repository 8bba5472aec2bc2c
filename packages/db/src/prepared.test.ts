import { newId } from '@heed/contracts/new-id'
import { and, asc, eq, getTableColumns, isNull, lt, max, or, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepared } from './prepared.ts'
import type { Handle, Store } from './store.ts'
import { openTestStore, storeNames } from './testing.ts'

type PersonRow = Omit<Handle['tables']['people']['$inferSelect'], 'changeMark'>
type AccountRow = Omit<Handle['tables']['accounts']['$inferSelect'], 'changeMark'>

const at = new Date('2026-03-01T00:00:00.123Z')

const insertAccount = prepared(({ db, tables }, row: AccountRow) => db.insert(tables.accounts).values(row))
const insertPerson = prepared(({ db, tables }, row: PersonRow) => db.insert(tables.people).values(row))
const savePerson = prepared(({ db, tables: { people } }, row: PersonRow) => {
  const { workspaceId, id, ...changes } = row
  return db
    .insert(people)
    .values(row)
    .onConflictDoUpdate({ target: [people.workspaceId, people.id], set: changes })
})
const listWithAccounts = prepared(({ db, tables: { people, accounts } }, { workspaceId }: { workspaceId: string }) =>
  db
    .select({ person: getTableColumns(people), account: getTableColumns(accounts) })
    .from(people)
    .leftJoin(accounts, and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId)))
    .where(eq(people.workspaceId, workspaceId))
    .orderBy(asc(people.userId)),
)
const markSeen = prepared(({ db, tables: { people } }, { id, seenAt }: { id: string; seenAt: Date }) =>
  db
    .update(people)
    .set({ lastSeenAt: seenAt })
    .where(
      and(
        eq(people.id, id),
        or(isNull(people.lastSeenAt), lt(people.lastSeenAt, sql.param(seenAt, people.lastSeenAt))),
      ),
    )
    .returning({ id: people.id, seenAt: people.lastSeenAt }),
)

describe.each([...storeNames])('a prepared statement (%s)', (name) => {
  let store: Store
  let dispose: () => Promise<void>
  beforeAll(async () => {
    ;({ store, dispose } = await openTestStore(name))
  }, 60_000)
  afterAll(() => dispose())

  const account = (workspaceId: string): AccountRow => ({
    workspaceId,
    id: newId('account'),
    externalId: 'acme',
    trust: 'verified',
    name: 'Acme',
    plan: 'scale',
    spendMinor: 12_345_678_901,
    currency: 'EUR',
    reportingSpendMinor: null,
    seats: null,
    traits: { beta: true, seats: 12, industry: 'Retail' },
    sources: {},
    customerSince: at,
    createdAt: at,
    updatedAt: at,
  })
  const person = (workspaceId: string, userId: string, accountId: string | null): PersonRow => ({
    workspaceId,
    id: newId('person'),
    userId,
    trust: 'verified',
    accountId,
    name: null,
    email: null,
    locale: null,
    traits: {},
    sources: { name: { source: 'server', at: 1 } },
    customerSince: null,
    verifiedId: null,
    lastSeenAt: null,
    createdAt: at,
    updatedAt: at,
  })

  it('stores and reads rows as the same statement of drizzle does, null and what a join does not find among them', async () => {
    const workspaceId = newId('workspace')
    const of = account(workspaceId)
    const [one, other] = [person(workspaceId, 'a', of.id), person(workspaceId, 'b', null)]
    await store.write(async (tx) => {
      await insertAccount(tx, of)
      await insertPerson(tx, one)
      await insertPerson(tx, other)
    })

    const rows = await listWithAccounts(store.read, { workspaceId })

    expect(rows).toMatchObject([
      { person: one, account: of },
      { person: other, account: null },
    ])
    const { db, tables } = store.read
    const { people, accounts } = tables
    const read = await db
      .select({ person: getTableColumns(people), account: getTableColumns(accounts) })
      .from(people)
      .leftJoin(accounts, and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId)))
      .where(eq(people.workspaceId, workspaceId))
      .orderBy(asc(people.userId))
    expect(rows).toEqual(read)
    expect(await listWithAccounts(store.read, { workspaceId: newId('workspace') })).toEqual([])
  })

  it('runs in the write that it is given, and leaves nothing where that fails', async () => {
    const workspaceId = newId('workspace')
    const failing = store.write(async (tx) => {
      await insertPerson(tx, person(workspaceId, 'a', null))
      expect(await listWithAccounts(tx, { workspaceId })).toHaveLength(1)
      expect(await listWithAccounts(store.read, { workspaceId })).toEqual([])
      throw new Error('changed my mind')
    })

    await expect(failing).rejects.toThrow('changed my mind')
    expect(await listWithAccounts(store.read, { workspaceId })).toEqual([])
  })

  it('compares moments, and answers what it changed', async () => {
    const workspaceId = newId('workspace')
    const { id, ...rest } = person(workspaceId, 'a', null)
    const seen = (seenAt: Date) => store.write((tx) => markSeen(tx, { id, seenAt }))
    await store.write((tx) => insertPerson(tx, { ...rest, id }))

    expect(await seen(at)).toEqual([{ id, seenAt: at }])
    expect(await seen(at)).toEqual([])
    const later = new Date(at.getTime() + 1)
    expect(await seen(later)).toEqual([{ id, seenAt: later }])
  })

  it('marks each row that it writes as changed anew', async () => {
    const workspaceId = newId('workspace')
    const row = person(workspaceId, 'a', null)
    const { people } = store.read.tables
    const mark = async () => {
      const { db } = store.read
      const [found] = await db
        .select({ mark: max(people.changeMark) })
        .from(people)
        .where(eq(people.workspaceId, workspaceId))
      return found?.mark ?? 0
    }
    await store.write((tx) => savePerson(tx, row))
    const first = await mark()

    await store.write((tx) => savePerson(tx, { ...row, name: 'Ada' }))

    expect(await mark()).toBeGreaterThan(first)
    expect(await listWithAccounts(store.read, { workspaceId })).toMatchObject([{ person: { name: 'Ada' } }])
  })

  it('tells of a row that a unique index refused, and of a value that was left out', async () => {
    const workspaceId = newId('workspace')
    const row = person(workspaceId, 'a', null)
    await store.write((tx) => insertPerson(tx, row))

    const error = await store.write((tx) => insertPerson(tx, row)).catch((caught: unknown) => caught)

    expect(store.read.dialect.isUniqueViolation(error)).toBe(true)
    const { name: _, ...lacking } = row
    const given = store.write((tx) => insertPerson(tx, lacking as PersonRow))
    await expect(given).rejects.toThrow('nothing was given for "name"')
  })
})
