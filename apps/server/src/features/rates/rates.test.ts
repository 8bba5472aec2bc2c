import type { RateTable, ResponsePage } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { createArticle } from '../articles/create-article.ts'
import { recordPerson } from '../people/record-person.ts'
import { applyDueRates } from './follow-rates.ts'
import { dayOf } from './reporting-spend.ts'

describeOnBothStores('what foreign currencies are worth', (heed) => {
  const setUp = async () => {
    const workspace = await heed.workspace({})
    const { workspaceId, visitor, surveyId } = workspace
    const admin = await signInAs(heed, workspaceId, 'admin')
    /** An account that pays, known from the host's server. */
    const account = (accountId: string, spendMinor: number, currency: string) =>
      recordPerson(
        heed.deps,
        { workspaceId, source: 'server' },
        {
          userId: accountId,
          account: { accountId, spendMinor, currency },
        },
      )
    /** Somebody of the account answers now. */
    const answer = async (userId: string) => {
      const browser = visitor()
      await browser.put('/person', { userId })
      const id = heed.deps.newId('response')
      expect((await browser.put(`/responses/${id}`, { surveyId, score: 9 })).status).toBe(200)
      return id
    }
    const setRate = (currency: string, day: string, rate: number) =>
      admin.send<RateTable>('PUT', '/rates', { currency, day, rate })
    const spendOf = async (accountId: string) => {
      const { db, tables } = heed.store.read
      const rows = await db.select().from(tables.accounts)
      return rows.find((row) => row.workspaceId === workspaceId && row.externalId === accountId)?.reportingSpendMinor
    }
    const spendOfAnswers = async () => {
      const { items } = (await admin.get<ResponsePage>('/responses')).body
      return Object.fromEntries(items.map(({ id, snapshot }) => [id, snapshot.reportingSpendMinor]))
    }
    return { ...workspace, admin, account, answer, setRate, spendOf, spendOfAnswers }
  }
  const today = () => dayOf(heed.clock.now())
  const daysAhead = (days: number) => dayOf(new Date(heed.clock.now().getTime() + days * 86_400_000))

  it('are asked for by currency, with how many accounts wait for them', async () => {
    const { admin, account, setRate, visitor } = await setUp()
    await account('a1', 1000, 'EUR')
    await account('a2', 1000, 'EUR')
    await account('a3', 1000, 'GBP')
    await account('a4', 1000, 'USD')
    await visitor().put('/person', { userId: 'u', account: { accountId: 'x', spendMinor: 1, currency: 'ZZZ' } })

    const before = await admin.get<RateTable>('/rates')
    const after = await setRate('EUR', today(), 1.5)

    expect(before.body).toEqual({
      reporting: 'USD',
      rates: [],
      missing: [
        { currency: 'EUR', accounts: 2 },
        { currency: 'GBP', accounts: 1 },
      ],
    })
    expect(after.body).toEqual({
      reporting: 'USD',
      rates: [{ currency: 'EUR', day: today(), rate: 1.5 }],
      missing: [{ currency: 'GBP', accounts: 1 }],
    })
  })

  it('set the spend of accounts anew, at the newest rate whose day has come', async () => {
    const { account, setRate, spendOf, admin } = await setUp()
    await account('a1', 1001, 'EUR')
    await account('a2', 1001, 'JPY')
    await account('a3', 1001, 'USD')

    await setRate('EUR', '2026-01-01', 1.5)
    await setRate('JPY', '2026-01-01', 0.0065)
    expect([await spendOf('a1'), await spendOf('a2'), await spendOf('a3')]).toEqual([1502, 651, 1001])

    await setRate('EUR', '2025-01-01', 9)
    await setRate('EUR', daysAhead(30), 9)
    expect(await spendOf('a1')).toBe(1502)

    await admin.send('DELETE', `/rates/EUR/2026-01-01`)
    expect(await spendOf('a1')).toBe(9009)
    await admin.send('DELETE', `/rates/EUR/2025-01-01`)
    expect(await spendOf('a1')).toBeNull()
  })

  it('leave alone what is paid in other currencies, and in other workspaces', async () => {
    const [here, there] = [await setUp(), await setUp()]
    for (const { account, setRate } of [here, there]) {
      await account('a1', 1000, 'EUR')
      await account('a2', 1000, 'GBP')
      await setRate('EUR', '2026-01-01', 2)
      await setRate('GBP', '2026-01-01', 3)
    }

    await here.setRate('EUR', '2026-01-01', 4)

    expect([await here.spendOf('a1'), await here.spendOf('a2')]).toEqual([4000, 3000])
    expect([await there.spendOf('a1'), await there.spendOf('a2')]).toEqual([2000, 3000])
  })

  it('count for what was said from their day on until the next one', async () => {
    const { account, answer, setRate, spendOfAnswers, admin } = await setUp()
    await account('a1', 1000, 'EUR')
    const first = await answer('a1')
    const firstDay = today()
    heed.clock.advance('3d')
    const second = await answer('a1')
    const secondDay = today()
    heed.clock.advance('3d')
    const third = await answer('a1')

    await setRate('EUR', secondDay, 2)
    expect(await spendOfAnswers()).toEqual({ [first]: null, [second]: 2000, [third]: 2000 })
    await setRate('EUR', today(), 3)
    await setRate('EUR', firstDay, 1)
    expect(await spendOfAnswers()).toEqual({ [first]: 1000, [second]: 2000, [third]: 3000 })

    await admin.send('DELETE', `/rates/EUR/${secondDay}`)
    expect(await spendOfAnswers()).toEqual({ [first]: 1000, [second]: 1000, [third]: 3000 })
    await admin.send('DELETE', `/rates/EUR/${firstDay}`)
    expect(await spendOfAnswers()).toEqual({ [first]: null, [second]: null, [third]: 3000 })
  })

  it('reach every kind of row that keeps a snapshot', async () => {
    const { visitor, account, surveyId, setRate, workspaceId, areaId } = await setUp()
    await account('a1', 1000, 'EUR')
    const browser = visitor()
    await browser.put('/person', { userId: 'a1' })
    const { newId } = heed.deps
    const article = { slug: 's', locale: 'en', title: 'Help', body: 'Help', areaId }
    const articleId = await createArticle(heed.deps, workspaceId, article)
    const { db, tables } = heed.store.read
    await browser.put(`/exposures/${newId('exposure')}`, { surveyId })
    await browser.put(`/responses/${newId('response')}`, { surveyId, score: 3 })
    await browser.put(`/tickets/${newId('ticket')}`, { messageId: newId('message'), body: 'Help' })
    await browser.put(`/deflections/${newId('deflection')}`, { articleId, text: 'Help' })
    await browser.put(`/ideas/${newId('idea')}`, { title: 'Export' })

    await setRate('EUR', today(), 2)

    for (const name of ['exposures', 'responses', 'tickets', 'deflections', 'votes'] as const) {
      const rows = (await db.select().from(tables[name])).filter((row) => row.workspaceId === workspaceId)
      expect([name, rows.map(({ reportingSpendMinor }) => reportingSpendMinor)]).toEqual([name, [2000]])
    }
  })

  it('begin to count for accounts on their day, and once', async () => {
    const { account, answer, setRate, spendOf, spendOfAnswers } = await setUp()
    await account('a1', 1000, 'EUR')
    await setRate('EUR', today(), 2)
    await setRate('EUR', daysAhead(1), 3)
    expect(await spendOf('a1')).toBe(2000)

    heed.clock.advance('24h')
    const early = await answer('a1') // before the accounts have followed
    expect(await spendOfAnswers()).toEqual({ [early]: 2000 })
    await applyDueRates(heed.deps)
    await applyDueRates(heed.deps)

    expect(await spendOf('a1')).toBe(3000)
    expect(await spendOfAnswers()).toEqual({ [early]: 3000 })
  })

  it('count at once for what is recorded once their day has come', async () => {
    const { account, setRate, spendOf } = await setUp()
    await setRate('EUR', daysAhead(1), 3)
    await account('a1', 1000, 'EUR')
    expect(await spendOf('a1')).toBeNull()

    heed.clock.advance('24h')
    await account('a1', 1100, 'EUR')

    expect(await spendOf('a1')).toBe(3300)
  })

  it.each([
    [{ currency: 'USD', day: '2026-01-01', rate: 2 }, 'rate_of_reporting'],
    [{ currency: 'eur', day: '2026-01-01', rate: 2 }, 'invalid_input'],
    [{ currency: 'EUR', day: '2026-02-30', rate: 2 }, 'invalid_input'],
    [{ currency: 'EUR', day: '0000-01-01', rate: 2 }, 'invalid_input'],
    [{ currency: 'EUR', day: '2026-01-01', rate: 0 }, 'invalid_input'],
    [{ currency: 'EUR', day: '2026-01-01', rate: 1e10 }, 'invalid_input'],
  ])('are refused where they mean nothing: %j', async (rate, code) => {
    const { admin } = await setUp()

    expect((await admin.send('PUT', '/rates', rate)).problem.code).toBe(code)
    expect((await admin.get<RateTable>('/rates')).body.rates).toEqual([])
  })

  it('are set by admins and read by everyone', async () => {
    const { ada, setRate } = await setUp()
    await setRate('EUR', '2026-01-01', 2)

    expect((await ada.send('PUT', '/rates', { currency: 'EUR', day: today(), rate: 2 })).problem.code).toBe(
      'role_too_low',
    )
    expect((await ada.send('DELETE', '/rates/EUR/2026-01-01')).problem.code).toBe('role_too_low')
    expect((await ada.get<RateTable>('/rates')).body.rates).toHaveLength(1)
  })

  it('cannot be taken out twice', async () => {
    const { admin, setRate } = await setUp()
    await setRate('EUR', '2026-01-01', 2)
    await admin.send('DELETE', '/rates/EUR/2026-01-01')

    expect((await admin.send('DELETE', '/rates/EUR/2026-01-01')).problem.code).toBe('rate_not_found')
  })
})
