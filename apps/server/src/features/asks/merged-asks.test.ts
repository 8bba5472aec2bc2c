import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signerOf } from '../../testing/signed.ts'
import { recordPerson } from '../people/record-person.ts'
import { setFatigue } from '../workspaces/workspaces.queries.ts'
import { askingIn, granted, refusal } from './testing-asks.ts'

describeOnBothStores('asks of somebody who turns out to be somebody else', (heed) => {
  const workspace = async () => {
    const made = await heed.workspace()
    const restFor = (restDays: number) =>
      heed.store.write((tx) => setFatigue(tx, made.workspaceId, { restDays, laterDays: 7, mostASession: 1 }))
    const asksOf = (surveyId: string) => {
      const { db, tables } = heed.store.read
      const { asks } = tables
      return db
        .select()
        .from(asks)
        .where(and(eq(asks.workspaceId, made.workspaceId), eq(asks.surveyId, surveyId)))
    }
    return { ...made, ...askingIn(heed, made), restFor, asksOf }
  }
  const inMinutes = (minutes: number) => new Date(heed.clock.now().getTime() + minutes * 60_000).toISOString()

  it.each(['the stranger', 'the user'])('hold the place of whoever may be shown a prompt still: %s', async (holder) => {
    const { ask, visitor, browserOf, show, restFor, surveyId, addSurvey } = await workspace()
    const other = await addSurvey({ kind: 'csat' })
    await restFor(0)
    const [stranger, laptop] = [visitor(), await browserOf('maria')]
    const [first, second] = holder === 'the stranger' ? [stranger, laptop] : [laptop, stranger]
    await ask(first, surveyId)
    const until = inMinutes(10)
    heed.clock.advance('1m')
    const exposureId = heed.deps.newId('exposure')
    await ask(second, surveyId, { exposureId })
    await show(second, surveyId, exposureId)

    await stranger.put('/person', { userId: 'maria' })

    expect(await ask(laptop, other)).toEqual(refusal('resting', until))
    heed.clock.advance('9m')
    expect(await ask(laptop, other)).toEqual(granted)
  })

  it.each(['the stranger', 'the user'])(
    'hold both places of two who may be shown a prompt still: %s',
    async (first) => {
      const { ask, visitor, browserOf, show, restFor, surveyId, addSurvey } = await workspace()
      const other = await addSurvey({ kind: 'csat' })
      await restFor(0)
      const [stranger, laptop] = [visitor(), await browserOf('maria')]
      const [earlier, later] = first === 'the stranger' ? [stranger, laptop] : [laptop, stranger]
      await ask(earlier, surveyId)
      const until = inMinutes(10)
      heed.clock.advance('1m')
      const exposureId = heed.deps.newId('exposure')
      await ask(later, surveyId, { exposureId })
      await stranger.put('/person', { userId: 'maria' })

      await show(later, surveyId, exposureId)

      expect(await ask(laptop, other)).toEqual(refusal('resting', until))
      heed.clock.advance('9m')
      expect(await ask(laptop, other)).toEqual(granted)
    },
  )

  it('hold no place for a prompt that lapsed before another was granted', async () => {
    const { ask, visitor, browserOf, show, restFor, surveyId, addSurvey } = await workspace()
    const other = await addSurvey({ kind: 'csat' })
    await restFor(0)
    const [stranger, laptop] = [visitor(), await browserOf('maria')]
    await ask(stranger, surveyId)
    heed.clock.advance('10m')
    const exposureId = heed.deps.newId('exposure')
    await ask(laptop, surveyId, { exposureId })

    await stranger.put('/person', { userId: 'maria' })
    await show(laptop, surveyId, exposureId, 30 * 86_400_000)

    // By its grant the prompt was not thirty days ago, so the grant is known still.
    expect((await ask(laptop, surveyId)).reason).toBe('asked_recently')
    expect(await ask(laptop, other)).toEqual(granted)
  })

  it('are one in a wave once the host’s server names the user', async () => {
    const { ask, browserOf, asksOf, workspaceId, addSurvey } = await workspace()
    const rare = await addSurvey({ kind: 'csat', sampling: { mode: 'share', share: 0.01 } })
    const claims = await browserOf('maria')
    await ask(claims, rare)
    await recordPerson(heed.deps, { workspaceId, source: 'server' }, { userId: 'maria' })
    heed.clock.advance('1d')

    await ask(claims, rare)

    expect(await asksOf(rare)).toHaveLength(1)
  })

  it('go with a user who is vouched for between the grant and the prompt', async () => {
    const { ask, browserOf, show, inDays, workspaceId, surveyId, addSurvey } = await workspace()
    const other = await addSurvey({ kind: 'csat' })
    const { sign } = await signerOf(heed, workspaceId)
    const browser = await browserOf('maria')
    const exposureId = heed.deps.newId('exposure')
    await ask(browser, surveyId, { exposureId })

    await browser.put('/person', { token: await sign({ sub: 'maria' }) })
    await show(browser, surveyId, exposureId, 30 * 86_400_000)

    expect(await ask(browser, other)).toEqual(refusal('resting', inDays(7)))
  })
})
