import type { TicketItem } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { erasePerson } from '../people/erasure/erase-person.ts'
import { rowsOfHostsPerson } from '../people/person-detail.ts'
import { createSuggesters, type Suggesters } from './suggesters.ts'
import { askingIn } from './testing-requests.ts'

const asked = 'the plastic thing you promised is still somewhere in the post'
const inOtherWords = 'still waiting for the plastic thing from the post'

describeOnBothStores('learning from what became of requests', (heed) => {
  const withBrowsers = async () => {
    const workspace = await askingIn(heed)
    const { workspaceId, visitor, ask } = workspace
    return {
      ...workspace,
      suggested: async (text = inOtherWords) => (await ask(visitor(), text)).ids,
      /** What another engine would name, sure of it or not. */
      ranked: async (suggesters: Suggesters, text = inOtherWords) =>
        (await suggesters.of(workspaceId)).suggester.search(text),
    }
  }

  it('finds the article in the words of who was helped by it, at once, and says why', async () => {
    const { suggested, solve, ask, visitor, cardId } = await withBrowsers()
    expect(await suggested()).toEqual([])

    for (let i = 0; i < 3; i++) await solve(visitor(), undefined, cardId, asked)

    expect((await suggested())[0]).toBe(cardId)
    expect((await ask(visitor(), asked)).items[0]?.why).toEqual({ kind: 'solved', requests: 3 })
  })

  it('learns from an article that a ticket is closed with, in the words of the first message', async () => {
    const { suggested, file, visitor, ada, areaId, cardId } = await withBrowsers()
    expect(await suggested()).toEqual([])

    for (let i = 0; i < 3; i++) {
      const browser = visitor()
      const ticketId = await file(browser, undefined, asked)
      await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Have a look at this' })
      const closed = await ada.send<TicketItem>('PUT', `/tickets/${ticketId}/closure`, { areaId, articleId: cardId })
      expect(closed.body.state).toBe('closed')
    }

    expect((await suggested())[0]).toBe(cardId)
  })

  it('closes with no article that is not there', async () => {
    const { file, visitor, ada, areaId } = await withBrowsers()
    const ticketId = await file(visitor(), undefined, asked)

    const articleId = heed.deps.newId('article')
    const refused = await ada.send('PUT', `/tickets/${ticketId}/closure`, { areaId, articleId })

    expect(refused.problem.code).toBe('article_not_found')
    expect((await ada.get<TicketItem>(`/tickets/${ticketId}`)).body.state).toBe('open')
  })

  it('takes back what did not help', async () => {
    const { suggested, ask, read, solve, visitor, cardId } = await withBrowsers()
    for (let i = 0; i < 2; i++) await solve(visitor(), undefined, cardId, asked)
    expect((await suggested())[0]).toBe(cardId)

    for (let i = 0; i < 10; i++) {
      const browser = visitor()
      const { requestId } = await ask(browser, inOtherWords)
      await read(browser, requestId, cardId, false)
    }

    expect(await suggested()).toEqual([])
  })

  it('is less sure where tickets were filed anyway, unless they were closed with what was shown', async () => {
    const { ranked, ask, read, file, solve, visitor, ada, areaId, cardId } = await withBrowsers()
    for (let i = 0; i < 2; i++) await solve(visitor(), undefined, cardId, asked)
    const scoreNow = async () => (await ranked(createSuggesters(heed.store, heed.clock.now)))[0]?.score ?? 0
    const before = await scoreNow()

    const tickets = []
    for (let i = 0; i < 4; i++) {
      const browser = visitor()
      const { requestId } = await ask(browser, inOtherWords)
      await read(browser, requestId, cardId)
      tickets.push(await file(browser, requestId, inOtherWords))
    }
    const filed = await scoreNow()
    for (const ticketId of tickets) await ada.send('PUT', `/tickets/${ticketId}/closure`, { areaId, articleId: cardId })

    expect(filed).toBeLessThan(before)
    expect(await scoreNow()).toBeGreaterThan(before)
  })

  it('counts it once that something did not help and a ticket was filed then', async () => {
    const { ranked, ask, read, file, solve, visitor, cardId } = await withBrowsers()
    for (let i = 0; i < 2; i++) await solve(visitor(), undefined, cardId, asked)
    const scoreNow = async () => (await ranked(createSuggesters(heed.store, heed.clock.now)))[0]?.score ?? 0
    const before = await scoreNow()

    const browser = visitor()
    const { requestId } = await ask(browser, inOtherWords)
    await read(browser, requestId, cardId, false)
    const said = await scoreNow()
    await file(browser, requestId, inOtherWords)

    expect(said).toBeLessThan(before)
    expect(await scoreNow()).toBe(said)
  })

  it('does not blame what was passed over, or what the held-out never saw', async () => {
    const { ranked, ask, file, solve, settings, browsers, stored, visitor, cardId } = await withBrowsers()
    for (let i = 0; i < 2; i++) await solve(visitor(), undefined, cardId, asked)
    const scoreNow = async () => (await ranked(createSuggesters(heed.store, heed.clock.now)))[0]?.score ?? 0
    const before = await scoreNow()
    await settings({ holdOutShare: 0.5 })
    heed.clock.advance('6s')

    const sides = new Set<boolean | undefined>()
    for (const browser of browsers(12)) {
      const { requestId } = await ask(browser, inOtherWords)
      await file(browser, requestId, inOtherWords)
      sides.add((await stored(requestId))?.heldOut)
    }

    expect(sides).toEqual(new Set([true, false]))
    expect(await scoreNow()).toBe(before)
  })

  it('learns from a vote that an idea was what was wanted', async () => {
    const { suggested, ask, vote, visitor } = await withBrowsers()
    const ideaId = heed.deps.newId('idea')
    await visitor().put(`/ideas/${ideaId}`, { title: 'Metal cards' })
    heed.clock.advance('6s')
    expect(await suggested()).toEqual([])

    for (let i = 0; i < 3; i++) {
      const browser = visitor()
      const { requestId } = await ask(browser, asked)
      await vote(browser, requestId, ideaId)
    }
    heed.clock.advance('6s')

    expect((await suggested())[0]).toBe(ideaId)
  })

  it('knows all of it after a restart, and on a server that was running meanwhile', async () => {
    const other = createSuggesters(heed.store, heed.clock.now)
    const { ranked, ask, read, solve, file, visitor, ada, areaId, cardId, feesId } = await withBrowsers()
    const scores = async (suggesters: Suggesters) => {
      const found = await ranked(suggesters)
      return new Map(found.map(({ documentId, score }) => [documentId, score]))
    }
    const before = await scores(other)

    for (let i = 0; i < 3; i++) {
      await solve(visitor(), undefined, cardId, asked)
      const browser = visitor()
      const { requestId } = await ask(browser, inOtherWords)
      await read(browser, requestId, feesId, false)
    }
    const ticketId = await file(visitor(), undefined, asked)
    await ada.send('PUT', `/tickets/${ticketId}/closure`, { areaId, articleId: cardId })
    heed.clock.advance('6s')

    const [running, restarted] = [await scores(other), await scores(createSuggesters(heed.store, heed.clock.now))]
    for (const after of [running, restarted]) {
      expect(after.get(cardId)).toBeGreaterThan(5 * (before.get(cardId) ?? 1))
      expect([...after.keys()][0]).toBe(cardId)
    }
    const why = (await ranked(other))[0]?.why
    expect(why).toEqual({ kind: 'solved', requests: 4 })
  })

  it('forgets whoever is erased, here at once and on other servers soon, also who they were before', async () => {
    const other = createSuggesters(heed.store, heed.clock.now)
    const { workspaceId, ranked, ask, solve, stored, visitor, suggested, cardId } = await withBrowsers()
    const scoreNow = async (suggesters = other) =>
      (await ranked(suggesters)).find(({ documentId }) => documentId === cardId)?.score ?? 0
    const before = await scoreNow(createSuggesters(heed.store, heed.clock.now))
    const maria = visitor()
    const { requestId } = await ask(maria, asked)
    for (let i = 0; i < 3; i++) await solve(maria, requestId, cardId, asked)
    expect((await suggested())[0]).toBe(cardId)
    expect(await scoreNow()).toBeGreaterThan(5 * before)

    // Another browser of theirs was here before: the stranger's rows become theirs.
    await visitor().put('/person', { userId: 'u1' })
    await maria.put('/person', { userId: 'u1' })
    heed.clock.advance('6s')
    expect(await scoreNow()).toBeGreaterThan(5 * before)
    await erasePerson(heed.deps, workspaceId, (handle) => rowsOfHostsPerson(handle, workspaceId, 'u1'))
    heed.clock.advance('6s')

    expect(await suggested()).toEqual([])
    expect(await stored(requestId)).toBeUndefined()
    expect(await scoreNow()).toBe(before)
  })

  it('takes the last word of a person in a request, here, on other servers and after a restart', async () => {
    const other = createSuggesters(heed.store, heed.clock.now)
    const { workspaceId, ranked, ask, read, solve, stored, visitor, cardId } = await withBrowsers()
    const scoreIn = async (suggesters: Suggesters) =>
      (await ranked(suggesters)).find(({ documentId }) => documentId === cardId)?.score ?? 0
    const scores = async () => {
      heed.clock.advance('6s')
      const restarted = createSuggesters(heed.store, heed.clock.now)
      return Promise.all([heed.deps.suggesters, other, restarted].map(scoreIn))
    }
    /** The same on all servers. */
    const scoreNow = async () => {
      const [here, ...others] = await scores()
      expect(others).toEqual([here, here])
      return here ?? 0
    }
    const untaught = await scoreNow()
    const maria = visitor()
    const { requestId } = await ask(maria, asked)
    const yes = () => solve(maria, requestId, cardId, asked)
    const no = () => read(maria, requestId, cardId, false)

    await yes()
    for (const score of await scores()) expect(score).toBeGreaterThan(5 * untaught)
    const solved = await scoreIn(createSuggesters(heed.store, heed.clock.now))
    await no()
    const notHelped = await scoreNow()
    expect(notHelped).toBeLessThan(untaught)
    expect(await stored(requestId)).toMatchObject({ outcome: null, targetId: null, notHelped: [cardId] })
    await read(maria, requestId, cardId)
    expect(await scoreNow()).toBe(notHelped)

    await yes()
    await yes()
    expect(await scoreNow()).toBe(solved)
    expect(await stored(requestId)).toMatchObject({ outcome: 'solved', targetId: cardId, notHelped: [] })
    await maria.put(`/articles/${cardId}/verdict`, { helped: false })
    expect(await scoreNow()).toBe(notHelped)
    await maria.put(`/articles/${cardId}/verdict`, { helped: true })
    expect(await scoreNow()).toBe(solved)
    expect((await heed.deps.suggesters.of(workspaceId)).suggester.search(asked)[0]?.why).toMatchObject({
      kind: 'words',
    })
  })

  it('forgets that something did not help once the person says that it did', async () => {
    const { ranked, ask, read, visitor, cardId } = await withBrowsers()
    const scoreNow = async () => {
      heed.clock.advance('6s')
      const found = await ranked(heed.deps.suggesters)
      return found.find(({ documentId }) => documentId === cardId)?.score ?? 0
    }
    const untaught = await scoreNow()
    const maria = visitor()
    const { requestId } = await ask(maria, asked)

    await read(maria, requestId, cardId, false)
    expect(await scoreNow()).toBeLessThan(untaught)
    await maria.put(`/articles/${cardId}/verdict`, { helped: true })

    expect(await scoreNow()).toBe(untaught)
  })

  it('is as sure as the settings want it', async () => {
    const { workspaceId, settings } = await withBrowsers()
    const suggesters = createSuggesters(heed.store, heed.clock.now)
    const engine = async () => (await suggesters.of(workspaceId)).suggester
    const before = await engine()
    heed.clock.advance('6s')
    expect(await engine()).toBe(before)

    await settings({ holdOutShare: 0, falseShare: 0.3 })
    heed.clock.advance('6s')

    expect(await engine()).not.toBe(before)
  })

  it('hears on another server of what is told late, under an id that was made before', async () => {
    const other = createSuggesters(heed.store, heed.clock.now)
    const { ranked, solve, visitor, cardId, feesId } = await withBrowsers()
    const early = Array.from({ length: 3 }, () => heed.deps.newId('deflection'))
    heed.clock.advance('3d')
    await solve(visitor(), undefined, feesId, 'what does it cost to send money to Norway')
    await ranked(other)

    for (const id of early) {
      await visitor().put(`/deflections/${id}`, { articleId: cardId, text: asked, ageMs: 3 * 86_400_000 })
    }
    heed.clock.advance('6s')

    expect((await ranked(other))[0]).toMatchObject({ documentId: cardId, why: { kind: 'solved', requests: 3 } })
  })
})
