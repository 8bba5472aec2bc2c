import type { SuggestionList } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { askingIn } from './testing-requests.ts'

const wanted = 'when does my card arrive'

describeOnBothStores('suggestions', (heed) => {
  it('are articles, known issues and ideas in one list, each with why', async () => {
    const { ask, visitor, cardId, publish, settings } = await askingIn(heed)
    const delayId = await publish('delay', 'Cards arrive late', 'The printer of our cards stands still.', {
      knownIssue: true,
    })
    const ideaId = heed.deps.newId('idea')
    const maria = visitor()
    await maria.put(`/ideas/${ideaId}`, { title: 'See on a map where my card is' })
    heed.clock.advance('6s')
    const text = 'my card has not arrived, where is it, do cards arrive late'
    const kinds = async () => (await ask(visitor(), text)).items.map(({ kind }) => kind).sort()

    const found = (await ask(maria, text)).items
    expect(found.find(({ kind }) => kind === 'article')).toMatchObject({ articleId: cardId, locale: 'en' })
    expect(found.find(({ kind }) => kind === 'known_issue')).toMatchObject({ articleId: delayId })
    expect(found.find(({ kind }) => kind === 'idea')).toMatchObject({ ideaId, state: 'open', votes: 1, voted: true })
    expect(found.every(({ why }) => why.kind === 'words' && why.words.length > 0)).toBe(true)
    const toOthers = (await ask(visitor(), text)).items
    expect(toOthers.find(({ kind }) => kind === 'idea')).toMatchObject({ votes: 1, voted: false })

    expect(await kinds()).toEqual(['article', 'idea', 'known_issue'])
    await settings({ holdOutShare: 0, suggestIdeas: false })
    heed.clock.advance('6s')
    expect(await kinds()).toEqual(['article', 'known_issue'])
    await settings({ holdOutShare: 0, suggestKnownIssues: false })
    heed.clock.advance('6s')
    expect(await kinds()).toEqual(['article', 'idea'])
  })

  it('leave out ideas that were shipped', async () => {
    const { ada, ask, visitor } = await askingIn(heed)
    const ideaId = heed.deps.newId('idea')
    await visitor().put(`/ideas/${ideaId}`, { title: 'Collect stamps for coffee' })
    heed.clock.advance('6s')
    expect((await ask(visitor(), 'collect stamps for my coffee')).ids).toEqual([ideaId])

    await ada.send('PATCH', `/ideas/${ideaId}`, { state: 'shipped' })

    expect((await ask(visitor(), 'collect stamps for my coffee')).ids).toEqual([])
  })

  it('keep a request once it has three words, as it was typed last', async () => {
    const { visitor, stored, cardId } = await askingIn(heed)
    const maria = visitor()
    await maria.put('/person', { userId: 'maria', account: { accountId: 'a1', plan: 'growth' } })
    const requestId = heed.deps.newId('request')
    const type = (text: string, browser = maria) => browser.post('/suggestions', { text, requestId, locale: 'en' })

    await type('my card')
    expect(await stored(requestId)).toBeUndefined()
    await type(wanted)
    expect(await stored(requestId)).toMatchObject({ text: wanted, offered: [cardId], plan: 'growth', outcome: null })
    await type(`${wanted} in Oslo`)
    await type('something of somebody else', visitor())

    expect(await stored(requestId)).toMatchObject({ text: `${wanted} in Oslo`, offered: [cardId], read: [] })
  })

  it('are those alone that this person may read, and so is what was shown', async () => {
    const { ask, visitor, publish, stored, cardId } = await askingIn(heed)
    const growthId = await publish('growth', 'When does my card arrive on Growth', 'By courier.', {
      audience: 'plan:growth',
    })
    heed.clock.advance('6s')
    const [maria, omar] = [visitor(), visitor()]
    await maria.put('/person', { userId: 'maria', account: { accountId: 'a1', plan: 'growth' } })

    const [hers, his] = [await ask(maria, wanted), await ask(omar, wanted)]

    expect(hers.ids).toContain(growthId)
    expect(his.ids).toEqual([cardId])
    expect((await stored(his.requestId))?.offered).toEqual([cardId])
  })

  it('are not crowded out by what this person may not read, however much of it is alike', async () => {
    const { ask, visitor, publish, cardId, feesId } = await askingIn(heed)
    const ofGrowth: string[] = []
    for (let i = 0; i < 12; i++) {
      const plan = i < 9 ? 'growth' : 'scale'
      const version = {
        slug: `card-${i}`,
        title: `My card has not arrived, on ${plan}`,
        body: 'Cards arrive by courier.',
      }
      const id = await publish(version.slug, version.title, version.body, { audience: `plan:${plan}` })
      if (plan === 'growth') ofGrowth.push(id)
    }
    heed.clock.advance('6s')
    const [maria, omar] = [visitor(), visitor()]
    await maria.put('/person', { userId: 'maria', account: { accountId: 'a1', plan: 'growth' } })

    expect((await ask(omar, wanted)).ids).toEqual([cardId])

    const page = { url: '/cards', title: '' }
    for (const articleId of ofGrowth)
      await maria.put(`/deflections/${heed.deps.newId('deflection')}`, { articleId, text: 'x', page })
    await omar.put(`/deflections/${heed.deps.newId('deflection')}`, { articleId: feesId, text: 'x', page })
    const { items } = (await omar.post<SuggestionList>('/suggestions', { text: '', page })).body
    expect(items).toMatchObject([{ articleId: feesId, why: { kind: 'solved', requests: 1 } }])
  })

  it('keep nothing without a request id, or of nobody', async () => {
    const { keys, visitor } = await askingIn(heed)
    const { db, tables } = heed.store.read
    const count = async () => (await db.select().from(tables.requests)).length
    const before = await count()

    await visitor().post('/suggestions', { text: wanted })
    const json = { text: wanted, requestId: heed.deps.newId('request') }
    const unknown = await heed.call<SuggestionList>({ method: 'POST', url: `/w/${keys.publishable}/suggestions`, json })

    expect(unknown.body.items).toHaveLength(1)
    expect(await count()).toBe(before)
  })

  it('are for a page, before anything is typed, what solved requests there and what fits its title', async () => {
    const { visitor, solve, cardId, feesId } = await askingIn(heed)
    const maria = visitor()
    const page = { url: 'https://app.acme.example/cards/?tab=2', title: 'Cards' }
    const solved = [
      ...Array.from({ length: 3 }, () => ({ browser: maria, articleId: cardId })),
      ...[maria, visitor()].map((browser) => ({ browser, articleId: feesId })),
    ]
    for (const { browser, articleId } of solved) {
      const url = `/deflections/${heed.deps.newId('deflection')}`
      await browser.put(url, { articleId, text: 'something', page })
    }
    await solve(maria, undefined, cardId, 'on no page')
    const wantedOn = async (url: string, title = '') =>
      (await maria.post<SuggestionList>('/suggestions', { text: ' ', page: { url, title } })).body.items

    expect(await wantedOn('https://app.acme.example/cards#top')).toMatchObject([
      { articleId: feesId, why: { kind: 'solved', requests: 2 }, excerpt: 'Transfers abroad cost a small fee.' },
      { articleId: cardId, why: { kind: 'solved', requests: 1 } },
    ])
    expect(await wantedOn('/elsewhere')).toEqual([])
    expect(await wantedOn('/elsewhere', 'Change your PIN')).toMatchObject([{ title: 'Change your PIN' }])
  })
})

describeOnBothStores('what became of a request', (heed) => {
  it('is kept with the article that was read, did not help, and solved it', async () => {
    const { ask, read, solve, visitor, stored, cardId, feesId } = await askingIn(heed)
    const maria = visitor()
    const { requestId } = await ask(maria, wanted)

    await read(maria, requestId, feesId)
    await read(maria, requestId, feesId, false)
    await read(maria, requestId, feesId, false)
    await read(maria, requestId, 'art_00000000000000000000x')
    await solve(maria, requestId, cardId, wanted)

    expect(await stored(requestId)).toMatchObject({
      read: [feesId],
      notHelped: [feesId],
      outcome: 'solved',
      targetId: cardId,
    })
  })

  it('is a ticket, in the words that were filed, also after it seemed to be solved', async () => {
    const { ask, file, solve, vote, visitor, stored, cardId } = await askingIn(heed)
    const maria = visitor()
    const ideaId = heed.deps.newId('idea')
    await visitor().put(`/ideas/${ideaId}`, { title: 'Faster cards' })
    const { requestId } = await ask(maria, wanted)

    await vote(maria, requestId, ideaId)
    expect(await stored(requestId)).toMatchObject({ outcome: 'voted', targetId: ideaId })
    await vote(maria, requestId, ideaId, false)
    expect(await stored(requestId)).toMatchObject({ outcome: null, targetId: null })
    await solve(maria, requestId, cardId, wanted)
    const ticketId = await file(maria, requestId, 'It still is not there')
    await solve(maria, requestId, cardId, wanted)
    await file(maria, requestId, 'Another one')

    expect(await stored(requestId)).toMatchObject({
      outcome: 'ticket',
      targetId: ticketId,
      text: 'It still is not there',
    })
  })

  it('is told by its own browser alone, and what others file under its id is filed all the same', async () => {
    const { ask, file, read, solve, visitor, stored, cardId, ada } = await askingIn(heed)
    const eve = visitor()
    const { requestId } = await ask(visitor(), wanted)
    const before = await stored(requestId)

    await read(eve, requestId, cardId)
    expect((await solve(eve, requestId, cardId, 'x')).status).toBe(200)
    const ticketId = await file(eve, requestId, 'Mine')

    expect(await stored(requestId)).toEqual(before)
    expect((await ada.get(`/tickets/${ticketId}`)).status).toBe(200)
  })

  it('takes a verdict below an article for the request in which it was read', async () => {
    const { ask, read, visitor, stored, cardId, feesId } = await askingIn(heed)
    const maria = visitor()
    const { requestId } = await ask(maria, wanted)
    await read(maria, requestId, cardId)
    const judge = (articleId: string, helped: boolean) => maria.put(`/articles/${articleId}/verdict`, { helped })

    await judge(cardId, false)
    await judge(feesId, false)
    expect(await stored(requestId)).toMatchObject({ notHelped: [cardId], read: [cardId] })

    await judge(cardId, true)
    expect(await stored(requestId)).toMatchObject({ notHelped: [] })
  })
})

describeOnBothStores('the settings of help', (heed) => {
  it('are set by an admin, and are the standard ones before', async () => {
    const { ada, workspaceId } = await heed.workspace()
    const admin = await signInAs(heed, workspaceId, 'admin')
    const settings = {
      holdOutShare: 0.2,
      handlingMs: 300_000,
      falseShare: 0.05,
      suggestIdeas: false,
      suggestKnownIssues: true,
    }

    expect((await ada.get('/help-settings')).body).toMatchObject({ holdOutShare: 0.1, handlingMs: 600_000 })
    expect((await ada.send('PUT', '/help-settings', settings)).problem.code).toBe('role_too_low')
    expect((await admin.send('PUT', '/help-settings', { ...settings, holdOutShare: 0.6 })).status).toBe(400)
    expect((await admin.send('PUT', '/help-settings', settings)).status).toBe(200)
    expect((await ada.get('/help-settings')).body).toEqual(settings)
  })
})
