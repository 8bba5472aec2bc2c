import type { NoticeList, TicketDetail, TicketPage } from '@heed/contracts'
import { expect, it, vi } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { answerAs, fillAnswers } from '../results/testing-answers.ts'
import { checkDrop } from './check-drop.ts'

const dayMs = 86_400_000

describeOnBothStores('telling the team', (heed) => {
  type Workspace = Awaited<ReturnType<typeof heed.workspace>>
  const withAlerts = async (
    survey: Partial<Parameters<Workspace['addSurvey']>[0]>,
    given?: Parameters<typeof heed.workspace>[0],
  ) => {
    const made = await heed.workspace(given)
    const surveyId = await made.addSurvey({ kind: 'nps', name: 'Watched', ...survey })
    return {
      ...made,
      surveyId,
      answer: (said: Parameters<typeof answerAs>[2]) => answerAs(heed, made, { surveyId, ...said }),
      notices: async () => (await made.ada.get<NoticeList>('/notices')).body,
      tickets: async () => (await made.ada.get<TicketPage>('/tickets')).body.items,
      thread: async (ticketId: string) =>
        (await made.ada.get<TicketDetail>(`/tickets/${ticketId}`)).body.messages.map(({ author, body }) => [
          author,
          body,
        ]),
    }
  }
  const account = (spendMinor: number) => ({ accountId: `a${spendMinor}`, plan: 'growth', spendMinor, currency: 'USD' })
  const ofSpend = { alerts: { low: { spendFromMinor: 10_000, make: 'notice' as const } } }
  const asTicket = { alerts: { low: { spendFromMinor: 0, make: 'ticket' as const } } }

  it('tells of a low score of a customer who spends enough, and of no other', async () => {
    const { answer, notices, tickets, surveyId } = await withAlerts(ofSpend)
    await answer({ score: 7, account: account(90_000) })
    await answer({ score: 0, account: account(9_999) })
    await answer({ score: 0 })
    const { responseId } = await answer({ userId: 'maria', score: 6, account: account(10_000) })

    const { items, unread } = await notices()

    expect(unread).toBe(1)
    expect(items).toEqual([
      {
        id: expect.stringMatching(/^ntc_/),
        kind: 'low_score',
        surveyId,
        surveyName: 'Watched',
        responseId,
        ticketId: null,
        facts: { personName: 'maria', score: 6, spendMinor: 10_000 },
        read: false,
        createdAt: heed.clock.now().toISOString(),
      },
    ])
    expect(await tickets()).toEqual([])
  })

  it('believes no spend that only a browser claims, where the workspace does not', async () => {
    const { answer, notices } = await withAlerts(ofSpend, { unverifiedValues: 'ignore' })

    await answer({ score: 0, account: account(90_000) })

    expect((await notices()).items).toEqual([])
  })

  it('takes what is low from the scale of the kind', async () => {
    const { addSurvey, notices, ...made } = await withAlerts({})
    for (const [kind, scores] of [
      ['csat', [3, 2]],
      ['ces', [4, 3]],
      ['reaction', [2, 1]],
    ] as const) {
      const surveyId = await addSurvey({ kind, ...asTicket, alerts: { low: { make: 'notice' } } })
      for (const score of scores) await answerAs(heed, made, { surveyId, score })
    }

    expect((await notices()).items.map(({ facts }) => facts.score).sort()).toEqual([1, 2, 3])
  })

  it('files a ticket in the person’s name, to which a later comment comes as their message', async () => {
    const texts = { en: { question: 'Would you recommend us?' }, de: { question: 'Würden Sie uns empfehlen?' } }
    const { answer, notices, tickets, thread, ada, surveyId } = await withAlerts({ ...asTicket, texts })
    const { browser, responseId } = await answer({ userId: 'maria', score: 2, locale: 'de-AT' })
    const [ticket] = await tickets()
    const again = (comment?: string) =>
      browser.put(`/responses/${responseId}`, { surveyId, score: 2, ...(comment && { comment }) })

    heed.clock.advance('1m')
    await again()
    await again('Der Export ist leer')
    await again('Der Export ist leer')

    const id = ticket?.id ?? ''
    expect(await tickets()).toHaveLength(1)
    expect((await notices()).items).toMatchObject([{ ticketId: id, responseId }])
    expect(ticket).toMatchObject({ person: { userId: 'maria' }, state: 'open', awaitingReply: true })
    expect(await thread(id)).toEqual([
      ['person', 'Würden Sie uns empfehlen?\n2 / 10'],
      ['person', 'Der Export ist leer'],
    ])

    await ada.send('POST', `/tickets/${id}/messages`, { body: 'Which month?' })
    const own = await browser.get<{ items: { messages: { body: string }[] }[] }>('/tickets')
    expect(own.body.items[0]?.messages.map(({ body }) => body)).toContain('Which month?')
  })

  it('puts a comment that comes with the score into the ticket at once, and opens a closed one for later words', async () => {
    const { answer, tickets, thread, ada, surveyId, areaId } = await withAlerts(asTicket)
    const { browser, responseId } = await answer({ score: 0, comment: 'Empty' })
    const [ticket] = await tickets()
    await ada.send('PUT', `/tickets/${ticket?.id}/closure`, { areaId })
    heed.clock.advance('1m')

    await browser.put(`/responses/${responseId}`, { surveyId, score: 0, comment: 'Still empty' })

    expect(await thread(ticket?.id ?? '')).toEqual([
      ['person', '0 / 10\n\nEmpty'],
      ['person', 'Still empty'],
    ])
    expect((await tickets())[0]).toMatchObject({ state: 'open', awaitingReply: true })
  })

  it('files no more tickets for one browser than it could by hand, and tells of all the answers', async () => {
    const { answer, notices, tickets, surveyId } = await withAlerts(asTicket)
    const { browser } = await answer({ score: 0 })
    for (let more = 0; more < 20; more++)
      await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 0 })
    const filed = (await tickets()).length
    heed.clock.advance('61m')
    await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 0 })

    expect([filed, (await tickets()).length, (await notices()).unread]).toEqual([20, 21, 22])
  })

  it('tells of a score that became low, once', async () => {
    const { answer, notices, surveyId } = await withAlerts({ alerts: { low: { make: 'notice' } } })
    const { browser, responseId } = await answer({ score: 9 })
    expect((await notices()).items).toEqual([])

    for (const score of [1, 0, 10]) await browser.put(`/responses/${responseId}`, { surveyId, score })

    expect((await notices()).items).toMatchObject([{ facts: { score: 1 } }])
  })

  it('keeps answer, ticket and notice together, or none of them', async () => {
    const { answer, notices, tickets, ada } = await withAlerts(asTicket)
    const { newId } = heed.deps
    const failing = vi.spyOn(heed.deps, 'newId').mockImplementation((kind) => {
      if (kind === 'message') throw new Error('it breaks in the middle')
      return newId(kind)
    })

    await expect(answer({ score: 0 })).rejects.toThrow()
    failing.mockRestore()

    expect((await ada.get<{ items: unknown[] }>('/responses')).body.items).toEqual([])
    expect((await notices()).items).toEqual([])
    expect(await tickets()).toEqual([])
  })

  it('tells that a survey ended with its last answer', async () => {
    const { answer, notices, surveyId } = await withAlerts({
      schedule: { startsAt: null, endsAt: null, answerLimit: 2 },
    })
    await answer({ score: 9 })
    expect((await notices()).items).toEqual([])

    await answer({ score: 9 })

    expect((await notices()).items).toMatchObject([{ kind: 'survey_ended', surveyId, facts: { answers: 2 } }])
  })

  it('marks as read what was shown, and not what came since', async () => {
    const { answer, notices, ada, workspaceId } = await withAlerts({ alerts: { low: { make: 'notice' } } })
    await answer({ score: 0 })
    const until = (await notices()).items[0]?.createdAt
    heed.clock.advance('1m')
    await answer({ score: 1 })

    const viewer = await signInAs(heed, workspaceId, 'viewer')
    expect((await viewer.send('PUT', '/notices/read', { until })).problem.code).toBe('role_too_low')
    const { body } = await ada.send<NoticeList>('PUT', '/notices/read', { until })

    expect(body.unread).toBe(1)
    expect(body.items.map(({ facts, read }) => [facts.score, read])).toEqual([
      [1, false],
      [0, true],
    ])
    expect(await notices()).toEqual(body)
  })

  it.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])('has nothing to mark until %s', async (until) => {
    const { ada } = await heed.workspace()

    const { status, problem } = await ada.send('PUT', '/notices/read', { until })

    expect(status).toBe(400)
    expect(problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'until' }] })
  })

  const fallen = async (before: number, lately: number, alerts = { drop: true }) => {
    const made = await withAlerts({ alerts })
    const scores = (score: number, daysAgo: number) =>
      Array.from({ length: 60 }, (_, i) => ({
        score: [score, 8, 10 - score][i % 5 === 0 ? 2 : i % 5 === 1 ? 1 : 0] ?? 8,
        createdAt: new Date(heed.clock.now().getTime() - daysAgo * dayMs),
      }))
    await fillAnswers(heed, made, [...scores(before, 40), ...scores(lately, 10)])
    return made
  }

  it('tells of a figure that fell by more than chance, once in thirty days', async () => {
    const { answer, notices, workspaceId, surveyId } = await fallen(10, 0)

    await answer({ score: 8 })

    await vi.waitFor(async () =>
      expect((await notices()).items).toMatchObject([{ kind: 'drop', surveyId, facts: { answers: 61 } }]),
    )
    const { before, now } = (await notices()).items[0]?.facts ?? {}
    expect(before).toBeCloseTo(40)
    expect(now).toBeLessThan(-35)
    heed.clock.advance('2d')
    await checkDrop(heed.deps, workspaceId, surveyId)
    expect((await notices()).items).toHaveLength(1)
  })

  it.each([
    ['that did not fall', 10, 10, { drop: true }],
    ['that rose', 0, 10, { drop: true }],
    ['that nobody wants to hear of', 10, 0, { drop: false }],
  ])('tells nothing of a figure %s', async (_, before, lately, alerts) => {
    const { notices, workspaceId, surveyId } = await fallen(before, lately, alerts)

    await checkDrop(heed.deps, workspaceId, surveyId)

    expect((await notices()).items).toEqual([])
  })

  it('says that nothing is there, and nothing of another workspace', async () => {
    const { answer } = await withAlerts({ alerts: { low: { make: 'notice' } } })
    await answer({ score: 0 })
    const there = await heed.workspace()

    expect((await there.ada.get('/notices')).body).toEqual({ items: [], unread: 0 })
  })
})
