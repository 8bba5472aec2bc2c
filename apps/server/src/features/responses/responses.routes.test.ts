import type { ResponseDetail, ResponsePage, TicketDetail, TicketPage } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'

describeOnBothStores('reading responses', (heed) => {
  const answered = async () => {
    const workspace = await heed.workspace()
    const customers = [
      { plan: 'starter', spendMinor: 1_900, createdAt: '2026-02-20T00:00:00Z', score: 3, comment: 'Too many clicks' },
      { plan: 'growth', spendMinor: 12_900, createdAt: '2025-06-01T00:00:00Z', score: 8, comment: undefined },
      { plan: 'enterprise', spendMinor: 400_000, createdAt: '2024-03-01T00:00:00Z', score: 10, comment: 'Solid' },
    ]
    for (const [i, { score, comment, ...account }] of customers.entries()) {
      const browser = workspace.visitor()
      await browser.put('/person', {
        userId: `u${i}`,
        account: { accountId: `a${i}`, currency: 'USD', ...account, traits: { region: i === 1 ? 'EU' : 'US' } },
      })
      await browser.put(`/responses/${heed.deps.newId('response')}`, {
        surveyId: workspace.surveyId,
        score,
        ...(comment ? { comment } : {}),
      })
      heed.clock.advance('1m')
    }
    return workspace
  }

  it('lists newest first, page by page', async () => {
    const { ada } = await answered()

    const first = await ada.get<ResponsePage>('/responses?limit=2')
    const second = await ada.get<ResponsePage>(`/responses?limit=2&cursor=${first.body.nextCursor}`)

    expect(first.body.items.map(({ score }) => score)).toEqual([10, 8])
    expect(second.body.items.map(({ score }) => score)).toEqual([3])
    expect(second.body.nextCursor).toBeNull()
    expect(first.body.total).toBe(3)
  })

  it.each([
    ['segment=plan:growth,enterprise', [10, 8]],
    ['segment=spend:12900..', [10, 8]],
    ['segment=spend:..12900', [8, 3]],
    ['segment=tenure:180..', [10, 8]],
    ['segment=tenure:..30', [3]],
    ['segment=trait.region:EU', [8]],
    ['segment=plan:growth;spend:1..100000;tenure:180..;trait.region:EU', [8]],
    ['segment=plan:nobody', []],
    ['group=detractor', [3]],
    ['group=promoter&commented=true', [10]],
    ['commented=false', [8]],
    ['score=8', [8]],
  ])('filters by %s', async (query, scores) => {
    const { ada } = await answered()

    const { body } = await ada.get<ResponsePage>(`/responses?${query}`)

    expect(body.items.map(({ score }) => score)).toEqual(scores)
    expect(body.total).toBe(scores.length)
  })

  it('opens one answer with what else the person said', async () => {
    const { ada, visitor, surveyId } = await heed.workspace()
    const browser = visitor()
    await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 4, ageMs: 20 * 86_400_000 })
    const latest = heed.deps.newId('response')
    await browser.put(`/responses/${latest}`, { surveyId, score: 9 })
    await browser.put(`/tickets/${heed.deps.newId('ticket')}`, {
      messageId: heed.deps.newId('message'),
      body: 'Where is my invoice?',
    })

    const { body } = await ada.get<ResponseDetail>(`/responses/${latest}`)

    expect(body).toMatchObject({ id: latest, score: 9, surveyName: 'Relationship' })
    expect(body.history).toMatchObject([{ score: 4 }])
    expect(body.tickets).toMatchObject([{ number: 1, preview: 'Where is my invoice?', state: 'open' }])
  })

  const ofEveryKind = async () => {
    const workspace = await heed.workspace()
    const form = { options: ['export', 'receipts', 'approvals'] }
    const texts = {
      de: { options: { export: 'Export für die Buchhaltung', receipts: 'Belege' } },
      en: { options: { export: 'Export' } },
    }
    const csat = await workspace.addSurvey({ kind: 'csat', name: 'Support' })
    const wish = await workspace.addSurvey({ kind: 'multiple_choice', name: 'Wishes', form, texts })
    const words = await workspace.addSurvey({ kind: 'text', name: 'Anything else' })
    const browser = workspace.visitor()
    const answers = [
      { surveyId: workspace.surveyId, score: 5 },
      { surveyId: csat, score: 5 },
      { surveyId: wish, choices: ['approvals', 'receipts', 'export'] },
      { surveyId: words, comment: 'Dark mode' },
    ]
    for (const answer of answers) {
      await browser.put(`/responses/${heed.deps.newId('response')}`, answer)
      heed.clock.advance('1m')
    }
    await browser.put(`/tickets/${heed.deps.newId('ticket')}`, {
      messageId: heed.deps.newId('message'),
      body: 'Where is my invoice?',
    })
    return workspace
  }
  const inShort = [
    { kind: 'text', surveyName: 'Anything else', score: null, choices: [], comment: 'Dark mode' },
    {
      kind: 'multiple_choice',
      surveyName: 'Wishes',
      score: null,
      // The workspace's language, else any other, else the id.
      choices: [
        { id: 'approvals', label: 'approvals' },
        { id: 'receipts', label: 'Belege' },
        { id: 'export', label: 'Export' },
      ],
      comment: null,
    },
    { kind: 'csat', surveyName: 'Support', score: 5, choices: [], comment: null },
    { kind: 'nps', surveyName: 'Relationship', score: 5, choices: [], comment: null },
  ]

  it('words answers of every kind as their survey does, in the list, beside another and beside a ticket', async () => {
    const { ada } = await ofEveryKind()

    const { items } = (await ada.get<ResponsePage>('/responses')).body
    const { history } = (await ada.get<ResponseDetail>(`/responses/${items[0]?.id}`)).body
    const [ticket] = (await ada.get<TicketPage>('/tickets')).body.items
    const { responses } = (await ada.get<TicketDetail>(`/tickets/${ticket?.id}`)).body

    expect(items).toMatchObject(inShort)
    expect(history).toMatchObject(inShort.slice(1))
    expect(responses).toMatchObject(inShort)
  })

  it.each([
    ['group=detractor', ['nps']],
    ['score=5', ['csat', 'nps']],
    ['score=5&kind=csat', ['csat']],
    ['kind=csat&group=detractor', []],
    ['kind=text', ['text']],
    ['commented=true', ['text']],
  ])('holds groups and scores against answers that have them: %s', async (query, kinds) => {
    const { ada } = await ofEveryKind()

    const { body } = await ada.get<ResponsePage>(`/responses?${query}`)

    expect(body.items.map(({ kind }) => kind)).toEqual(kinds)
    expect(body.total).toBe(kinds.length)
  })

  it.each([
    'segment=spend:abc',
    'segment=tenure:10..5',
    'cursor=nonsense',
    'month=2026-13',
    'limit=1000',
    'group=fans',
    'kind=quiz',
  ])('says what is wrong with %s', async (query) => {
    const { ada } = await heed.workspace()

    const reply = await ada.get(`/responses?${query}`)

    expect(reply.status).toBe(400)
    expect(reply.problem.errors?.map(({ field }) => field)).toEqual([query.split('=')[0]])
  })

  it('refuses a parameter that it does not know, rather than show everyone', async () => {
    const { ada } = await heed.workspace()

    const reply = await ada.get('/responses?plan=growth')

    expect(reply.status).toBe(400)
    expect(reply.problem.errors?.[0]?.message).toContain('plan')
  })
})
