import type {
  ResponsePage,
  SavedSegment,
  SegmentFields,
  SegmentSize,
  SegmentUse,
  SegmentValues,
  Survey,
} from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { recordPerson } from '../people/record-person.ts'

describeOnBothStores('saved segments', (heed) => {
  const workspace = async () => {
    const made = await heed.workspace()
    const { ada, visitor } = made
    const customer = (userId: string, plan: string, spendMinor: number, traits = {}) =>
      visitor().put('/person', {
        userId,
        locale: 'de',
        traits,
        account: { accountId: `of ${userId}`, plan, spendMinor },
      })
    await customer('u1', 'growth', 20_000, { role: 'Admin', logins: 3 })
    await customer('u2', 'growth', 5_000, { role: 'admin', beta: true })
    await customer('u3', 'starter', 900, { role: 'Admin', since: '2026-01-01' })
    const save = (name: string, segment: string) => ada.send<SavedSegment>('POST', '/segments', { name, segment })
    return { ...made, save }
  }

  it('are kept in one canonical text, listed by name, and used in any filter', async () => {
    const { ada, save } = await workspace()

    const saved = await save('Paying well', 'spend:10000..;plan:scale,growth')
    const size = await ada.get<SegmentSize>(`/segment/size?segment=in:${saved.body.id}`)

    expect(saved.status).toBe(201)
    expect(saved.body).toMatchObject({ name: 'Paying well', segment: 'plan:growth,scale;spend:10000..' })
    expect((await ada.get<{ items: SavedSegment[] }>('/segments')).body.items).toEqual([saved.body])
    expect(size.body).toEqual({
      people: 1,
      accounts: 1,
      spendMinor: 20_000,
      base: { people: 3, accounts: 3, spendMinor: 25_900 },
    })
  })

  it('follow a change in the segments that are built on them', async () => {
    const { ada, save } = await workspace()
    const growth = (await save('Growth', 'plan:growth')).body
    const both = (await save('Growth of some size', `in:${growth.id};spend:1000..`)).body

    await ada.send('PATCH', `/segments/${growth.id}`, { segment: 'plan:starter' })

    expect((await ada.get<SegmentSize>(`/segment/size?segment=in:${both.id}`)).body.people).toBe(0)
    const uses = await ada.get<SegmentUse>(`/segments/${growth.id}/uses`)
    expect(uses.body.segments).toEqual([{ id: both.id, name: 'Growth of some size' }])
  })

  it('cannot go while others are built on them, nor be built on themselves', async () => {
    const { ada, save } = await workspace()
    const a = (await save('A', 'plan:growth')).body
    const b = (await save('B', `in:${a.id}`)).body

    const gone = await ada.send('DELETE', `/segments/${a.id}`)
    const round = await ada.send('PATCH', `/segments/${a.id}`, { segment: `in:${b.id}` })

    expect(gone.problem).toMatchObject({ code: 'segment_in_use', detail: 'Used by “B”.' })
    expect(round.problem.code).toBe('segment_circular')
    expect((await ada.send('DELETE', `/segments/${b.id}`)).status).toBe(204)
    expect((await ada.send('DELETE', `/segments/${a.id}`)).status).toBe(204)
    expect((await ada.get<{ items: unknown[] }>('/segments')).body.items).toEqual([])
  })

  it('cannot go while a survey asks their people, until it has ended', async () => {
    const { workspaceId, save, ada } = await workspace()
    const admin = await signInAs(heed, workspaceId, 'admin')
    const growth = (await save('Growth', 'plan:growth')).body
    const targeting = { segment: `spend:1000..;any(plan:scale;in:${growth.id})` }
    const survey = (await admin.send<Survey>('POST', '/surveys', { name: 'Pulse', kind: 'nps', targeting })).body

    const uses = await ada.get<SegmentUse>(`/segments/${growth.id}/uses`)
    const gone = await ada.send('DELETE', `/segments/${growth.id}`)

    expect(uses.body).toEqual({
      segments: [],
      surveys: [{ id: survey.id, name: 'Pulse', state: 'draft' }],
      articles: [],
    })
    expect(gone.problem).toMatchObject({ code: 'segment_in_use', detail: 'Used by “Pulse”.' })
    await admin.send('PUT', `/surveys/${survey.id}/launch`)
    expect((await ada.send('DELETE', `/segments/${growth.id}`)).problem.code).toBe('segment_in_use')
    await admin.send('PUT', `/surveys/${survey.id}/end`)
    expect((await ada.get<SegmentUse>(`/segments/${growth.id}/uses`)).body.surveys).toEqual([])
    expect((await ada.send('DELETE', `/segments/${growth.id}`)).status).toBe(204)
    // A copy can be made, and says what it lacks.
    const copy = (await admin.send<Survey>('POST', `/surveys/${survey.id}/copies`)).body
    expect((await admin.send('PUT', `/surveys/${copy.id}/launch`)).problem).toMatchObject({
      code: 'survey_incomplete',
      errors: [{ field: 'targeting.segment' }],
    })
  })

  it('say what is wrong with them', async () => {
    const { save, ada } = await workspace()
    await save('A', 'plan:growth')

    expect((await save('A', 'plan:starter')).problem.code).toBe('segment_name_taken')
    expect((await save('B', 'colour:red')).problem.errors?.[0]).toMatchObject({ field: 'segment' })
    expect((await save(' ', 'plan:growth')).problem.errors?.[0]).toMatchObject({ field: 'name' })
    const missing = 'seg_000000000000000000000'
    expect((await save('C', `in:${missing}`)).problem.errors?.[0]?.message).toContain(missing)
    expect((await ada.get(`/responses?segment=in:${missing}`)).problem.code).toBe('invalid_input')
    expect((await ada.get(`/segments/${missing}/uses`)).problem.code).toBe('segment_not_found')
  })

  it('stay small enough for a store, also where one is built on another', async () => {
    const { ada, save } = await workspace()
    const fifty = Array.from({ length: 50 }, (_, i) => `tenure:${i}..`).join(';')
    const twentyOf = (id: string) => Array.from({ length: 20 }, (_, i) => `any(in:${id};tenure:${i}..)`).join(';')
    const large = (await save('Large', fifty)).body
    const small = (await save('Small', 'plan:growth')).body
    await save('Built on the small one', twentyOf(small.id))

    const huge = await save('Huge', twentyOf(large.id))
    const read = await ada.get(`/responses?segment=${twentyOf(large.id)}`)
    const grown = await ada.send('PATCH', `/segments/${small.id}`, { segment: fifty })

    for (const { problem } of [huge, read, grown])
      expect(problem.errors).toEqual([{ field: 'segment', message: expect.stringContaining('must be smaller') }])
    expect(grown.problem.errors?.[0]?.message).toContain('“Built on the small one”')
    expect((await ada.get<SegmentSize>(`/segment/size?segment=in:${small.id}`)).body.people).toBe(2)
  })

  it('are made from what occurs: fields, and values with how many have them', async () => {
    const { ada } = await workspace()
    const values = async (field: string, search = '') =>
      (await ada.get<SegmentValues>(`/segment/values?field=${field}&search=${search}`)).body

    const fields = (await ada.get<SegmentFields>('/segment/fields')).body

    expect(fields.traits).toEqual([
      { name: 'beta', of: 'person', kind: 'flag' },
      { name: 'logins', of: 'person', kind: 'number' },
      { name: 'role', of: 'person', kind: 'text' },
      { name: 'since', of: 'person', kind: 'date' },
    ])
    expect(await values('plan')).toEqual({
      of: 'account',
      values: [
        { value: 'growth', count: 2 },
        { value: 'starter', count: 1 },
      ],
    })
    expect((await values('trait.role')).values).toEqual([
      { value: 'Admin', count: 2 },
      { value: 'admin', count: 1 },
    ])
    expect((await values('trait.role', 'ADM')).values).toHaveLength(2)
    expect((await values('trait.beta')).values).toEqual([{ value: 'true', count: 1 }])
    expect((await values('locale')).values).toEqual([{ value: 'de', count: 3 }])
    expect((await values('plan', 'sta')).values).toEqual([{ value: 'starter', count: 1 }])
    expect((await ada.get('/segment/values?field=nonsense')).problem.errors?.[0]?.field).toBe('field')
  })

  it('pass over what only a browser claims, unless the workspace says otherwise', async () => {
    const { visitor, ada } = await heed.workspace({})
    await visitor().put('/person', { userId: 'u1', account: { accountId: 'a1', plan: 'growth', spendMinor: 100 } })

    expect((await ada.get<SegmentSize>('/segment/size?segment=plan:growth')).body).toMatchObject({
      people: 0,
      base: { people: 1, accounts: 1, spendMinor: 0 },
    })
    expect((await ada.get<SegmentValues>('/segment/values?field=plan')).body.values).toEqual([])
  })

  it('count what is said in a known user’s name as that user’s, and none of what is claimed of them', async () => {
    const { workspaceId, visitor, ada, surveyId } = await heed.workspace({})
    const known = { userId: 'u1', account: { accountId: 'a1', plan: 'scale' } }
    await recordPerson(heed.deps, { workspaceId, source: 'server' }, known)
    const maria = visitor()
    await maria.put('/person', { userId: 'u1', account: { accountId: 'a1', plan: 'starter' } })
    await maria.put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 3 })
    await maria.put(`/tickets/${heed.deps.newId('ticket')}`, { messageId: heed.deps.newId('message'), body: 'Help' })
    const people = async (segment: string) =>
      (await ada.get<SegmentSize>(`/segment/size?segment=${segment}`)).body.people

    expect(await people('plan:scale;nps:0..6;tickets.open:1..1;seen:0d..0d')).toBe(1)
    expect(await people('any(plan:starter;tickets:..0;not(seen:*))')).toBe(0)
    expect((await ada.get<ResponsePage>('/responses?segment=plan:scale;nps:3..3')).body.total).toBe(1)
  })

  it('take any day that can be written', async () => {
    const { ada } = await workspace()
    const people = async (segment: string) =>
      (await ada.get<SegmentSize>(`/segment/size?segment=${segment}`)).body.people

    expect(await people('seen:0001-01-01..9999-12-31')).toBe(3)
    expect(await people('any(seen:..0001-01-01;seen:9999-12-31..;created:9999-12-31..;seen:100000d..)')).toBe(0)
  })
})
