import { type PersonPage, type TimelineKind, type TimelinePage, timelineKinds } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores, type Heed } from '../../testing/heed.ts'
import { createArticle } from '../articles/create-article.ts'
import { recordPerson } from './record-person.ts'

type Made = Awaited<ReturnType<Heed['workspace']>>

describeOnBothStores('a timeline', (heed) => {
  const articleIn = ({ workspaceId, areaId }: Made) =>
    createArticle(heed.deps, workspaceId, {
      slug: 'export',
      locale: 'en',
      title: 'Export invoices',
      body: 'Press export.',
      areaId,
    })

  /** A browser that does one thing of each kind, all at the same moment. */
  const doEverything = async (made: Made, userId: string, articleId: string) => {
    const { newId } = heed.deps
    const visitor = made.visitor()
    const ideaId = newId('idea')
    await visitor.put('/person', { userId, account: { accountId: 'acme' } })
    await visitor.put(`/exposures/${newId('exposure')}`, { surveyId: made.surveyId })
    await visitor.put(`/responses/${newId('response')}`, { surveyId: made.surveyId, score: 9, comment: 'Fast' })
    await visitor.put(`/tickets/${newId('ticket')}`, { messageId: newId('message'), body: 'The export is empty' })
    await visitor.put(`/ideas/${ideaId}`, { title: 'DATEV' })
    await visitor.put(`/deflections/${newId('deflection')}`, { articleId, text: 'how to export' })
    const told = await heed.call({
      method: 'POST',
      url: '/v1/track',
      headers: { authorization: `Bearer ${made.keys.secret}` },
      json: { userId, event: 'Order completed', properties: { total: 3 }, timestamp: heed.clock.now().toISOString() },
    })
    expect(told.status).toBe(200)
  }
  const walk = async (made: Made, path: string, limit = 2) => {
    const items: TimelinePage['items'] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const url: string = `${path}?limit=${limit}${cursor && `&cursor=${cursor}`}`
      const { status, body } = await made.ada.get<TimelinePage>(url)
      expect(status).toBe(200)
      items.push(...body.items)
      cursor = body.nextCursor
    }
    return items
  }
  const people = async ({ ada }: Made) => (await ada.get<PersonPage>('/people')).body.items

  it('tells everything, newest first, page by page without doubles, also of the same moment', async () => {
    const made = await heed.workspace()
    const articleId = await articleIn(made)
    await doEverything(made, 'u1', articleId)
    heed.clock.advance('1h')
    await doEverything(made, 'u1', articleId)
    const [person] = await people(made)

    const all = await walk(made, `/people/${person?.id}/timeline`, 100)
    const walked = await walk(made, `/people/${person?.id}/timeline`)

    expect(walked).toEqual(all)
    expect(new Set(all.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(all.length)
    const kinds = all.map(({ kind }) => kind)
    expect(kinds.slice(0, 6)).toEqual([...timelineKinds])
    expect(all.map(({ at }) => at)).toEqual([...all.map(({ at }) => at)].sort().reverse())
    expect(all.find(({ kind }) => kind === 'event')).toMatchObject({
      eventKind: 'track',
      name: 'Order completed',
      properties: { total: 3 },
      trust: 'verified',
    })
    expect(all.find(({ kind }) => kind === 'response')).toMatchObject({
      surveyName: 'Relationship',
      surveyKind: 'nps',
      score: 9,
      choices: [],
      comment: 'Fast',
      trust: 'unverified',
    })
    expect(all.find(({ kind }) => kind === 'ticket')).toMatchObject({ preview: 'The export is empty', state: 'open' })
    expect(all.find(({ kind }) => kind === 'vote')).toMatchObject({ ideaTitle: 'DATEV', reason: null })
    expect(all.find(({ kind }) => kind === 'deflection')).toMatchObject({
      articleTitle: 'Export invoices',
      text: 'how to export',
    })
    expect(all.find(({ kind }) => kind === 'exposure')).toMatchObject({ surveyName: 'Relationship', dismissed: false })
  })

  it('tells one kind alone, and answers to one kind of survey', async () => {
    const made = await heed.workspace()
    await doEverything(made, 'u1', await articleIn(made))
    const [person] = await people(made)
    const kindsOf = async (query: string) =>
      (await made.ada.get<TimelinePage>(`/people/${person?.id}/timeline?${query}`)).body.items.map(({ kind }) => kind)

    for (const kind of timelineKinds) expect(await kindsOf(`kind=${kind}`)).toEqual<TimelineKind[]>([kind])
    expect(await kindsOf('survey=nps')).toEqual(['response'])
    expect(await kindsOf('survey=csat')).toEqual([])
    expect(await kindsOf('survey=nps&kind=ticket')).toEqual([])
  })

  it('of a known user holds what was said unsigned in their name; of the claim its own alone', async () => {
    const made = await heed.workspace()
    const articleId = await articleIn(made)
    const { newId } = heed.deps
    const visitor = made.visitor()
    await visitor.put('/person', { userId: 'u1' })
    await visitor.put(`/tickets/${newId('ticket')}`, { messageId: newId('message'), body: 'Claimed' })
    await doEverything(made, 'u2', articleId)
    await recordPerson(heed.deps, { workspaceId: made.workspaceId, source: 'server' }, { userId: 'u1', name: 'Maria' })

    const known = (await people(made)).find(({ userId }) => userId === 'u1')
    const items = await walk(made, `/people/${known?.id}/timeline`)

    expect(items).toMatchObject([
      { kind: 'ticket', trust: 'unverified', person: { userId: 'u1', trust: 'unverified' } },
    ])
    const claim = items[0]?.person.id
    expect(claim).not.toBe(known?.id)
    expect(await walk(made, `/people/${claim}/timeline`)).toEqual(items)
  })

  it('of an account is that of its people, of whoever claims to be one of them, and of no one else', async () => {
    const made = await heed.workspace()
    const { newId } = heed.deps
    const file = async (claim: object, body: string) => {
      const visitor = made.visitor()
      await visitor.put('/person', claim)
      await visitor.put(`/tickets/${newId('ticket')}`, { messageId: newId('message'), body })
    }
    const source = { workspaceId: made.workspaceId, source: 'server' } as const
    await recordPerson(heed.deps, source, { userId: 'u1', account: { accountId: 'acme' } })
    await recordPerson(heed.deps, source, { userId: 'u9', account: { accountId: 'other' } })
    await file({ userId: 'u1' }, 'as u1')
    await file({ userId: 'u2', account: { accountId: 'acme' } }, 'as u2')
    await file({ userId: 'u9' }, 'as u9')
    await file({ userId: 'u3', account: { accountId: 'third' } }, 'as u3')
    await file({}, 'as nobody')
    const accountId = (await people(made)).find(({ userId }) => userId === 'u1')?.account?.id

    const items = await walk(made, `/accounts/${accountId}/timeline`)

    expect(items.map((item) => item.kind === 'ticket' && item.preview).sort()).toEqual(['as u1', 'as u2'])
  })

  it('refuses what is no cursor of it', async () => {
    const made = await heed.workspace()
    await doEverything(made, 'u1', await articleIn(made))
    const [person] = await people(made)
    const list = await made.ada.get<PersonPage>('/people?limit=1')

    const cursors = ['nonsense', `${list.body.nextCursor}`, Buffer.from('[1,"shoe x"]').toString('base64url')]
    for (const cursor of cursors) {
      const reply = await made.ada.get(`/people/${person?.id}/timeline?cursor=${cursor}`)
      expect(reply.problem.code).toBe('invalid_input')
    }
  })

  it('still tells of an answer in an article that was deleted since', async () => {
    const made = await heed.workspace()
    const articleId = await articleIn(made)
    await doEverything(made, 'u1', articleId)
    const [person] = await people(made)

    expect((await made.ada.send('DELETE', `/articles/${articleId}`)).status).toBe(204)

    const items = await walk(made, `/people/${person?.id}/timeline`, 100)
    expect(items.find(({ kind }) => kind === 'deflection')).toMatchObject({
      articleTitle: null,
      text: 'how to export',
    })
  })
})
