import type { BoardIdea, IdeaBoard, IdeaDetail, UnreadCount } from '@heed/contracts'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { createMail } from '../../mail/mail.ts'
import { describeOnBothStores } from '../../testing/heed.ts'
import { recordPerson } from '../people/record-person.ts'
import { changeIdea } from './change-idea.ts'
import { readIdea } from './idea-detail.ts'

describeOnBothStores('what became of an idea', (heed) => {
  const setUp = async () => {
    const workspace = await heed.workspace()
    const { ada, visitor } = workspace
    const [maria, other] = [visitor(), visitor()]
    const ideaId = heed.deps.newId('idea')
    await maria.put(`/ideas/${ideaId}`, { title: 'Export to DATEV' })
    const seenBy = async (browser: typeof maria) =>
      (await browser.get<IdeaBoard>('/ideas')).body.items.find(({ id }) => id === ideaId)?.answer ?? null
    const unread = async (browser: typeof maria) => (await browser.get<UnreadCount>('/unread')).body.answers
    const change = async (patch: object) => {
      heed.clock.advance('1m')
      expect((await ada.send('PATCH', `/ideas/${ideaId}`, patch)).status).toBe(200)
    }
    const look = (browser: typeof maria, json: object = {}) => browser.put(`/ideas/${ideaId}/reading`, json)
    return { ...workspace, maria, other, ideaId, seenBy, unread, change, look }
  }

  it('is told to its voters, unread until they look, and stands on the board for all', async () => {
    const { maria, other, seenBy, unread, change, look } = await setUp()
    expect(await seenBy(maria)).toBeNull()

    await change({ state: 'planned', answer: 'After the summer.' })

    const answer = { state: 'planned', body: 'After the summer.', createdAt: heed.clock.now().toISOString() }
    expect(await seenBy(maria)).toEqual({ ...answer, unread: true })
    expect(await seenBy(other)).toEqual({ ...answer, unread: false })
    expect([await unread(maria), await unread(other)]).toEqual([1, 0])

    heed.clock.advance('1m')
    expect((await look(maria)).status).toBe(200)
    expect(await seenBy(maria)).toEqual({ ...answer, unread: false })
    expect(await unread(maria)).toBe(0)
  })

  it('is one thing unread an idea, the newest, and a look that arrives late does not hide what came since', async () => {
    const { maria, seenBy, unread, change, look } = await setUp()
    await change({ state: 'planned' })
    await change({ state: 'in_progress' })
    expect(await unread(maria)).toBe(1)
    expect(await seenBy(maria)).toMatchObject({ state: 'in_progress', body: null, unread: true })

    await look(maria, { ageMs: 90_000 })

    expect(await seenBy(maria)).toMatchObject({ unread: true })
    await look(maria)
    await look(maria, { ageMs: 90_000 })
    expect(await seenBy(maria)).toMatchObject({ unread: false })
  })

  it('stays as a colleague said meanwhile: words alone keep the state, another one is refused as of before', async () => {
    const { ada, maria, ideaId, seenBy, change } = await setUp()
    const basedOn = (await ada.get<IdeaDetail>(`/ideas/${ideaId}`)).body.updatedAt
    await change({ state: 'shipped', basedOn })

    await change({ answer: 'Thank you for waiting.' })
    const refused = await ada.send('PATCH', `/ideas/${ideaId}`, { state: 'planned', answer: 'In May.', basedOn })
    await change({ state: 'shipped', answer: 'Thank you for waiting.', basedOn }) // sent again, after a lost reply

    expect([refused.status, refused.problem.code]).toEqual([409, 'idea_changed'])
    expect(await seenBy(maria)).toMatchObject({ state: 'shipped', body: 'Thank you for waiting.' })
    const { answers, updatedAt } = (await ada.get<IdeaDetail>(`/ideas/${ideaId}`)).body
    expect(answers).toHaveLength(2)
    await change({ state: 'planned', basedOn: updatedAt })
    expect(await seenBy(maria)).toMatchObject({ state: 'planned' })
  })

  it('is no news to who votes after it', async () => {
    const { other, ideaId, seenBy, unread, change } = await setUp()
    await change({ state: 'planned' })
    heed.clock.advance('1m')

    await other.put<BoardIdea>(`/ideas/${ideaId}/vote`, { voted: true })

    expect(await seenBy(other)).toMatchObject({ unread: false })
    expect(await unread(other)).toBe(0)
  })

  it('is nobody else’s to mark as read', async () => {
    const { maria, other, seenBy, change, look } = await setUp()
    await change({ state: 'planned' })
    heed.clock.advance('1m')

    expect((await look(other)).status).toBe(200)

    expect(await seenBy(maria)).toMatchObject({ unread: true })
    expect((await other.put(`/ideas/${heed.deps.newId('idea')}/reading`, {})).problem.code).toBe('idea_not_found')
  })

  it('is told with words alone, and not where nothing changed or only its own words did', async () => {
    const { maria, ada, ideaId, areaId, unread, change } = await setUp()

    await change({ state: 'open' })
    await change({ title: 'DATEV export', body: 'Monthly', areaId })
    expect(await unread(maria)).toBe(0)
    await change({ answer: 'We are looking into it.' })
    // A second press, or a reply that was lost.
    heed.clock.advance('1m')
    await change({ answer: 'We are looking into it.' })

    expect(await unread(maria)).toBe(1)
    const { body } = await ada.get<IdeaDetail>(`/ideas/${ideaId}`)
    expect(body).toMatchObject({ title: 'DATEV export', body: 'Monthly', area: { id: areaId, name: 'Billing' } })
    expect(body.answers).toMatchObject([{ state: 'open', body: 'We are looking into it.', member: { name: 'Ada' } }])
  })

  it('waits as a mail in the same write for each voter whom the host’s server vouches for', async () => {
    const { workspaceId, visitor, ideaId } = await setUp()
    const known = async (userId: string, email?: string) => {
      const browser = visitor()
      await browser.put('/person', {})
      const { hashToken } = await import('../../http/tokens.ts')
      await recordPerson(
        heed.deps,
        { workspaceId, source: 'server', visitorHash: hashToken(browser.token) },
        { userId, ...(email && { email }) },
      )
      await browser.put(`/ideas/${ideaId}/vote`, { voted: true })
    }
    await known('u1', 'lena@customer.example')
    await known('u2')
    const claiming = visitor()
    await claiming.put('/person', { userId: 'u3', email: 'claimed@customer.example' })
    await claiming.put(`/ideas/${ideaId}/vote`, { voted: true })
    const mail = createMail({
      smtpUrl: 'smtp://mail.acme.example',
      mailFrom: 'Acme <hello@acme.example>',
      publicUrl: 'https://heed.acme.example',
    })
    let woken = 0
    mail.onWake(() => woken++)
    const deps = { ...heed.deps, mail }
    const scope = { workspaceId, currency: 'USD', unverifiedValues: 'use' as const, now: heed.clock.now() }

    const { reach } = await readIdea(deps, scope, ideaId, 0.1)
    await changeIdea(deps, { ...scope, memberId: heed.deps.newId('member') }, ideaId, {
      state: 'shipped',
      answer: 'Now',
    })

    const { db, tables } = heed.store.read
    const mails = await db.select().from(tables.mails).where(eq(tables.mails.workspaceId, workspaceId))
    expect(mails.map(({ address }) => address)).toEqual(['lena@customer.example'])
    expect(reach).toEqual({ widget: 4, mail: 1 })
    expect(woken).toBe(1)
  })
})
