import type {
  IdeaDetail,
  IdeaItem,
  IdeaSplit,
  IdeaVote,
  IdeaVotePage,
  PersonPage,
  TargetIdeas,
  TicketPage,
} from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'

const growth = { accountId: 'a1', plan: 'growth', spendMinor: 12_900, currency: 'USD' }

describeOnBothStores('a vote that a member casts', (heed) => {
  const setUp = async () => {
    const workspace = await heed.workspace()
    const { ada, visitor } = workspace
    const maria = visitor()
    await maria.put('/person', { userId: 'maria', name: 'Maria', account: growth })
    const ticketId = heed.deps.newId('ticket')
    await maria.put(`/tickets/${ticketId}`, { messageId: heed.deps.newId('message'), body: 'No DATEV export?' })
    const [ticket] = (await ada.get<TicketPage>('/tickets')).body.items
    const personId = ticket?.person.id ?? ''
    const { body: idea } = await ada.send<IdeaItem>('POST', '/ideas', { title: 'Export to DATEV' })
    const votePath = `/ideas/${idea.id}/votes/${personId}`
    const seen = async () => (await ada.get<IdeaDetail>(`/ideas/${idea.id}`)).body
    const linked = async () => (await ada.get<TargetIdeas>(`/idea-links/${ticketId}`)).body.items
    return { ...workspace, maria, ticketId, personId, ideaId: idea.id, votePath, seen, linked }
  }

  it('is the person’s, as they are now, and says who cast it and from which ticket', async () => {
    const { ada, ticketId, votePath, ideaId, seen, linked } = await setUp()

    const cast = await ada.send<IdeaVote>('PUT', votePath, { reason: 'Asked in a ticket', ticketId })

    expect(cast.body).toMatchObject({
      person: { name: 'Maria' },
      account: { accountId: 'a1' },
      snapshot: { plan: 'growth', spendMinor: 12_900 },
      reason: 'Asked in a ticket',
      member: { name: 'Ada' },
      ticketId,
      from: null,
    })
    expect(await seen()).toMatchObject({ votes: 1, accounts: 1, spendMinor: 12_900, links: [{ targetId: ticketId }] })
    expect(await linked()).toEqual([{ id: ideaId, title: 'Export to DATEV', state: 'open', vote: 'member' }])
  })

  it('changes nothing of one that the person gave, and only a member’s can be taken back', async () => {
    const { ada, maria, votePath, ideaId, seen } = await setUp()
    await maria.put(`/ideas/${ideaId}/vote`, { voted: true, reason: 'Mine' })

    const cast = await ada.send<IdeaVote>('PUT', votePath, { reason: 'Hers' })
    const taken = await ada.send('DELETE', votePath)

    expect(cast.body).toMatchObject({ reason: 'Mine', member: null })
    expect(taken.problem.code).toBe('vote_of_person')
    expect(await seen()).toMatchObject({ votes: 1 })
  })

  it('is taken back by a member, once', async () => {
    const { ada, votePath, seen } = await setUp()
    await ada.send('PUT', votePath, {})

    expect((await ada.send('DELETE', votePath)).status).toBe(204)

    expect(await seen()).toMatchObject({ votes: 0 })
    expect((await ada.send('DELETE', votePath)).problem.code).toBe('vote_not_found')
  })

  it('is refused for a settled idea, an unknown person, and by a viewer', async () => {
    const { ada, workspaceId, ideaId, votePath } = await setUp()
    const nobody = `/ideas/${ideaId}/votes/${heed.deps.newId('person')}`
    const viewer = await signInAs(heed, workspaceId, 'viewer')

    expect((await ada.send('PUT', nobody, {})).problem.code).toBe('person_not_found')
    expect((await viewer.send('PUT', votePath, {})).problem.code).toBe('role_too_low')
    await ada.send('PATCH', `/ideas/${ideaId}`, { state: 'closed' })
    expect((await ada.send('PUT', votePath, {})).problem.code).toBe('idea_settled')
  })

  it('stands beside links to tickets and answers, which can be taken back', async () => {
    const { ada, maria, surveyId, ticketId, ideaId, seen, linked } = await setUp()
    const responseId = heed.deps.newId('response')
    await maria.put(`/responses/${responseId}`, { surveyId, score: 6, comment: 'I miss DATEV' })
    for (const id of [ticketId, responseId, ticketId])
      expect((await ada.send('PUT', `/ideas/${ideaId}/links/${id}`)).status).toBe(204)
    expect((await seen()).links.map(({ words, number }) => [words, number]).toSorted()).toEqual([
      ['I miss DATEV', null],
      ['No DATEV export?', 1],
    ])

    await ada.send('DELETE', `/ideas/${ideaId}/links/${ticketId}`)

    expect((await seen()).links.map(({ targetId }) => targetId)).toEqual([responseId])
    expect(await linked()).toEqual([])
    const unknown = await ada.send('PUT', `/ideas/${ideaId}/links/${heed.deps.newId('ticket')}`)
    expect(unknown.problem.code).toBe('ticket_not_found')
  })

  it('comes page by page with the others of a segment, and splits by what they are', async () => {
    const { ada, visitor, votePath, ideaId } = await setUp()
    await ada.send('PUT', votePath, {})
    for (const n of [1, 2]) {
      heed.clock.advance('1m')
      const browser = visitor()
      await browser.put('/person', { userId: `u${n}`, account: { ...growth, accountId: `s${n}`, plan: 'starter' } })
      await browser.put(`/ideas/${ideaId}/vote`, { voted: true, reason: `reason ${n}` })
    }
    const page = async (query: string) => (await ada.get<IdeaVotePage>(`/ideas/${ideaId}/votes${query}`)).body

    const first = await page('?limit=2')
    const next = await page(`?limit=2&cursor=${first.nextCursor}`)

    expect([...first.items, ...next.items].map(({ reason }) => reason)).toEqual(['reason 2', 'reason 1', null])
    expect([first.total, next.nextCursor]).toEqual([3, null])
    expect((await page('?segment=plan:starter')).total).toBe(2)
    const { plan } = (await ada.get<IdeaSplit>(`/ideas/${ideaId}/split`)).body
    expect(plan).toEqual([
      { value: 'starter', segment: 'plan:starter', votes: 2, accounts: 2, spendMinor: 25_800 },
      { value: 'growth', segment: 'plan:growth', votes: 1, accounts: 1, spendMinor: 12_900 },
    ])
  })

  it('is for nobody and nothing of another workspace', async () => {
    const { ada, votePath, ticketId, ideaId } = await setUp()
    const there = await setUp()

    const replies = [
      await there.ada.send('PUT', votePath, {}),
      await ada.send('PUT', `/ideas/${ideaId}/votes/${there.personId}`, {}),
      await ada.send('PUT', votePath, { ticketId: there.ticketId }),
      await ada.send('PUT', `/ideas/${ideaId}/links/${there.ticketId}`),
      await there.ada.get(`/idea-links/${ticketId}`),
    ]

    expect(replies.map(({ problem }) => problem.code)).toEqual([
      'idea_not_found',
      'person_not_found',
      'ticket_not_found',
      'ticket_not_found',
      'ticket_not_found',
    ])
    expect((await ada.get<PersonPage>('/people')).body.items).toHaveLength(1)
  })
})
