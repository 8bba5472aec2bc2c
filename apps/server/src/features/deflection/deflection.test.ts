import type { DeflectionReport, PersonPage, TimelinePage, UnansweredList } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { askingIn } from '../suggestions/testing-requests.ts'

const wanted = 'when does my card arrive'

describeOnBothStores('the deflection report', (heed) => {
  it('counts how each request ended, and what each article did', async () => {
    const {
      ada,
      ask: asks,
      read,
      solve,
      file,
      vote,
      visitor,
      areaId,
      cardId,
      feesId,
      workspaceId,
    } = await askingIn(heed)
    const report = async (query = '', by = ada) => (await by.get<DeflectionReport>(`/deflection?days=30${query}`)).body
    const person = async (userId: string, plan: string) => {
      const browser = visitor()
      await browser.put('/person', { userId, account: { accountId: plan, plan, spendMinor: 1000, currency: 'USD' } })
      return browser
    }
    const shown: string[] = []
    const ask: typeof asks = async (...asked) => {
      const answer = await asks(...asked)
      shown.push(...answer.ids)
      return answer
    }
    const ideaId = heed.deps.newId('idea')
    await visitor().put(`/ideas/${ideaId}`, { title: 'Faster cards' })
    const [maria, omar, eve] = [
      await person('maria', 'growth'),
      await person('omar', 'growth'),
      await person('eve', 'scale'),
    ]

    // Solved; left after reading; nothing found and left.
    await solve(maria, (await ask(maria, wanted)).requestId, cardId, wanted)
    const left = await ask(omar, wanted)
    await read(omar, left.requestId, cardId)
    await ask(eve, 'how tall is the moon')
    heed.clock.advance('1m')
    // Voted; a ticket; and one that names no request.
    await vote(eve, (await ask(eve, wanted)).requestId, ideaId)
    const filed = await ask(maria, wanted)
    await read(maria, filed.requestId, cardId)
    const ticketId = await file(maria, filed.requestId, wanted)
    await ask(eve, 'fees for transfers abroad')
    await file(eve, undefined, 'fees')
    // Apart: a search, and what was solved before anything was typed.
    await ask(eve, wanted, { kind: 'searched' })
    await solve(eve, undefined, feesId, '')
    expect((await report()).ends).toMatchObject({ pending: 1, left: 0 })
    expect((await report()).measure).toMatchObject({ difference: null, missing: 'no_hold_out' })
    heed.clock.advance('8d')
    const young = await ask(omar, wanted)
    await read(omar, young.requestId, cardId, false)

    const noor = await signInAs(heed, workspaceId, 'agent')
    await noor.send('PUT', `/tickets/${ticketId}/closure`, { areaId, articleId: feesId })

    const whole = await report('', noor)
    expect(whole).toMatchObject({
      asked: 7,
      askedHeldOut: 0,
      searched: 1,
      nothingOffered: 1,
      solvedUnasked: 1,
      ends: { solved: 1, voted: 1, ticket: 2, left: 1, pending: 0, askedAgain: 1, gone: 1 },
      measure: { shown: { people: 3, tickets: 2 }, heldOut: { people: 0, tickets: 0 } },
      claimed: null,
      savedMs: null,
      handlingMs: 600_000,
      step: 'day',
      parts: [],
    })
    const days = whole.overTime.filter(({ requests }) => requests > 0)
    expect(days).toMatchObject([
      { requests: 6, solved: 1, left: 1, tickets: 2 },
      { requests: 1, solved: 0, left: 0, tickets: 0 },
    ])
    expect(whole.articles).toMatchObject([
      { articleId: feesId, offered: 1, read: 0, solved: 1, closedWith: 1, notHelped: 0, filedAnyway: 0 },
      {
        articleId: cardId,
        offered: shown.filter((id) => id === cardId).length,
        read: 3,
        solved: 1,
        closedWith: 0,
        notHelped: 1,
        filedAnyway: 1,
        stale: null,
      },
    ])

    expect(await report('&segment=plan:growth', noor)).toMatchObject({
      asked: 4,
      ends: { solved: 1, ticket: 1, left: 1 },
    })
    const { parts } = await report('&cut=plan', noor)
    expect(parts).toMatchObject([
      { value: 'growth', segment: 'plan:growth', requests: 4, solved: 1, left: 1, tickets: 1 },
      { value: 'scale', segment: 'plan:scale', requests: 3, solved: 0, left: 0, tickets: 1 },
    ])
    const byTenure = await report('&cut=tenure', noor)
    expect(byTenure.parts.map(({ requests }) => requests)).toEqual([7])
    const bySpend = await report('&cut=spend', noor)
    expect(bySpend.parts.reduce((sum, { requests }) => sum + requests, 0)).toBe(7)
  })

  it('counts a request once for an article, however often a person says that it solved it', async () => {
    const { ada, ask, solve, visitor, cardId, feesId } = await askingIn(heed)
    const [maria, omar] = [visitor(), visitor()]
    const { requestId } = await ask(maria, wanted)
    for (const articleId of [cardId, cardId, cardId, feesId]) await solve(maria, requestId, articleId, wanted)
    const unkept = heed.deps.newId('request')
    for (const _ of [1, 2]) await solve(omar, unkept, cardId, 'card')
    for (const _ of [1, 2]) await solve(omar, undefined, cardId, '')
    heed.clock.advance('1m')

    const { articles, ends, solvedUnasked } = (await ada.get<DeflectionReport>('/deflection')).body

    expect(articles).toMatchObject([
      { articleId: cardId, solved: 4 },
      { articleId: feesId, solved: 1 },
    ])
    expect([ends.solved, solvedUnasked]).toEqual([1, 3])
  })

  it('takes the last word of a person on what solved a request, and a late repeat of an earlier one is none', async () => {
    const { ada, ask, read, stored, visitor, cardId, feesId } = await askingIn(heed)
    const maria = visitor()
    await maria.put('/person', { userId: 'maria' })
    const { requestId } = await ask(maria, wanted)
    const yes = (articleId: string, id = heed.deps.newId('deflection')) =>
      maria.put(`/deflections/${id}`, { articleId, text: wanted, requestId })
    const no = (articleId: string) => read(maria, requestId, articleId, false)
    const told = async () => {
      heed.clock.advance('1m')
      const { articles, ends } = (await ada.get<DeflectionReport>('/deflection')).body
      const [person] = (await ada.get<PersonPage>('/people')).body.items
      const { items } = (await ada.get<TimelinePage>(`/people/${person?.id}/timeline`)).body
      return {
        ended: ends.solved,
        solved: articles.flatMap(({ articleId, solved }) => (solved > 0 ? [articleId] : [])).sort(),
        timeline: items.filter(({ kind }) => kind === 'deflection').length,
      }
    }
    const first = heed.deps.newId('deflection')

    await yes(cardId, first)
    await yes(cardId, first)
    expect(await told()).toEqual({ ended: 1, solved: [cardId], timeline: 1 })
    await no(cardId)
    expect(await told()).toEqual({ ended: 0, solved: [], timeline: 0 })
    await yes(cardId, first)
    expect(await told()).toEqual({ ended: 0, solved: [], timeline: 0 })
    expect(await stored(requestId)).toMatchObject({ outcome: null, notHelped: [cardId] })

    await yes(cardId)
    expect(await told()).toMatchObject({ ended: 1, solved: [cardId] })
    // One that did not end the request is taken back all the same, and nothing else with it.
    await yes(feesId)
    expect(await told()).toMatchObject({ ended: 1, solved: [cardId, feesId].sort() })
    await no(feesId)
    expect(await told()).toMatchObject({ ended: 1, solved: [cardId] })
  })
})

describeOnBothStores('what has no answer', (heed) => {
  it('is grouped by wording, with who waits for it, until an article answers', async () => {
    const { ada, ask, read, solve, file, visitor, publish, cardId, settings } = await askingIn(heed)
    const unanswered = async (query = '') => (await ada.get<UnansweredList>(`/deflection/unanswered${query}`)).body
    const person = async (userId: string, account: object) => {
      const browser = visitor()
      await browser.put('/person', { userId, account })
      return browser
    }
    const maria = await person('maria', { accountId: 'a1', plan: 'growth', spendMinor: 5_000, currency: 'USD' })
    const omar = await person('omar', { accountId: 'a1', plan: 'growth', spendMinor: 5_000, currency: 'USD' })
    const eve = await person('eve', { accountId: 'a2', plan: 'scale', spendMinor: 20_000, currency: 'USD' })
    await ask(maria, 'connect my accounting software to the ledger')
    await ask(omar, 'how do i connect accounting software')
    await file(eve, (await ask(eve, 'Connect accounting software?')).requestId, 'Connect accounting software?')
    await ask(eve, 'accounting software', { kind: 'searched' })
    // Answered: solved, and what nobody was shown because they were held out.
    await solve(maria, (await ask(maria, wanted)).requestId, cardId, wanted)
    await settings({ holdOutShare: 0.5 })

    const { items, requests } = await unanswered()
    expect(items).toHaveLength(1)
    expect(requests).toBe(4)
    expect(items[0]).toMatchObject({
      requests: 4,
      searches: 1,
      people: 3,
      accounts: 2,
      spendMinor: 25_000,
      locale: 'en',
      draft: { locale: 'en', title: expect.stringMatching(/accounting software/i) },
    })
    expect(items[0]?.wordings).toHaveLength(3)
    expect(items[0]?.draft.body).toContain('> how do i connect accounting software')
    expect((await unanswered('?segment=plan:scale')).items[0]).toMatchObject({ requests: 2, accounts: 1 })
    expect((await unanswered('?kind=searched')).requests).toBe(1)

    await publish(
      'ledger',
      'Connect accounting software',
      'Connect your accounting software to the ledger in settings.',
    )
    heed.clock.advance('6s')
    expect((await unanswered()).items).toEqual([])

    // What is shown and does not help is no answer.
    const failed = await ask(omar, 'how can i connect accounting software of ours', { kind: 'searched' })
    const [shown] = failed.ids
    await read(omar, failed.requestId, shown ?? '', false)
    expect((await unanswered()).items[0]?.wording).toMatch(/accounting software/i)
  })

  it('is counted whole, though only the most frequent groups are listed', async () => {
    const { ada, ask, visitor } = await askingIn(heed)
    const letters = [...'bcdfghklmnprst']
    const wishes = letters.flatMap((a) => letters.map((b) => `${a}o${b}u${a}zor`)).slice(0, 130)
    const reader = visitor()
    for (const wish of wishes) await ask(reader, wish, { kind: 'searched' })

    const { items, groups, requests } = (await ada.get<UnansweredList>('/deflection/unanswered')).body

    expect([items.length, requests]).toEqual([100, wishes.length])
    expect(groups).toBeGreaterThan(100)
  })

  it('is also what readers of the help centre looked for in vain, of whom nothing is known', async () => {
    const { ada, workspaceId } = await askingIn(heed)
    const search = (q: string) =>
      heed.app.inject({ method: 'GET', url: `/help/${workspaceId}/en`, query: { q }, headers: { 'user-agent': 'x' } })
    for (const q of ['umbrella insurance', 'Umbrella insurance', 'card', 'x?']) await search(q)

    const { items } = (await ada.get<UnansweredList>('/deflection/unanswered')).body

    expect(items).toMatchObject([{ requests: 2, searches: 2, people: 0, accounts: 0, spendMinor: 0 }])
  })
})
