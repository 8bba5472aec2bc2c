import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { signerOf } from '../../testing/signed.ts'
import { askingIn, granted, refusal } from './testing-asks.ts'

describeOnBothStores('a visitor that asks', (heed) => {
  const workspace = async (given = {}) => {
    const made = await heed.workspace(given)
    const { sign } = await signerOf(heed, made.workspaceId)
    const signedAs = async (sub: string, claims: object = {}) => {
      const browser = made.visitor()
      expect((await browser.put('/person', { token: await sign({ sub, ...claims }) })).status).toBe(200)
      return browser
    }
    return { ...made, ...askingIn(heed, made), signedAs }
  }

  it('is asked about as the user that it is bound to, whomever it names beside', async () => {
    const { ask, signedAs, browserOf, show, surveyId } = await workspace()
    await show(await signedAs('maria'), surveyId)

    expect(await ask(await signedAs('omar'), surveyId, { userId: 'maria' })).toEqual(granted)
    expect(await ask(await browserOf('eve'), surveyId, { userId: 'maria' })).toEqual(granted)
    expect((await ask(await signedAs('maria'), surveyId, { userId: 'nobody' })).reason).toBe('asked_recently')
  })

  it('shares the rest of the user, signed in one browser and claimed in another', async () => {
    const { ask, signedAs, browserOf, show, inDays, visitor, surveyId, addSurvey } = await workspace()
    const other = await addSurvey({ kind: 'csat' })
    await show(await signedAs('maria'), surveyId)

    expect(await ask(await browserOf('maria'), other)).toEqual(refusal('resting', inDays(7)))
    expect(await ask(visitor(), other, { userId: 'maria' })).toEqual(refusal('resting', inDays(7)))
  })

  it('is no other person for the ask where identity is enforced', async () => {
    const { ask, signedAs, visitor, surveyId, workspaceId } = await workspace()
    const maria = await signedAs('maria')
    const admin = await signInAs(heed, workspaceId, 'admin')
    await admin.send('PATCH', '/identity', { enforced: true })
    heed.clock.advance('1m')

    const claimed = await visitor().post('/asks', body(surveyId, 'maria'))
    expect(claimed.problem.code).toBe('identity_required')
    expect(await ask(maria, surveyId)).toEqual(granted)
  })

  it('is judged by what is verified of the user, and by claims only where they count', async () => {
    const account = { accountId: 'a1', plan: 'growth' }
    for (const [unverifiedValues, verdict] of [
      ['ignore', refusal('not_targeted')],
      ['use', granted],
    ] as const) {
      const { ask, signedAs, browserOf, addSurvey, visitor } = await workspace({ unverifiedValues })
      const growth = await addSurvey({ kind: 'csat', targeting: { segment: 'plan:growth' } })
      const claims = visitor()
      await claims.put('/person', { userId: 'eve', account })

      expect(await ask(claims, growth)).toEqual(verdict)
      expect(await ask(await signedAs('maria', { account: { id: 'a1', plan: 'growth' } }), growth)).toEqual(granted)
      expect(await ask(await browserOf('nobody'), growth)).toEqual(refusal('not_targeted'))
    }
  })

  it('is asked within the days since it was first seen', async () => {
    const { ask, browserOf, visitor, addSurvey } = await workspace()
    const fresh = await addSurvey({ kind: 'csat', targeting: { firstSeenDays: { to: 6 } } })
    const weekOld = await addSurvey({ kind: 'csat', targeting: { firstSeenDays: { from: 7, to: 13 } } })
    const browser = await browserOf('maria')

    expect(await ask(browser, weekOld)).toEqual(refusal('not_targeted'))
    expect(await ask(visitor(), weekOld)).toEqual(refusal('not_targeted'))
    expect(await ask(visitor(), fresh)).toEqual(granted)
    heed.clock.advance('7d')
    expect(await ask(browser, fresh)).toEqual(refusal('not_targeted'))
    expect(await ask(browser, weekOld)).toEqual(granted)
  })

  it('is asked after what the host’s server tracked, and not after long', async () => {
    const { ask, browserOf, keys, addSurvey } = await workspace()
    const exported = await addSurvey({
      kind: 'ces',
      targeting: { serverEvent: { name: 'Export finished', withinDays: 2 } },
    })
    const track = (userId: string) =>
      heed.call({
        method: 'POST',
        url: '/v1/track',
        headers: { authorization: `Bearer ${keys.secret}` },
        json: { userId, event: 'Export finished' },
      })
    await track('maria')
    await track('omar')

    expect(await ask(await browserOf('maria'), exported)).toEqual(granted)
    expect(await ask(await browserOf('eve'), exported)).toEqual(refusal('not_targeted'))
    heed.clock.advance('2d')
    expect(await ask(await browserOf('omar'), exported)).toEqual(refusal('not_targeted'))
  })

  it('is refused by a survey that does not run, and by one whose segment is gone', async () => {
    const { ask, visitor, inDays, addSurvey } = await workspace()
    const startsAt = inDays(3)
    const later = await addSurvey({ kind: 'csat', schedule: { startsAt } })
    const ended = await addSurvey({ kind: 'csat', state: 'ended' })
    const lost = await addSurvey({ kind: 'csat', targeting: { segment: `segment:${heed.deps.newId('segment')}` } })

    expect(await ask(visitor(), later)).toEqual(refusal('not_running', startsAt))
    expect(await ask(visitor(), ended)).toEqual(refusal('not_running'))
    expect(await ask(visitor(), lost)).toEqual(refusal('not_targeted'))
  })

  it('says what is wrong with an ask', async () => {
    const { visitor, surveyId } = await workspace()

    const reply = await visitor().post('/asks', { surveyId, userId: '' })

    expect(reply.problem).toMatchObject({ status: 400, code: 'invalid_input' })
    expect(reply.problem.errors?.map(({ field }) => field).sort()).toEqual(['exposureId', 'userId'])
  })

  const body = (surveyId: string, userId: string) => ({ surveyId, userId, exposureId: heed.deps.newId('exposure') })
})
