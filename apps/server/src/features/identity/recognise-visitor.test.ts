import { createHmac } from 'node:crypto'
import type { ResponsePage, SigningAlgorithm } from '@heed/contracts'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signerOf } from '../../testing/signed.ts'
import { findAccountByExternalId } from '../people/people.queries.ts'
import { recordPerson } from '../people/record-person.ts'

describeOnBothStores('a visitor whose identity is signed', (heed) => {
  const given = async (algorithm?: SigningAlgorithm) => {
    const workspace = await heed.workspace({})
    const host = await signerOf(heed, workspace.workspaceId, algorithm)
    const answer = async (browser: ReturnType<typeof workspace.visitor>, score = 9) =>
      browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId: workspace.surveyId, score })
    const people = async () => {
      const { db, tables } = heed.store.read
      return db.select().from(tables.people).where(eq(tables.people.workspaceId, workspace.workspaceId))
    }
    return { ...workspace, host, answer, people }
  }

  it.each(['HS256', 'ES256', 'RS256'] as const)('is believed by a token signed in %s', async (algorithm) => {
    const { host, visitor, answer, ada } = await given(algorithm)
    const browser = visitor()

    const token = await host.sign({ sub: 'u1', name: 'Maria', account: { id: 'a1', plan: 'growth' } })
    const told = await browser.put('/person', { token })
    await answer(browser)

    expect(told.status).toBe(200)
    expect(told.body).toEqual({ signedForMs: 3_660_000, warnings: [] })
    const { body } = await ada.get<ResponsePage>('/responses')
    expect(body.items).toMatchObject([
      {
        person: { userId: 'u1', name: 'Maria', trust: 'verified' },
        snapshot: { plan: 'growth', trust: 'verified', valuesTrust: 'verified' },
      },
    ])
  })

  it('tells amounts in the currency that is known of the account, where it names none', async () => {
    const { host, visitor, workspaceId } = await given()
    const account = { accountId: 'a1', spendMinor: 9_000, currency: 'JPY' }
    await recordPerson(heed.deps, { workspaceId, source: 'server' }, { userId: 'u0', account })

    await visitor().put('/person', { token: await host.sign({ sub: 'u1', account: { id: 'a1', mrr: 12_000 } }) })

    const found = await findAccountByExternalId(heed.store.read, workspaceId, 'a1', 'verified')
    expect(found).toMatchObject({ spendMinor: 12_000, currency: 'JPY' })
  })

  it('takes what it said namelessly along, and nothing that it claimed', async () => {
    const { host, visitor, answer, ada, people } = await given()
    const browser = visitor()
    const claimed = { name: 'Mallory', traits: { vip: true }, createdAt: '2001-01-01T00:00:00Z' }
    await browser.put('/person', { ...claimed, account: { accountId: 'a1', plan: 'enterprise' } })
    await answer(browser, 3)

    await browser.put('/person', { token: await host.sign({ sub: 'u1' }) })

    const { body } = await ada.get<ResponsePage>('/responses')
    expect(body.items).toMatchObject([{ score: 3, person: { userId: 'u1', name: null, trust: 'verified' } }])
    expect(await people()).toMatchObject([
      { userId: 'u1', trust: 'verified', name: null, traits: {}, customerSince: null, accountId: null, sources: {} },
    ])
  })

  it('takes a nameless history along also to a user who is known already', async () => {
    const { host, workspaceId, visitor, answer, people } = await given()
    await recordPerson(heed.deps, { workspaceId, source: 'server' }, { userId: 'u1', name: 'Maria' })
    const browser = visitor()
    await answer(browser, 3)

    await browser.put('/person', { token: await host.sign({ sub: 'u1' }) })

    expect(await people()).toMatchObject([{ userId: 'u1', name: 'Maria', trust: 'verified' }])
  })

  it('leaves with the claim what was said while nobody had signed', async () => {
    const { host, visitor, answer, ada } = await given()
    const browser = visitor()
    await browser.put('/person', { userId: 'u1', name: 'Maria' })
    await answer(browser, 3)

    await browser.put('/person', { token: await host.sign({ sub: 'u1' }) })
    await answer(browser, 9)

    const { body } = await ada.get<ResponsePage>('/responses')
    const trusts = body.items.map(({ score, person }) => [score, person?.trust])
    expect(trusts).toEqual(
      expect.arrayContaining([
        [3, 'unverified'],
        [9, 'verified'],
      ]),
    )
  })

  it('cannot be unsigned by the browser, nor renamed', async () => {
    const { host, visitor, answer, ada, people } = await given()
    const browser = visitor()
    await browser.put('/person', { token: await host.sign({ sub: 'u1', name: 'Maria' }) })

    const claimed = await browser.put('/person', { userId: 'u1', name: 'Mallory', account: { accountId: 'a1' } })
    await answer(browser)

    expect(claimed.status).toBe(204)
    expect(await people()).toMatchObject([{ name: 'Maria', trust: 'verified', accountId: null }])
    expect((await ada.get<ResponsePage>('/responses')).body.items).toMatchObject([{ snapshot: { trust: 'verified' } }])
  })

  it('does not become another user by another token', async () => {
    const { host, visitor, people } = await given()
    const browser = visitor()
    await browser.put('/person', { token: await host.sign({ sub: 'u1' }) })

    const other = await browser.put('/person', { token: await host.sign({ sub: 'u2' }) })

    expect(other.problem).toMatchObject({ status: 409, code: 'visitor_taken' })
    expect((await people()).map(({ userId }) => userId)).toEqual(['u1'])
  })

  it('is refused once the signature has ended, until it is renewed', async () => {
    const { host, visitor, answer } = await given()
    const browser = visitor()
    await browser.put('/person', { token: await host.sign({ sub: 'u1' }) })
    heed.clock.advance('60m')
    expect((await answer(browser)).status).toBe(200)

    heed.clock.advance('2m')
    expect((await answer(browser)).problem).toMatchObject({ status: 401, code: 'identity_expired' })
    expect((await browser.get('/tickets')).problem.code).toBe('identity_expired')
    expect((await browser.put('/person', { userId: 'u1' })).problem.code).toBe('identity_expired')

    await browser.put('/person', { token: await host.sign({ sub: 'u1' }) })
    expect((await answer(browser)).status).toBe(200)
  })

  it('does not undo with an older token what was said since', async () => {
    const { host, workspaceId, visitor, people } = await given()
    const token = await host.sign({ sub: 'u1', name: 'Maria', traits: { role: 'owner' } })
    heed.clock.advance('5m')
    await recordPerson(heed.deps, { workspaceId, source: 'server' }, { userId: 'u1', traits: { role: 'guest' } })

    await visitor().put('/person', { token })

    expect(await people()).toMatchObject([{ name: 'Maria', traits: { role: 'guest' } }])
  })

  it('is vouched for by an HMAC of the user id alone: the rest stays a claim', async () => {
    const { host, visitor, answer, ada, people } = await given()
    const browser = visitor()
    const userHash = createHmac('sha256', host.secret).update('u1').digest('hex')

    const claimed = { userId: 'u1', userHash, name: 'Maria', account: { accountId: 'a1', plan: 'enterprise' } }
    const told = await browser.put('/person', claimed)
    await answer(browser)

    expect(told.body).toEqual({ signedForMs: 86_400_000, warnings: [] })
    expect((await ada.get<ResponsePage>('/responses')).body.items).toMatchObject([
      { person: { userId: 'u1', name: null, trust: 'verified' }, snapshot: { plan: null, trust: 'verified' } },
    ])
    const verified = (await people()).find(({ trust }) => trust === 'verified')
    expect(await people()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ trust: 'unverified', name: 'Maria', verifiedId: verified?.id }),
      ]),
    )
    heed.clock.advance('24h')
    expect((await answer(browser)).problem.code).toBe('identity_expired')
  })

  it('notes the hour in which a key was used', async () => {
    const { host, visitor, workspaceId } = await given()
    const used = async () => {
      const { db, tables } = heed.store.read
      const rows = await db.select().from(tables.signingKeys).where(eq(tables.signingKeys.workspaceId, workspaceId))
      return rows[0]?.lastUsedAt
    }
    expect(await used()).toBeNull()

    await visitor().put('/person', { token: await host.sign({ sub: 'u1' }) })

    const hour = new Date(heed.clock.now())
    hour.setUTCMinutes(0, 0, 0)
    expect(await used()).toEqual(hour)
  })

  it.each([
    ['a name beside the token', { name: 'Mallory' }, 'name'],
    ['an account beside the token', { account: { accountId: 'a1' } }, 'account'],
    ['a hash beside the token', { userHash: 'a'.repeat(64) }, 'userHash'],
  ])('is refused with %s', async (_what, beside, field) => {
    const { host, visitor } = await given()

    const reply = await visitor().put('/person', { token: await host.sign({ sub: 'u1' }), ...beside })

    expect(reply.problem).toMatchObject({ status: 400, errors: [{ field }] })
  })
})
