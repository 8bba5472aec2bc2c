import type { Eligibility, SurveyKind } from '@heed/contracts'
import { expect, it } from 'vitest'
import { hashToken } from '../../http/tokens.ts'
import { describeOnBothStores } from '../../testing/heed.ts'
import { recordPerson } from '../people/record-person.ts'
import { recordExposure } from './record-exposure.ts'

const dayMs = 86_400_000
const userId = 'maria@acme.example'
const now = { eligible: true, until: null }

describeOnBothStores('asking whether a person may be asked', (heed) => {
  const workspace = async () => {
    const made = await heed.workspace()
    const { keys, visitor } = made
    return {
      ...made,
      /** A browser of that user. */
      browserOf: async (user: string) => {
        const browser = visitor()
        await browser.put('/person', { userId: user })
        return browser
      },
      show: (browser: ReturnType<typeof visitor>, surveyId: string) =>
        browser.put(`/exposures/${heed.deps.newId('exposure')}`, { surveyId }),
      may: async (surveyId: string, user = userId) => {
        const reply = await heed.call<Eligibility>({
          method: 'POST',
          url: `/w/${keys.publishable}/eligibility`,
          json: { surveyId, userId: user },
        })
        expect(reply.status).toBe(200)
        return reply.body
      },
    }
  }
  const inDays = (days: number) => ({
    eligible: false,
    until: new Date(heed.clock.now().getTime() + days * dayMs).toISOString(),
  })
  const csat = { kind: 'csat' as SurveyKind, repeatAfterDays: 3 }

  it('says yes of somebody nobody knows, and of somebody never asked', async () => {
    const { may, browserOf, surveyId } = await workspace()
    await browserOf(userId)

    expect(await may(surveyId)).toEqual(now)
    expect(await may(surveyId, 'nobody')).toEqual(now)
  })

  it('gives a week of rest after any survey, and not to others', async () => {
    const { may, browserOf, show, surveyId, addSurvey } = await workspace()
    const other = await addSurvey(csat)
    await show(await browserOf(userId), surveyId)

    expect(await may(other)).toEqual(inDays(7))
    expect(await may(other, 'somebody else')).toEqual(now)
    heed.clock.advance('6d')
    expect(await may(other)).toEqual(inDays(1))
    heed.clock.advance('1d')
    expect(await may(other)).toEqual(now)
  })

  it('asks the same survey again after its own time alone, which the rest may outlast', async () => {
    const { may, browserOf, show, surveyId, addSurvey } = await workspace()
    const soon = await addSurvey(csat)
    const browser = await browserOf(userId)
    await show(browser, surveyId)
    heed.clock.advance('10d')
    await show(browser, soon)

    expect(await may(surveyId)).toEqual(inDays(80)) // every 90 days
    expect(await may(soon)).toEqual(inDays(7))
  })

  it('never asks again what is asked once', async () => {
    const { may, browserOf, show, addSurvey } = await workspace()
    const once = await addSurvey({ kind: 'reaction', repeatAfterDays: null })
    await show(await browserOf(userId), once)
    heed.clock.advance('700d')

    expect(await may(once)).toEqual({ eligible: false, until: null })
  })

  it('counts an answer that came without a prompt', async () => {
    const { may, browserOf, surveyId, addSurvey } = await workspace()
    const once = await addSurvey({ kind: 'csat', repeatAfterDays: null })
    const browser = await browserOf(userId)
    await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 9 })
    await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId: once, score: 4 })

    expect(await may(surveyId)).toEqual(inDays(90))
    expect(await may(once)).toEqual({ eligible: false, until: null })
  })

  it('counts what a browser was shown before its user was known', async () => {
    const { may, visitor, browserOf, show, surveyId, addSurvey } = await workspace()
    const other = await addSurvey(csat)
    await browserOf(userId)
    const stranger = visitor()
    await show(stranger, surveyId)
    expect(await may(other)).toEqual(now)

    await stranger.put('/person', { userId })

    expect(await may(other)).toEqual(inDays(7))
  })

  it('counts what the person was shown whom the host’s server named', async () => {
    const { may, browserOf, show, workspaceId, surveyId, addSurvey } = await workspace()
    const other = await addSurvey(csat)
    await show(await browserOf(userId), surveyId)
    heed.clock.advance('30d')
    const signed = { workspaceId, hash: hashToken('a signed browser') }
    await recordPerson(heed.deps, { workspaceId, source: 'server', visitorHash: signed.hash }, { userId })
    await recordExposure(heed.deps, signed, heed.deps.newId('exposure'), { surveyId, ageMs: 0 })

    expect(await may(other)).toEqual(inDays(7))
    expect(await may(surveyId)).toEqual(inDays(90))
  })

  it('counts nothing of the same user in another workspace', async () => {
    const [here, there] = [await workspace(), await workspace()]
    await there.show(await there.browserOf(userId), there.surveyId)
    await here.browserOf(userId)

    expect(await here.may(here.surveyId)).toEqual(now)
    expect(await there.may(there.surveyId)).toEqual(inDays(90))
  })

  it('says no of a survey that has ended', async () => {
    const { may, addSurvey } = await workspace()
    const ended = await addSurvey({ kind: 'nps', state: 'ended' })

    expect(await may(ended)).toEqual({ eligible: false, until: null })
  })

  it('knows no survey of another workspace, and says what else is wrong', async () => {
    const [here, there] = [await workspace(), await workspace()]
    const ask = (json: object) => here.visitor().post('/eligibility', json)

    expect((await ask({ surveyId: there.surveyId, userId })).problem).toMatchObject({
      status: 404,
      code: 'survey_not_found',
    })
    expect((await ask({ surveyId: here.surveyId, userId: '' })).problem.errors?.map(({ field }) => field)).toEqual([
      'userId',
    ])
    expect((await ask({ surveyId: here.surveyId, userId })).body).toEqual(now)
  })
})
