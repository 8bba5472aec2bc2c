import {
  type DeflectionReport,
  type NpsResult,
  type SavedSegment,
  type SegmentFields,
  type SegmentSize,
  surveyKinds,
  type TicketFigures,
  type TicketPage,
  type UnansweredList,
} from '@heed/contracts'
import { and, count, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { everyone, type Scope } from '../segments/scope.ts'
import { readVersions } from '../surveys/survey-versions.ts'
import { listSurveys } from '../surveys/surveys.queries.ts'
import { ensureSample, sampleOwnerEmail, samplePassword } from './ensure-sample.ts'

const small = { accounts: 40, tickets: 60 }

describeOnBothStores('the sample workspace', (heed) => {
  const signIn = async () => {
    const signedIn = await heed.call({
      method: 'POST',
      url: '/api/session',
      json: { email: sampleOwnerEmail, password: samplePassword },
    })
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
    return async <T>(url: string) =>
      (await heed.call<T>({ method: 'GET', url: `/api${url}`, headers: { cookie } })).body
  }

  it('is made once, is kept, and looks lived in', async () => {
    const workspaceId = await ensureSample(heed.deps, () => undefined, small)
    const said: string[] = []
    expect(await ensureSample(heed.deps, (text) => said.push(text), small)).toBe(workspaceId)
    expect(said).toEqual([])

    const get = await signIn()

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
    expect(articles?.n).toBe(77 + 4 * 6)
  }, 60_000)

  it('has something for every kind of condition, and nobody did anything before they came or after they were seen', async () => {
    const workspaceId = await ensureSample(heed.deps, () => undefined, small)
    const get = await signIn()

    const fields = await get<SegmentFields>('/segment/fields')
    const size = async (segment: string) =>
      (await get<SegmentSize>(`/segment/size?segment=${encodeURIComponent(segment)}`)).people
    const everybody = await size('')

    const kinds = Object.fromEntries(fields.traits.map(({ of, name, kind }) => [`${of}.${name}`, kind]))
    expect(kinds).toEqual({
      'account.cards': 'number',
      'account.country': 'text',
      'account.industry': 'text',
      'account.renewalDate': 'date',
      'account.usesApi': 'flag',
      'person.role': 'text',
      'person.trainedOn': 'date',
      'person.twoFactor': 'flag',
    })
    expect(fields.events.map(({ name }) => name)).toContain('Payment sent')
    const some = [
      'event."Payment sent":2..',
      'event."Card ordered":1..@30d',
      'seen:30d..',
      'seen:0d..14d',
      'trait.cards:10..',
      ...(await get<{ items: SavedSegment[] }>('/segments')).items.map(({ segment }) => segment),
    ]
    expect(some).toHaveLength(8)
    for (const segment of some) {
      const held = await size(segment)
      expect(held, segment).toBeGreaterThan(0)
      expect(held, segment).toBeLessThan(everybody)
    }
    const { db, tables } = heed.store.read
    const { events, people } = tables
    const told = await db
      .select({ at: events.at, since: people.customerSince, seen: people.lastSeenAt })
      .from(events)
      .innerJoin(people, and(eq(people.workspaceId, events.workspaceId), eq(people.id, events.personId)))
      .where(eq(events.workspaceId, workspaceId))
    expect(told.length).toBeGreaterThan(everybody)
    const now = heed.clock.now()
    expect(told.filter(({ at, since, seen }) => !since || !seen || at < since || at > seen || seen > now)).toEqual([])
  }, 60_000)

  it('has a survey of every kind, and none but the NPS shows by itself or was answered', async () => {
    const workspaceId = await ensureSample(heed.deps, () => undefined, small)

    const { db, tables } = heed.store.read
    const surveys = await listSurveys(heed.store.read, workspaceId)
    const answered = await db.selectDistinct({ id: tables.responses.surveyId }).from(tables.responses)

    expect(surveys[0]).toMatchObject({ kind: 'nps', name: 'Customer NPS', state: 'running' })
    expect(new Set(surveys.map(({ kind }) => kind))).toEqual(new Set(surveyKinds))
    expect(surveys.filter(({ state }) => state === 'draft')).toMatchObject([{ launchedAt: null, version: 1 }])
    const others = surveys.filter(({ kind, state }) => kind !== 'nps' && state !== 'draft')
    expect(others.filter(({ state, trigger }) => state === 'running' && trigger.code === true)).toEqual(others)
    expect(others.filter(({ id }) => answered.some((survey) => survey.id === id))).toEqual([])
    const scope: Scope = { workspaceId, currency: 'EUR', unverifiedValues: 'ignore', now: heed.deps.now() }
    const counts = heed.deps.countsOf(scope, everyone)
    const versions = await readVersions(heed.store.read, counts, workspaceId, surveys[0]?.id ?? '')
    expect(versions.map(({ version, answers }) => [version, answers > 5])).toEqual([
      [2, true],
      [1, true],
    ])
  }, 60_000)

  it('tells how requests ended, what suggestions spared, and what has no answer', async () => {
    await ensureSample(heed.deps, () => undefined, small)
    const get = await signIn()

    const report = await get<DeflectionReport>('/deflection?days=120')
    const unanswered = await get<UnansweredList>('/deflection/unanswered?days=120')

    const { solved, left, ticket, askedAgain } = report.ends
    for (const [name, requests] of Object.entries({ solved, left, ticket })) expect(requests, name).toBeGreaterThan(2)
    expect(solved + ticket).toBeGreaterThan(askedAgain)
    expect(report.askedHeldOut).toBeGreaterThan(0)
    expect(report.askedHeldOut).toBeLessThan(report.asked / 3)
    expect(report.articles.filter(({ stale }) => stale)).toHaveLength(1)
    expect(unanswered.items.length).toBeGreaterThanOrEqual(5)
    expect(new Set(unanswered.items.map(({ locale }) => locale))).toEqual(new Set(['en', 'de', 'ar']))
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
