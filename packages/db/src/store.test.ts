import { newId } from '@heed/contracts/new-id'
import { asc, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from './store.ts'
import { openTestStore, storeNames } from './testing.ts'

describe.each([...storeNames])('the store (%s)', (name) => {
  let store: Store
  let dispose: () => Promise<void>
  beforeAll(async () => {
    ;({ store, dispose } = await openTestStore(name))
  }, 60_000)
  afterAll(() => dispose())

  const area = (workspaceId: string, name: string) => ({ workspaceId, id: newId('area'), name })
  const namesOf = async (workspaceId: string) => {
    const { db, tables } = store.read
    const rows = await db
      .select()
      .from(tables.areas)
      .where(eq(tables.areas.workspaceId, workspaceId))
      .orderBy(asc(tables.areas.name))
    return rows.map((row) => row.name)
  }

  it('shows a write to readers once it is committed, and nothing of a write that failed', async () => {
    const workspaceId = newId('workspace')
    await store.write(
      async ({ db, tables }) => void (await db.insert(tables.areas).values(area(workspaceId, 'Billing'))),
    )

    const failing = store.write(async ({ db, tables }) => {
      await db.insert(tables.areas).values(area(workspaceId, 'Half done'))
      throw new Error('changed my mind')
    })

    await expect(failing).rejects.toThrow('changed my mind')
    expect(await namesOf(workspaceId)).toEqual(['Billing'])
  })

  it('reads aside what is committed, and keeps nobody waiting meanwhile', async () => {
    const workspaceId = newId('workspace')
    await store.write(
      async ({ db, tables }) => void (await db.insert(tables.areas).values(area(workspaceId, 'Billing'))),
    )
    const { db, tables, run } = store.readAside
    const upTo = 1_000_000
    let isCounted = false
    const counted = run(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${upTo}) select count(*) from n`,
      [],
    ).then(([row]) => {
      isCounted = true
      return Number(row?.[0])
    })

    expect(await namesOf(workspaceId)).toEqual(['Billing'])
    expect(isCounted).toBe(false)
    expect(await counted).toBe(upTo)
    expect(await db.select().from(tables.areas).where(eq(tables.areas.workspaceId, workspaceId))).toEqual([
      expect.objectContaining({ workspaceId, name: 'Billing' }),
    ])
  })

  it('reads bytes aside as they were written, and goes on after a question that cannot be read', async () => {
    const { run } = store.readAside
    const bytes = name === 'sqlite' ? "x'00ff10'" : "'\\x00ff10'::bytea"

    await expect(run('select a from nowhere', [])).rejects.toThrow(/nowhere/)
    expect(await run(`select ${bytes}`, [])).toEqual([[Buffer.from([0x00, 0xff, 0x10])]])
  })

  it('lets one bad write fail alone among many at once', async () => {
    const workspaceId = newId('workspace')
    const names = Array.from({ length: 40 }, (_, i) => `Area ${String(i).padStart(2, '0')}`)

    const results = await Promise.allSettled(
      [...names, 'Area 07'].map((areaName) =>
        store.write(async ({ db, tables }) => void (await db.insert(tables.areas).values(area(workspaceId, areaName)))),
      ),
    )

    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect(await namesOf(workspaceId)).toEqual(names)
  })

  it('lets work that must be alone wait for its turn', async () => {
    const steps: string[] = []
    const work = (name: string) => async () => {
      steps.push(`${name} begins`)
      await store.ping()
      steps.push(`${name} ends`)
    }

    await Promise.all([store.alone(work('a')), store.alone(work('b'))])

    expect(steps[1]).toBe(steps[0]?.replace('begins', 'ends'))
    expect(steps).toHaveLength(4)
  })

  it('keeps what was written alone, also where that failed', async () => {
    const workspaceId = newId('workspace')

    const failing = store.alone(async () => {
      await store.write(
        async ({ db, tables }) => void (await db.insert(tables.areas).values(area(workspaceId, 'Billing'))),
      )
      throw new Error('cut off')
    })

    await expect(failing).rejects.toThrow('cut off')
    expect(await namesOf(workspaceId)).toEqual(['Billing'])
  })

  it('recognises a row that a unique index refused', async () => {
    const workspaceId = newId('workspace')
    const insert = () =>
      store.write(async ({ db, tables }) => void (await db.insert(tables.areas).values(area(workspaceId, 'Billing'))))
    await insert()

    const error = await insert().catch((caught: unknown) => caught)

    expect(store.read.dialect.isUniqueViolation(error)).toBe(true)
    expect(store.read.dialect.isUniqueViolation(new Error('something else'))).toBe(false)
  })

  it('reads traits as text alike: words, numbers, booleans and missing ones', async () => {
    const workspaceId = newId('workspace')
    const traits = { industry: 'Retail', seats: 12, ratio: 1.5, beta: true, 'odd name.x': 'y' }
    const at = new Date('2026-03-01T00:00:00Z')
    await store.write(async ({ db, tables }) => {
      await db.insert(tables.accounts).values({
        workspaceId,
        id: newId('account'),
        externalId: 'a',
        trust: 'verified',
        traits,
        createdAt: at,
        updatedAt: at,
      })
    })
    const { db, tables, dialect } = store.read
    const read = async (name: string) =>
      (
        await db
          .select({ value: dialect.jsonText(tables.accounts.traits, name) })
          .from(tables.accounts)
          .where(eq(tables.accounts.workspaceId, workspaceId))
      )[0]?.value

    expect(await Promise.all(['industry', 'seats', 'ratio', 'beta', 'odd name.x', 'missing'].map(read))).toEqual([
      'Retail',
      '12',
      '1.5',
      'true',
      'y',
      null,
    ])
    const matching = await db
      .select({ id: tables.accounts.id })
      .from(tables.accounts)
      .where(inArray(dialect.jsonText(tables.accounts.traits, 'beta'), ['true']))
    expect(matching).toHaveLength(1)
  })

  it('buckets moments into months in UTC and keeps milliseconds', async () => {
    const workspaceId = newId('workspace')
    const moments = ['2026-02-28T23:59:59.999Z', '2026-03-01T00:00:00.000Z'].map((text) => new Date(text))
    await store.write(async ({ db, tables }) => {
      for (const createdAt of moments) {
        await db
          .insert(tables.visitors)
          .values({ workspaceId, hash: createdAt.toISOString(), personId: 'p', createdAt })
      }
    })
    const { db, tables, dialect } = store.read

    const rows = await db
      .select({ month: dialect.month(tables.visitors.createdAt), createdAt: tables.visitors.createdAt })
      .from(tables.visitors)
      .where(eq(tables.visitors.workspaceId, workspaceId))
      .orderBy(asc(tables.visitors.createdAt))

    expect(rows).toEqual([
      { month: '2026-02', createdAt: moments[0] },
      { month: '2026-03', createdAt: moments[1] },
    ])
  })
})
