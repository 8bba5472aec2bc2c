import { type NpsResult, type SegmentSize, surveyKinds, type TicketFigures, type TicketPage } from '@heed/contracts'
import { count, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { listSurveys } from '../surveys/surveys.queries.ts'
import { ensureSample, sampleOwnerEmail, samplePassword } from './ensure-sample.ts'

const small = { accounts: 40, tickets: 60 }

describeOnBothStores('the sample workspace', (heed) => {
  it('is made once, is kept, and looks lived in', async () => {
    const workspaceId = await ensureSample(heed.deps, () => undefined, small)
    const said: string[] = []
    expect(await ensureSample(heed.deps, (text) => said.push(text), small)).toBe(workspaceId)
    expect(said).toEqual([])

    const signedIn = await heed.call({
      method: 'POST',
      url: '/api/session',
      json: { email: sampleOwnerEmail, password: samplePassword },
    })
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
    const get = async <T>(url: string) =>
      (await heed.call<T>({ method: 'GET', url: `/api${url}`, headers: { cookie } })).body

    const size = await get<SegmentSize>('/segment/size')
    expect(size.accounts).toBe(small.accounts)
    expect(size.people).toBeGreaterThan(100)
    const nps = await get<NpsResult>('/nps')
    expect(nps.raw.answers).toBeGreaterThan(20)
    expect(nps.exposures).toBeGreaterThan(nps.raw.answers)
    const rate = (plan: string) => nps.byPlan.find((stratum) => stratum.plan === plan)?.responseRate ?? 0
    expect(rate('enterprise')).toBeGreaterThan(rate('starter'))
    const figures = await get<TicketFigures>('/tickets/figures')
    expect(figures.medianFirstResponseMs).toBeGreaterThan(0)
    const tickets = await get<TicketPage>('/tickets?limit=100')
    expect(tickets.total).toBeGreaterThan(50)
    expect(tickets.items.every(({ snapshot }) => snapshot.trust === 'verified' && snapshot.plan)).toBe(true)
    const { db, tables } = heed.store.read
    const [articles] = await db
      .select({ n: count() })
      .from(tables.articles)
      .where(eq(tables.articles.workspaceId, workspaceId))
    expect(articles?.n).toBe(77)
  }, 60_000)

  it('has a survey of every kind, and none but the NPS shows by itself or was answered', async () => {
    const workspaceId = await ensureSample(heed.deps, () => undefined, small)

    const { db, tables } = heed.store.read
    const surveys = await listSurveys(heed.store.read, workspaceId)
    const answered = await db.selectDistinct({ id: tables.responses.surveyId }).from(tables.responses)

    expect(surveys[0]).toMatchObject({ kind: 'nps', name: 'Customer NPS', state: 'running' })
    expect(new Set(surveys.map(({ kind }) => kind))).toEqual(new Set(surveyKinds))
    const others = surveys.filter(({ kind }) => kind !== 'nps')
    expect(others.filter(({ state, trigger }) => state === 'running' && trigger.code === true)).toEqual(others)
    expect(others.filter(({ id }) => answered.some((survey) => survey.id === id))).toEqual([])
  }, 60_000)

  it('is made anew when making it was cut off', async () => {
    const { db, tables } = heed.store.read
    await heed.store.write(async (tx) => void (await tx.db.delete(tx.tables.members)))

    const workspaceId = await ensureSample(heed.deps, () => undefined, small)

    const workspaces = await db.select().from(tables.workspaces)
    expect(workspaces.map(({ id }) => id)).toEqual([workspaceId])
    expect(await db.select().from(tables.members)).toHaveLength(4)
  }, 60_000)
})
