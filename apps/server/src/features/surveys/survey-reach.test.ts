import type { SurveyReach } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { recordPerson } from '../people/record-person.ts'
import type { Drafted } from './testing-surveys.ts'

describeOnBothStores('how far a survey would reach', (heed) => {
  const workspace = async () => {
    const made = await heed.workspace()
    const { visitor, surveyId } = made
    return {
      ...made,
      /** A browser of somebody on a plan, here now. */
      somebody: async (userId: string, plan = 'growth') => {
        const browser = visitor()
        await browser.put('/person', { userId, account: { accountId: `of ${userId}`, plan } })
        return browser
      },
      prompt: async (browser: ReturnType<typeof visitor>, score?: number) => {
        const exposureId = heed.deps.newId('exposure')
        await browser.put(`/exposures/${exposureId}`, { surveyId })
        if (score === undefined) return
        await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, exposureId, score })
      },
      // Sessions do not last as long as these tests go on.
      reach: async (definition: Partial<Drafted> = {}) => {
        const viewer = await signInAs(heed, made.workspaceId, 'viewer')
        return (await viewer.send<SurveyReach>('POST', '/surveys/reach', { name: 'Pulse', kind: 'nps', ...definition }))
          .body
      },
    }
  }

  it('counts who was here in two weeks, whom it is aimed at, and who is not resting', async () => {
    const { somebody, prompt, reach } = await workspace()
    await somebody('long gone')
    await somebody('gone, on another plan', 'starter')
    heed.clock.advance('20d')
    await somebody('here')
    await somebody('here on another plan', 'starter')
    await prompt(await somebody('just asked'))

    expect(await reach()).toMatchObject({ days: 14, people: 2, targeted: 5, base: 5 })
    expect(await reach({ targeting: { segment: 'plan:growth' } })).toMatchObject({ people: 1, targeted: 3, base: 5 })
    heed.clock.advance('7d')
    expect(await reach({ targeting: { segment: 'plan:growth' } })).toMatchObject({ people: 2 })
  })

  it('looks at when Heed first saw a person, in whichever browser, and at what the host’s server saw them do', async () => {
    const { workspaceId, somebody, reach } = await workspace()
    await somebody('old')
    heed.clock.advance('10d')
    await somebody('new')
    // Known by the server since today alone, and in a browser before.
    await recordPerson(heed.deps, { workspaceId, source: 'server' }, { userId: 'old' })

    expect(await reach({ targeting: { firstSeenDays: { from: 10 } } })).toMatchObject({ people: 1, targeted: 1 })
    expect(await reach({ targeting: { firstSeenDays: { to: 9 } } })).toMatchObject({ people: 1, targeted: 1 })
    expect(await reach({ targeting: { firstSeenDays: { from: 11 } } })).toMatchObject({ people: 0, targeted: 0 })
    expect(await reach({ targeting: { serverEvent: { name: 'Paid', withinDays: 7 } } })).toMatchObject({ targeted: 0 })
  })

  it('counts a user who is known and claimed once, as somebody who was here and was asked', async () => {
    const { workspaceId, somebody, prompt, reach } = await workspace()
    await recordPerson(heed.deps, { workspaceId, source: 'server' }, { userId: 'u1' })
    expect(await reach()).toMatchObject({ people: 0, targeted: 1, base: 1 })

    const browser = await somebody('u1')
    expect(await reach()).toMatchObject({ people: 1, targeted: 1, base: 1 })
    await prompt(browser)

    expect(await reach()).toMatchObject({ people: 0, targeted: 1, base: 1 })
  })

  it('expects as many answers as earlier prompts got, within their margin', async () => {
    const { somebody, prompt, reach } = await workspace()
    expect(await reach()).toMatchObject({ responseRate: null, answers: null })
    const browsers = await Promise.all(Array.from({ length: 40 }, (_, at) => somebody(`u${at}`)))
    for (const [at, browser] of browsers.entries()) await prompt(browser, at < 10 ? 9 : undefined)
    heed.clock.advance('8d')

    const { people, responseRate, answers } = await reach()

    expect(people).toBe(40)
    expect(responseRate?.share).toBe(0.25)
    expect(responseRate?.low).toBeLessThan(0.25)
    expect(answers).toEqual({
      low: Math.floor(40 * (responseRate?.low ?? 0)),
      high: Math.ceil(40 * (responseRate?.high ?? 0)),
    })
    const share = await reach({ sampling: { mode: 'share', share: 0.5 } })
    expect(share).toMatchObject({ people: 40, answers: { high: Math.ceil(20 * (responseRate?.high ?? 0)) } })
    const limited = await reach({ schedule: { answerLimit: 3 } })
    expect(limited.answers).toEqual({ low: 3, high: 3 })
    expect((await reach({ sampling: { mode: 'target', answers: 12 } })).answers?.high).toBe(12)
  })

  it('says what of its segment cannot be read', async () => {
    const { ada } = await workspace()

    const definition = { name: 'Pulse', kind: 'nps', targeting: { segment: 'colour:red' } }
    const { problem } = await ada.send('POST', '/surveys/reach', definition)

    expect(problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'targeting.segment' }] })
  })
})
