import type { FatigueRule } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { recordPerson } from '../people/record-person.ts'
import { setFatigue as setFatigueOf } from '../workspaces/workspaces.queries.ts'
import { askingIn, granted, refusal } from './testing-asks.ts'

const userId = 'maria@acme.example'
const csat = { kind: 'csat' as const, repeatAfterDays: 3 }

describeOnBothStores('asking whether a person may be asked', (heed) => {
  const workspace = async () => {
    const made = await heed.workspace()
    const rule = { restDays: 7, laterDays: 7, mostASession: 1 }
    const setFatigue = (other: Partial<FatigueRule>) =>
      heed.store.write((tx) => setFatigueOf(tx, made.workspaceId, { ...rule, ...other }))
    return { ...made, ...askingIn(heed, made), setFatigue }
  }

  it('grants somebody nobody knows, and somebody never asked', async () => {
    const { ask, browserOf, visitor, surveyId } = await workspace()

    expect(await ask(visitor(), surveyId)).toEqual(granted)
    expect(await ask(await browserOf(userId), surveyId)).toEqual(granted)
    expect(await ask(visitor(), surveyId, { userId: 'nobody' })).toEqual(granted)
  })

  it('gives rest after any survey, and not to others', async () => {
    const { ask, browserOf, show, inDays, surveyId, addSurvey } = await workspace()
    const other = await addSurvey(csat)
    await show(await browserOf(userId), surveyId)

    expect(await ask(await browserOf(userId), other)).toEqual(refusal('resting', inDays(7)))
    expect(await ask(await browserOf('somebody else'), other)).toEqual(granted)
    heed.clock.advance('6d')
    expect(await ask(await browserOf(userId), other)).toEqual(refusal('resting', inDays(1)))
    heed.clock.advance('1d')
    expect(await ask(await browserOf(userId), other)).toEqual(granted)
  })

  it('rests as long as the workspace says', async () => {
    const { ask, browserOf, show, dismiss, setFatigue, inDays, surveyId, addSurvey } = await workspace()
    const other = await addSurvey(csat)
    await setFatigue({ restDays: 2, laterDays: 30 })
    const browser = await browserOf(userId)
    await dismiss(browser, await show(browser, surveyId), true)

    expect(await ask(browser, other)).toEqual(refusal('resting', inDays(2)))
    expect(await ask(browser, surveyId)).toEqual(refusal('asked_recently', inDays(30)))
    await setFatigue({ restDays: 0 })
    expect(await ask(browser, other)).toEqual(granted)
  })

  it('asks the same survey again after its own time alone, which the rest may outlast', async () => {
    const { ask, browserOf, show, inDays, surveyId, addSurvey } = await workspace()
    const soon = await addSurvey(csat)
    const browser = await browserOf(userId)
    await show(browser, surveyId)
    heed.clock.advance('10d')
    await show(browser, soon)

    expect(await ask(browser, surveyId)).toEqual(refusal('asked_recently', inDays(80))) // every 90 days
    expect(await ask(browser, soon)).toEqual(refusal('resting', inDays(7)))
  })

  it('never asks again what is asked once, whether it was answered, closed or left standing', async () => {
    const { ask, browserOf, show, answer, dismiss, addSurvey } = await workspace()
    const once = await addSurvey({ kind: 'reaction', texts: { en: { idea: 'Dark mode' } }, repeatAfterDays: null })
    const [left, closed, answered] = [await browserOf('left'), await browserOf('closed'), await browserOf('answered')]
    await show(left, once)
    await dismiss(closed, await show(closed, once))
    await answer(answered, once, 3)
    heed.clock.advance('700d')

    for (const browser of [left, closed, answered]) {
      expect(await ask(browser, once)).toEqual(refusal('asked_recently'))
    }
  })

  it('asks again whoever said "later", once the rest is over too', async () => {
    const { ask, browserOf, show, dismiss, setFatigue, inDays, surveyId, addSurvey } = await workspace()
    const once = await addSurvey({ ...csat, repeatAfterDays: null })
    await setFatigue({ laterDays: 3 })
    const browser = await browserOf(userId)
    await dismiss(browser, await show(browser, once), true)

    expect(await ask(browser, once)).toEqual(refusal('resting', inDays(7)))
    expect(await ask(browser, surveyId)).toEqual(refusal('resting', inDays(7)))
    heed.clock.advance('7d')
    expect(await ask(browser, once)).toEqual(granted)
  })

  it('counts what a browser was shown before its user was known', async () => {
    const { ask, visitor, show, inDays, surveyId, addSurvey } = await workspace()
    const other = await addSurvey(csat)
    const stranger = visitor()
    await show(stranger, surveyId)

    expect(await ask(stranger, other, { userId })).toEqual(refusal('resting', inDays(7)))
    expect(await ask(visitor(), other, { userId })).toEqual(granted)
    await stranger.put('/person', { userId })
    heed.clock.advance('11m')
    expect((await ask(visitor(), other, { userId })).reason).toBe('resting')
  })

  it('counts what the person was shown whom the host’s server named', async () => {
    const { ask, browserOf, show, inDays, workspaceId, surveyId, addSurvey } = await workspace()
    const other = await addSurvey(csat)
    const before = await browserOf(userId)
    await show(before, surveyId)
    await recordPerson(heed.deps, { workspaceId, source: 'server' }, { userId })

    expect(await ask(await browserOf(userId), other)).toEqual(refusal('resting', inDays(7)))
  })

  it('holds the place of whoever was granted for ten minutes, in every browser and tab', async () => {
    const { ask, browserOf, surveyId, addSurvey } = await workspace()
    const other = await addSurvey(csat)
    const [laptop, phone] = [await browserOf(userId), await browserOf(userId)]
    expect(await ask(laptop, surveyId)).toEqual(granted)
    const held = refusal('resting', new Date(heed.clock.now().getTime() + 600_000).toISOString())

    expect(await ask(phone, surveyId)).toEqual(held)
    expect(await ask(phone, other)).toEqual(held)
    expect(await ask(laptop, surveyId)).toEqual(held)
    heed.clock.advance('10m')
    expect(await ask(phone, other)).toEqual(granted)
  })

  it('grants a retry again, and holds the place no longer for it', async () => {
    const { ask, browserOf, show, surveyId } = await workspace()
    const browser = await browserOf(userId)
    const exposureId = heed.deps.newId('exposure')
    await ask(browser, surveyId, { exposureId })
    heed.clock.advance('6m')

    expect(await ask(browser, surveyId, { exposureId })).toEqual(granted)
    heed.clock.advance('6m')
    const phone = await browserOf(userId)
    expect(await ask(phone, surveyId)).toEqual(granted)
    expect((await ask(browser, surveyId, { exposureId })).granted).toBe(false)
    await show(phone, surveyId)
    expect((await ask(browser, surveyId, { exposureId })).granted).toBe(false)
  })

  it('grants one of many browsers that ask at once', async () => {
    const { ask, browserOf, visitor, surveyId, addSurvey } = await workspace()
    const other = await addSurvey(csat)
    const known = await Promise.all(Array.from({ length: 6 }, () => browserOf(userId)))
    const strangers = Array.from({ length: 6 }, () => visitor())

    const decisions = await Promise.all([
      ...known.map((browser, i) => ask(browser, i % 2 ? surveyId : other)),
      ...strangers.map((browser, i) => ask(browser, i % 2 ? surveyId : other, { userId })),
    ])

    expect(decisions.filter((decision) => decision.granted)).toHaveLength(1)
    expect(new Set(decisions.map(({ reason }) => reason))).toEqual(new Set([null, 'resting']))
  })

  it('lets the clock of a browser bring no prompt before its grant', async () => {
    const { ask, browserOf, show, dismiss, inDays, surveyId, addSurvey } = await workspace()
    const other = await addSurvey(csat)
    const browser = await browserOf(userId)
    const exposureId = heed.deps.newId('exposure')
    await ask(browser, surveyId, { exposureId })
    await show(browser, surveyId, exposureId, 30 * 86_400_000)
    await dismiss(browser, exposureId)

    expect(await ask(browser, other)).toEqual(refusal('resting', inDays(7)))
  })

  it('lets the clock of a browser bring no "later" before its prompt', async () => {
    const { ask, browserOf, show, dismiss, setFatigue, inDays, surveyId } = await workspace()
    await setFatigue({ restDays: 1, laterDays: 5 })
    const browser = await browserOf(userId)
    await dismiss(browser, await show(browser, surveyId), true, 30 * 86_400_000)

    expect(await ask(browser, surveyId)).toEqual(refusal('asked_recently', inDays(5)))
  })

  it('counts nothing of the same user in another workspace', async () => {
    const [here, there] = [await workspace(), await workspace()]
    await there.show(await there.browserOf(userId), there.surveyId)

    expect(await here.ask(await here.browserOf(userId), here.surveyId)).toEqual(granted)
    expect((await here.visitor().post('/asks', body(there.surveyId))).problem.code).toBe('survey_not_found')
  })

  const body = (surveyId: string) => ({ surveyId, exposureId: heed.deps.newId('exposure') })
})
