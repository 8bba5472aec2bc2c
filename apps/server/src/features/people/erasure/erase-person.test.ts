import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../../testing/heed.ts'
import { rowsOfHostsPerson } from '../person-detail.ts'
import { erasePerson } from './erase-person.ts'
import { ownRows } from './own-rows.ts'
import { fillRows, readAllRows, tablesOfPeople } from './testing-rows.ts'

const long = 2 * 3_600_000

describeOnBothStores('erasing a person', (heed) => {
  /** Rows of Maria, of who claims to be her, and of Paul, in all tables; and of another Maria in another workspace. */
  const full = async () => {
    const [here, there] = [await heed.workspace(), await heed.workspace()]
    const names = tablesOfPeople(heed.store.read, ownRows)
    const at = new Date(heed.clock.now().getTime() - long)
    const fill = (workspaceId: string, mark: string, given: object = {}) =>
      heed.store.write((tx) =>
        fillRows(tx, names, {
          mark,
          at,
          given: { workspaceId, surveyId: 'survey', accountId: `${mark} accounts`, ...given },
        }),
      )
    for (const { workspaceId } of [here, there]) {
      await fill(workspaceId, 'maria')
      const claim = { userId: 'maria', externalId: 'maria', trust: 'unverified', verifiedId: 'maria people' }
      await fill(workspaceId, 'maria claimed', claim)
      await fill(workspaceId, 'paul')
      await heed.store.write(async ({ db, tables }) => {
        const frame = { workspaceId, surveyId: 'survey', of: 'answers' as const, version: `${workspaceId} maria` }
        const span = { since: new Date(0), until: heed.clock.now(), heldUntil: heed.clock.now() }
        const packed = { rows: 3, traits: [], complete: true, stale: false, claim: null, claimedAt: null }
        await db.insert(tables.responseFrames).values({ ...frame, ...span, ...packed })
        const column = { workspaceId, version: frame.version, name: 'person', bytes: Buffer.from('maria') }
        await db.insert(tables.responseFrameColumns).values(column)
      })
    }
    const erase = () =>
      erasePerson(heed.deps, here.workspaceId, (handle) => rowsOfHostsPerson(handle, here.workspaceId, 'maria'))
    const rowsHere = async () =>
      (await readAllRows(heed.store.read)).filter(({ row }) => row.includes(here.workspaceId))
    return { here, there, names, erase, rowsHere }
  }

  it('leaves nothing of them in any table, and takes nothing of others', async () => {
    const { here, names, erase, rowsHere } = await full()
    const before = await readAllRows(heed.store.read)
    const hers = (await rowsHere()).filter(({ row }) => row.includes('maria'))
    for (const name of names) expect(hers.map(({ table }) => table)).toContain(name)

    const { erased, keptIdeas } = await erase()

    const left = (await rowsHere()).filter(({ row }) => row.includes('maria'))
    expect(left.map(({ table }) => table)).toEqual(Array(4).fill('departedPeople'))
    const after = await readAllRows(heed.store.read)
    const others = before.filter(({ row }) => !(row.includes(here.workspaceId) && row.includes('maria')))
    expect(after).toEqual(expect.arrayContaining(others))
    expect(after).toHaveLength(others.length + left.length)
    expect(new Set(Object.values(erased))).toEqual(new Set([2]))
    expect(keptIdeas).toBe(0)
  })

  it('does it once', async () => {
    const { erase } = await full()
    await erase()

    await expect(erase()).rejects.toMatchObject({ code: 'person_not_found' })
  })

  it('keeps the company of a person, and an account in which somebody else is', async () => {
    const { here, erase, rowsHere } = await full()
    await heed.store.write(async ({ db, tables: { people, accounts } }) => {
      const paul = (await db.select().from(people)).find(
        ({ workspaceId, id }) => workspaceId === here.workspaceId && id === 'paul people',
      )
      if (!paul) throw new Error('Paul is missing')
      await db.insert(people).values({ ...paul, id: 'paula people', userId: 'paula', accountId: 'maria accounts' })
      await db.insert(accounts).values({
        workspaceId: here.workspaceId,
        id: 'acme accounts',
        externalId: 'acme',
        trust: 'verified',
        traits: {},
        createdAt: heed.clock.now(),
        updatedAt: heed.clock.now(),
      })
    })

    await erase()

    const accounts = (await rowsHere()).filter(({ table }) => table === 'accounts')
    expect(accounts.map(({ row }) => JSON.parse(row).id).sort()).toEqual([
      'acme accounts',
      'maria accounts',
      'paul accounts',
    ])
  })
})
