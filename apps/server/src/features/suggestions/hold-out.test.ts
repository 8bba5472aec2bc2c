import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { askingIn } from './testing-requests.ts'

const wanted = 'when does my card arrive'

describeOnBothStores('the held-out', (heed) => {
  it('are the wanted share of people, who get nothing when they ask, and what they search for', async () => {
    const { ask, browsers, stored, cardId } = await askingIn(heed, { holdOutShare: 0.5 })
    const asked = []
    for (const browser of browsers(24)) asked.push({ browser, ...(await ask(browser, wanted)) })
    const heldOut = asked.filter(({ ids }) => ids.length === 0)

    expect(heldOut.length).toBeGreaterThan(3)
    expect(heldOut.length).toBeLessThan(21)
    const [first] = heldOut
    if (!first) throw new Error('nobody was held out')
    expect(await stored(first.requestId)).toMatchObject({ heldOut: true, offered: [cardId] })
    const page = { url: '/cards', title: 'My card has not arrived' }
    expect((await ask(first.browser, '', { page })).ids).toEqual([])
    expect((await ask(first.browser, wanted, { kind: 'searched' })).ids).toEqual([cardId])
    expect((await ask(first.browser, wanted, { requestId: undefined })).ids).toEqual([cardId])
  })

  it('stay so in every browser, as the user that they turn out to be, and in every later request', async () => {
    const { ask, browsers, stored } = await askingIn(heed, { holdOutShare: 0.5 })
    for (const [at, browser] of browsers(8).entries()) {
      const first = await ask(browser, wanted)
      const isHeldOut = (await stored(first.requestId))?.heldOut
      await browser.put('/person', { userId: `user-${at}` })
      const [other] = browsers(1)
      await other?.put('/person', { userId: `user-${at}` })

      const [again, elsewhere] = [await ask(browser, wanted), other && (await ask(other, wanted))]

      expect((await stored(again.requestId))?.heldOut).toBe(isHeldOut)
      expect((await stored(elsewhere?.requestId ?? ''))?.heldOut).toBe(isHeldOut)
      expect((await stored(first.requestId))?.personId).toBe((await stored(again.requestId))?.personId)
    }
  })

  it('become more or fewer with the share, and nobody changes sides without need', async () => {
    const { ask, browsers, settings, stored } = await askingIn(heed, { holdOutShare: 0.3 })
    const all = browsers(12)
    const sides = async (holdOutShare: number) => {
      await settings({ holdOutShare })
      heed.clock.advance('6s')
      const held = []
      for (const browser of all) held.push((await stored((await ask(browser, wanted)).requestId))?.heldOut)
      return held
    }

    const [some, more, none, again] = [await sides(0.3), await sides(0.5), await sides(0), await sides(0.3)]

    expect(some.every((heldOut, at) => !heldOut || more[at])).toBe(true)
    expect(more.filter(Boolean).length).toBeGreaterThan(0)
    expect(none).not.toContain(true)
    expect(again).toEqual(some)
  })

  it('are decided once for a request, also when the share changes while it is typed', async () => {
    const { ask, browsers, settings, stored } = await askingIn(heed, { holdOutShare: 0.5 })
    const begun = []
    for (const browser of browsers(8)) begun.push({ browser, ...(await ask(browser, wanted)) })
    await settings({ holdOutShare: 0 })
    heed.clock.advance('6s')

    for (const { browser, requestId, ids } of begun) {
      const later = await ask(browser, `${wanted} please`, { requestId })
      expect(later.ids).toEqual(ids)
      expect((await stored(requestId))?.text).toBe(`${wanted} please`)
    }
  })
})
