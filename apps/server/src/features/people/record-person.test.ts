import type { SegmentValues } from '@heed/contracts'
import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { insertVote, lockVotes } from '../ideas/votes.queries.ts'
import { recordPerson } from './record-person.ts'

describeOnBothStores('recording who a person is', (heed) => {
  it('keeps what the host says apart from what a browser claims', async () => {
    const { workspaceId, visitor, ada } = await heed.workspace()
    const maria = { userId: 'u1', account: { accountId: 'a1', plan: 'pro', spendMinor: 10_000, currency: 'USD' } }
    await recordPerson(heed.deps, { workspaceId, source: 'server' }, maria)

    const claimed = {
      userId: 'u1',
      account: { accountId: 'a1', plan: 'enterprise', spendMinor: 9_999_900, currency: 'USD' },
    }
    expect((await visitor().put('/person', claimed)).status).toBe(204)

    const values = await ada.get<SegmentValues>('/segment/values?field=plan')
    expect(values.body.values).toEqual([
      { value: 'enterprise', count: 1 },
      { value: 'pro', count: 1 },
    ])
    const again = await recordPerson(heed.deps, { workspaceId, source: 'server' }, { userId: 'u1', name: 'Maria' })
    expect(again.person).toMatchObject({ name: 'Maria', trust: 'verified' })
  })

  it('counts somebody known both ways once, with the spend that the host named', async () => {
    const { workspaceId, visitor, ada } = await heed.workspace()
    const account = { accountId: 'a1', plan: 'pro', spendMinor: 10_000, currency: 'USD' }
    await recordPerson(heed.deps, { workspaceId, source: 'server' }, { userId: 'u1', account })
    await visitor().put('/person', { userId: 'u1', account: { ...account, spendMinor: 1 } })
    await visitor().put('/person', { userId: 'u2', account: { ...account, spendMinor: 2 } })

    const { body } = await ada.get('/segment/size')

    expect(body).toMatchObject({ people: 2, accounts: 1, spendMinor: 10_000 })
  })

  it('keeps traits of 16 kB at most, and of what a browser sends all else', async () => {
    const { workspaceId, visitor } = await heed.workspace()
    const long = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`note${i}`, 'x'.repeat(1_000)]))
    const browser = visitor()
    const account = { accountId: 'a1', plan: 'growth', traits: { ...long, industry: 'Retail' } }
    const sent = { userId: 'u1', name: 'Maria', traits: { ...long, role: 'admin' }, account }

    expect((await browser.put('/person', sent)).status).toBe(204)

    const { db, tables } = heed.store.read
    const stored = async () => {
      const [person] = await db.select().from(tables.people).where(eq(tables.people.workspaceId, workspaceId))
      const [account] = await db.select().from(tables.accounts).where(eq(tables.accounts.workspaceId, workspaceId))
      return { person, account }
    }
    const { person, account: company } = await stored()
    expect(person).toMatchObject({ name: 'Maria', traits: { note0: long.note0, role: 'admin' } })
    expect(company).toMatchObject({ plan: 'growth', traits: { note0: long.note0, industry: 'Retail' } })
    for (const row of [person, company]) {
      expect(Buffer.byteLength(JSON.stringify(row?.traits))).toBeLessThanOrEqual(16 * 1024)
      expect(Object.keys(row?.traits ?? {})).toHaveLength(17)
      expect(Object.keys(row?.sources ?? {}).filter((name) => name.startsWith('traits.'))).toHaveLength(17)
    }

    // What grows beyond it is not kept, nor is what was so before.
    await browser.put('/person', { userId: 'u1', traits: { role: 'x'.repeat(2_000), note0: 'short', beta: true } })
    const { traits } = (await stored()).person ?? {}
    expect(traits).toMatchObject({ note0: 'short', beta: true, note1: long.note1 })
    expect(traits).not.toHaveProperty('role')
  })

  it('refuses a visitor token that belongs to another user', async () => {
    const browser = (await heed.workspace()).visitor()
    await browser.put('/person', { userId: 'u1' })

    const reply = await browser.put('/person', { userId: 'u2' })

    expect(reply.status).toBe(409)
    expect(reply.problem.code).toBe('visitor_taken')
  })

  it('keeps values that a later claim leaves out', async () => {
    const { workspaceId } = await heed.workspace()
    const caller = { workspaceId, source: 'server' } as const
    await recordPerson(heed.deps, caller, { userId: 'u1', name: 'Maria', traits: { role: 'admin' } })

    const { person } = await recordPerson(heed.deps, caller, { userId: 'u1', traits: { beta: true } })

    expect(person).toMatchObject({ name: 'Maria', traits: { role: 'admin', beta: true } })
  })

  it('leaves an amount in the currency it was said in, whatever arrives late', async () => {
    const { workspaceId } = await heed.workspace()
    const tell = (daysAgo: number, account: object) => {
      const at = new Date(heed.clock.now().getTime() - daysAgo * 86_400_000)
      const claim = { userId: 'u1', account: { accountId: 'a1', ...account } }
      return recordPerson(heed.deps, { workspaceId, source: 'server', at }, claim)
    }
    await tell(30, { spendMinor: 5_000, currency: 'JPY' })
    await tell(10, { spendMinor: 6_000 })

    const { account } = await tell(20, { spendMinor: 4_000, currency: 'USD', plan: 'pro' })

    const { db, tables } = heed.store.read
    const stored = (await db.select().from(tables.accounts)).filter((row) => row.workspaceId === workspaceId)
    expect(stored).toMatchObject([{ spendMinor: 6_000, currency: 'JPY', plan: 'pro' }])
    expect(account).toMatchObject({ spendMinor: 6_000, currency: 'JPY', plan: 'pro' })
  })

  it('lets an anonymous browser become the user, with what it said before', async () => {
    const { visitor, ada, surveyId } = await heed.workspace()
    const browser = visitor()
    await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 8 })

    await browser.put('/person', { userId: 'u1', name: 'Maria' })

    const { body } = await ada.get<{ items: { person: unknown }[] }>('/responses')
    expect(body.items).toHaveLength(1)
    expect(body.items[0]?.person).toMatchObject({ userId: 'u1', name: 'Maria', trust: 'unverified' })
  })

  it('stores one person when many browsers claim to be the same at once', async () => {
    const { visitor, ada } = await heed.workspace()

    const replies = await Promise.all(Array.from({ length: 8 }, () => visitor().put('/person', { userId: 'u1' })))

    expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(204))
    expect((await ada.get<{ people: number }>('/segment/size')).body.people).toBe(1)
  })

  it('loses no field, trait or account when many claims arrive at once', async () => {
    const { workspaceId, ada } = await heed.workspace()
    const caller = { workspaceId, source: 'server' } as const
    const claims = Array.from({ length: 20 }, (_, i) => ({
      userId: `u${i % 5}`,
      traits: { [`t${i}`]: i },
      account: { accountId: 'a1', traits: { [`t${i}`]: i }, ...(i === 7 ? { plan: 'pro' } : {}) },
    }))

    await Promise.all(claims.map((claim) => recordPerson(heed.deps, caller, claim)))

    expect((await ada.get('/segment/size?segment=plan:pro')).body).toMatchObject({ people: 5, accounts: 1 })
    const { db, tables } = heed.store.read
    const accounts = (await db.select().from(tables.accounts)).filter((row) => row.workspaceId === workspaceId)
    expect(accounts.map(({ traits }) => Object.keys(traits).length)).toEqual([20])
    const people = (await db.select().from(tables.people)).filter((row) => row.workspaceId === workspaceId)
    expect(people.map(({ traits }) => Object.keys(traits).length)).toEqual([4, 4, 4, 4, 4])
    expect(new Set(people.map(({ accountId }) => accountId))).toEqual(new Set([accounts[0]?.id]))
  })

  it('keeps a new browser one person when all it says arrives at once', async () => {
    const { visitor, ada, surveyId } = await heed.workspace()
    const browsers = Array.from({ length: 10 }, (_, i) => ({ browser: visitor(), userId: `u${i}` }))

    const statuses = await Promise.all(
      browsers.flatMap(({ browser, userId }) => {
        const [exposureId, responseId] = [heed.deps.newId('exposure'), heed.deps.newId('response')]
        return [
          browser.put(`/exposures/${exposureId}`, { surveyId }),
          browser.put(`/responses/${responseId}`, { surveyId, score: 9 }),
          browser.put('/person', { userId }),
          browser.put(`/responses/${responseId}`, { surveyId, score: 9, comment: 'Good' }),
          browser.put(`/exposures/${exposureId}/dismissal`, {}),
        ].map(async (reply) => (await reply).status)
      }),
    )

    expect(statuses.filter((status) => status === 409)).toEqual([])
    expect((await ada.get('/segment/size')).body).toMatchObject({ people: 10 })
    const { body } = await ada.get<{ items: { person: { userId: string | null } }[] }>('/responses')
    expect(body.items.map(({ person }) => person.userId).sort()).toEqual(browsers.map(({ userId }) => userId).sort())
  })

  it('takes an anonymous browser’s history along when the user is known already', async () => {
    const { visitor, ada, surveyId } = await heed.workspace()
    await visitor().put('/person', { userId: 'u1', account: { accountId: 'a1', plan: 'pro' } })
    const second = visitor()
    const responseId = heed.deps.newId('response')
    await second.put(`/responses/${responseId}`, { surveyId, score: 6 })

    await second.put('/person', { userId: 'u1' })
    const commented = await second.put(`/responses/${responseId}`, { surveyId, score: 6, comment: 'Too slow' })

    expect(commented.status).toBe(200)
    expect((await ada.get('/segment/size')).body).toMatchObject({ people: 1 })
    const { body } = await ada.get<{ items: unknown[] }>('/responses')
    expect(body.items).toMatchObject([{ comment: 'Too slow', person: { userId: 'u1' }, account: { accountId: 'a1' } }])
  })

  it('lets a known browser tell its language without its user id', async () => {
    const browser = (await heed.workspace()).visitor()
    await browser.put('/person', { userId: 'u1' })

    expect((await browser.put('/person', { locale: 'de' })).status).toBe(204)
  })

  it('takes the host server’s word with the secret key, and nobody else’s', async () => {
    const { keys, ada } = await heed.workspace()
    const json = { userId: 'u9', groupId: 'a9', traits: { plan: 'pro' } }
    const identify = (authorization: string) =>
      heed.call({ method: 'POST', url: '/v1/group', headers: { authorization }, json })

    expect((await identify(`Bearer ${keys.publishable}`)).status).toBe(401)
    expect((await identify('Bearer sk_wrong')).status).toBe(401)
    expect((await identify('')).status).toBe(401)
    expect((await identify(`Bearer ${keys.secret}`)).status).toBe(200)
    expect((await identify(`Basic ${Buffer.from(`${keys.secret}:`).toString('base64')}`)).status).toBe(200)
    expect((await ada.get<{ people: number }>('/segment/size?segment=plan:pro')).body.people).toBe(1)
  })

  it('leaves no vote with who was anonymous, also one that a member is just casting for them', async () => {
    const { workspaceId, visitor } = await heed.workspace()
    const [author, browser] = [visitor(), visitor()]
    const [ideaId, otherId] = [heed.deps.newId('idea'), heed.deps.newId('idea')]
    await author.put('/person', { userId: 'u1' })
    await author.put(`/ideas/${ideaId}`, { title: 'Dark theme' })
    await visitor().put(`/ideas/${otherId}`, { title: 'Shortcuts' })
    await browser.put(`/ideas/${heed.deps.newId('idea')}`, { title: 'Export to DATEV' })
    const { db, tables } = heed.store.read
    const { people, votes } = tables
    const isHere = eq(votes.workspaceId, workspaceId)
    const voteOf = async (title: string) => {
      const { ideas } = tables
      const [found] = await db
        .select({ vote: votes })
        .from(votes)
        .innerJoin(ideas, and(eq(ideas.workspaceId, votes.workspaceId), eq(ideas.id, votes.ideaId)))
        .where(and(isHere, eq(ideas.title, title)))
      if (!found) throw new Error(`no vote for ${title}`)
      return found.vote
    }
    const own = await voteOf('Export to DATEV')

    const { naming } = await heed.store.write(async (tx) => {
      await lockVotes(tx, workspaceId)
      const begun = browser.put('/person', { userId: 'u1' })
      // By then it would be through.
      for (let i = 0; i < 400; i++) await tx.db.$count(tx.tables.workspaces)
      await insertVote(tx, { ...own, ideaId: otherId, visitorHash: null })
      return { naming: begun }
    })

    expect((await naming).status).toBe(204)
    const known = new Set((await db.select({ id: people.id }).from(people)).map(({ id }) => id))
    const voters = (await db.select().from(votes).where(isHere)).map(({ personId }) => personId)
    expect(voters).toHaveLength(4)
    expect(voters.filter((id) => !known.has(id))).toEqual([])
  })
})
