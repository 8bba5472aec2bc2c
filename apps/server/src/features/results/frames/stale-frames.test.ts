import type { Store } from '@heed/db'
import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../../testing/heed.ts'
import { everyone, scopeOf } from '../../segments/scope.ts'
import { getWorkspace } from '../../workspaces/workspaces.queries.ts'
import { type Counts, countsInSql } from '../counts.ts'
import { answerAs } from '../testing-answers.ts'
import { fillFrames, isFresh } from './fill-frames.ts'
import type { FramesOf } from './frame-rows.ts'
import { listFrames } from './frames.queries.ts'
import { fillAllFrames } from './keep-frames.ts'

const account = (plan: string) => ({ accountId: 'acme', plan, spendMinor: 10_000, currency: 'USD' })
const sizes = { mostRows: 4, fewestRows: 1 }

describeOnBothStores('frames whose rows change', (heed) => {
  /** A workspace with answers of two days, packed. */
  const packedWorkspace = async () => {
    const made = await heed.workspace()
    const key = (of: FramesOf) => ({ workspaceId: made.workspaceId, surveyId: made.surveyId, of })
    const said: Awaited<ReturnType<typeof answerAs>>[] = []
    for (const score of [10, 9, 8, 3, 2, 9]) {
      said.push(await answerAs(heed, made, { score, account: account('growth') }))
      heed.clock.advance('8h')
    }
    const fill = async () => {
      for (const of of ['answers', 'showings'] as const) await fillFrames(heed.store, key(of), heed.clock.now(), sizes)
    }
    await fill()
    const stale = async (of: FramesOf) =>
      (await listFrames(heed.store.read, key(of))).filter((frame) => !isFresh(frame))
    const countWith = async (counts: Counts) => {
      const picked = {
        survey: { id: made.surveyId, kind: 'nps' as const },
        since: new Date(0),
        until: new Date(heed.clock.now().getTime() + 1),
      }
      const voice = { measure: 'nps' as const, option: null, unit: 'spend' as const }
      const order = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort()
      return {
        answers: order(await counts.answers(picked, ['day', 'plan'])),
        shown: order(await counts.shown(picked, ['plan'])),
        voices: (await counts.voices(picked, [[]], voice))
          .flat()
          .map(({ sums }) => [sums.accounts, sums.people, sums.w]),
      }
    }
    /** What packed columns say, once it is known that SQL says the same. */
    const count = async () => {
      const scope = scopeOf(await getWorkspace(heed.store.read, made.workspaceId), heed.clock.now())
      const packed = await countWith(heed.deps.countsOf(scope, everyone))
      expect(packed).toEqual(await countWith(countsInSql(heed.store.read, scope, everyone)))
      return packed
    }
    return { ...made, said, fill, stale, count, key }
  }

  it('stay as they are while new answers come, which are counted beside them', async () => {
    const { stale, count, fill, key, ...made } = await packedWorkspace()
    const before = await count()
    const packed = await listFrames(heed.store.read, key('answers'))

    await answerAs(heed, made, { score: 0, account: account('growth') })

    expect(packed.map(({ rows }) => rows)).toEqual([4, 2])
    expect(await stale('answers')).toEqual([])
    expect((await count()).answers).not.toEqual(before.answers)
    heed.clock.advance('2h')
    await fill()
    expect((await listFrames(heed.store.read, key('answers'))).map(({ rows }) => rows)).toEqual([4, 3])
    await count()
  })

  it('are out of date when an answer is changed long after', async () => {
    const { said, surveyId, stale, count, fill } = await packedWorkspace()
    const before = await count()
    const [first] = said

    const { status } = (await first?.browser.put(`/responses/${first.responseId}`, { surveyId, score: 0 })) ?? {}

    expect(status).toBe(200)
    expect(await stale('answers')).toHaveLength(1)
    expect(await stale('showings')).toHaveLength(0)
    const after = await count()
    expect(after.answers).not.toEqual(before.answers)
    await fill()
    expect(await stale('answers')).toHaveLength(0)
    expect(await count()).toEqual(after)
  })

  it('are out of date when an answer arrives late', async () => {
    const { stale, count, fill, ...made } = await packedWorkspace()
    await count()

    await answerAs(heed, made, { score: 1, ageMs: 24 * 3_600_000, account: account('growth') })

    expect(await stale('answers')).toHaveLength(1)
    expect(await stale('showings')).toHaveLength(1)
    const after = await count()
    await fill()
    expect(await count()).toEqual(after)
  })

  it('are out of date when a prompt that was shown long ago is closed', async () => {
    const { visitor, surveyId, stale, count, fill } = await packedWorkspace()
    const browser = visitor()
    const exposureId = heed.deps.newId('exposure')
    await browser.put(`/exposures/${exposureId}`, { surveyId })
    heed.clock.advance('3h')
    await fill()
    const before = await count()

    await browser.put(`/exposures/${exposureId}/dismissal`, { later: true })

    expect(await stale('showings')).toHaveLength(1)
    expect(await stale('answers')).toHaveLength(0)
    expect((await count()).shown).not.toEqual(before.shown)
  })

  it('are out of date when somebody turns out to be somebody else', async () => {
    const { visitor, surveyId, stale, count, fill } = await packedWorkspace()
    const maria = { userId: 'maria', account: account('growth') }
    await visitor().put('/person', maria)
    const browser = visitor()
    await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 5 })
    heed.clock.advance('3h')
    await fill()
    const before = await count()

    await browser.put('/person', maria)

    expect(await stale('answers')).toHaveLength(1)
    expect((await count()).voices).not.toEqual(before.voices)
  })

  it('are not kept when a row changes while they are made', async () => {
    const { stale, count, fill, key, ...made } = await packedWorkspace()
    await answerAs(heed, made, { score: 7, account: account('growth') })
    heed.clock.advance('2h')
    let writes = 0
    const slow: Store = {
      ...heed.store,
      write: async (work) => {
        // Once it is claimed and read, and before it is finished.
        if (++writes === 2) await answerAs(heed, made, { score: 6, ageMs: 90 * 60_000, account: account('growth') })
        return heed.store.write(work)
      },
    }

    const kept = await fillFrames(slow, key('answers'), heed.clock.now(), sizes)

    expect(kept).toBe(0)
    const after = await count()
    expect(await stale('answers')).toHaveLength(1)
    await fill()
    expect(await stale('answers')).toHaveLength(0)
    expect(await count()).toEqual(after)
  })

  it('are made by one process at a time, and by another when that one is gone', async () => {
    const { key, count, ...made } = await packedWorkspace()
    await answerAs(heed, made, { score: 7, account: account('growth') })
    heed.clock.advance('2h')
    let writes = 0
    const dying: Store = {
      ...heed.store,
      write: async (work) => {
        if (++writes === 2) throw new Error('the process is gone')
        return heed.store.write(work)
      },
    }
    const rowsOf = async () => (await listFrames(heed.store.read, key('answers'))).map(({ rows }) => rows)

    await expect(fillFrames(dying, key('answers'), heed.clock.now(), sizes)).rejects.toThrow('the process is gone')

    expect(await fillFrames(heed.store, key('answers'), heed.clock.now(), sizes)).toBe(0)
    await count()
    heed.clock.advance('6m')
    expect(await fillFrames(heed.store, key('answers'), heed.clock.now(), sizes)).toBe(1)
    expect(await rowsOf()).toEqual([4, 3])
    await count()
  })

  it('leave no columns behind', async () => {
    const { workspaceId, said, surveyId, fill, key } = await packedWorkspace()
    for (const one of said.slice(0, 3)) {
      await one.browser.put(`/responses/${one.responseId}`, { surveyId, score: 4 })
      await fill()
    }

    const { db, tables } = heed.store.read
    const { responseFrameColumns: columns } = tables
    const kept = await db
      .select({ version: columns.version })
      .from(columns)
      .where(and(eq(columns.workspaceId, workspaceId), eq(columns.name, 'at')))
    const frames = [
      ...(await listFrames(heed.store.read, key('answers'))),
      ...(await listFrames(heed.store.read, key('showings'))),
    ]
    expect(kept.map(({ version }) => version).sort()).toEqual(frames.map(({ version }) => version).sort())
  })

  it('are not made of a few answers', async () => {
    const made = await heed.workspace()
    await answerAs(heed, made, { score: 7 })
    heed.clock.advance('1d')

    const faults: unknown[] = []
    await fillAllFrames(heed.deps, (error) => faults.push(error))

    const { workspaceId, surveyId } = made
    expect(await listFrames(heed.store.read, { workspaceId, surveyId, of: 'answers' })).toEqual([])
    expect(faults).toEqual([])
  })

  it('cost no write where nothing has settled since', async () => {
    const { fill, key } = await packedWorkspace()
    await fill()
    let writes = 0
    const store: Store = {
      ...heed.store,
      write: (work) => {
        writes++
        return heed.store.write(work)
      },
    }

    for (const of of ['answers', 'showings'] as const) await fillFrames(store, key(of), heed.clock.now(), sizes)

    expect(writes).toBe(0)
  })

  it('are made of all other surveys when one cannot be packed', async () => {
    const [one, other] = [await heed.workspace(), await heed.workspace()]
    const seen: unknown[] = []
    const faults: unknown[] = []
    const readAside: Store['readAside'] = {
      ...heed.store.readAside,
      get db(): Store['readAside']['db'] {
        seen.push(true)
        throw new Error('this one is broken')
      },
    }

    await fillAllFrames({ ...heed.deps, store: { ...heed.store, readAside } }, (error) => faults.push(error))

    expect(one.surveyId).not.toBe(other.surveyId)
    expect(seen.length).toBeGreaterThanOrEqual(4)
    expect(faults).toHaveLength(seen.length)
  })
})
