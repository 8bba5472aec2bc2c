import type { ResponseItem, ResponsePage } from '@heed/contracts'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signerOf } from '../../testing/signed.ts'
import { pauseSurvey } from '../surveys/pause-survey.ts'

describeOnBothStores('a browser that is signed after it claimed to be a user', (heed) => {
  const given = async () => {
    const made = await heed.workspace()
    const { sign } = await signerOf(heed, made.workspaceId)
    const { surveyId } = made
    const responseId = heed.deps.newId('response')
    const exposureId = heed.deps.newId('exposure')
    const claiming = async (userId = 'u1') => {
      const browser = made.visitor()
      await browser.put('/person', { userId })
      return browser
    }
    type Browser = Awaited<ReturnType<typeof claiming>>
    return {
      ...made,
      responseId,
      exposureId,
      claiming,
      signs: async (browser: Browser, sub = 'u1') => browser.put('/person', { token: await sign({ sub }) }),
      show: (browser: Browser) => browser.put(`/exposures/${exposureId}`, { surveyId }),
      answer: (browser: Browser, said: object) => browser.put(`/responses/${responseId}`, { surveyId, ...said }),
      item: async (): Promise<ResponseItem | undefined> =>
        (await made.ada.get<ResponsePage>('/responses')).body.items.find(({ id }) => id === responseId),
    }
  }

  it('completes its answer, which is the person’s from then on, with the trust of when it was given', async () => {
    const { claiming, signs, answer, item } = await given()
    const browser = await claiming()
    await answer(browser, { score: 3 })
    await signs(browser)

    const reply = await answer(browser, { score: 3, comment: 'Too slow' })

    expect(reply.status).toBe(200)
    expect(await item()).toMatchObject({
      score: 3,
      comment: 'Too slow',
      person: { userId: 'u1', trust: 'verified' },
      snapshot: { trust: 'unverified' },
    })
  })

  it('loses what it completed to nobody who claims to be that user and knows the id', async () => {
    const { claiming, signs, answer, item } = await given()
    const browser = await claiming()
    const other = await claiming()
    await answer(browser, { score: 3 })
    await signs(browser)
    await answer(browser, { score: 3, comment: 'Too slow' })

    const reply = await answer(other, { score: 10, comment: 'All is well' })

    expect(reply.problem.code).toBe('id_taken')
    expect(await item()).toMatchObject({ score: 3, comment: 'Too slow' })
  })

  it('may not touch what was claimed of another user, nor a claim what a signed person said', async () => {
    const { claiming, signs, answer, item, visitor } = await given()
    const signed = visitor()
    await signs(signed)
    await answer(await claiming('u2'), { score: 3 })

    const foreign = await answer(signed, { score: 10 })
    const before = await item()
    const { responseId: own, ...there } = await given()
    const person = there.visitor()
    await there.signs(person)
    await there.answer(person, { score: 9 })
    const claimed = await there.answer(await there.claiming(), { score: 0 })

    expect(foreign.problem.code).toBe('id_taken')
    expect(before).toMatchObject({ score: 3, person: { userId: 'u2' } })
    expect(claimed.problem.code).toBe('id_taken')
    expect(await there.item()).toMatchObject({ id: own, score: 9 })
  })

  it('answers the prompt that it was shown, also once the survey rests', async () => {
    const { claiming, signs, show, answer, exposureId, responseId, surveyId, workspaceId } = await given()
    const browser = await claiming()
    await show(browser)
    await pauseSurvey(heed.deps, workspaceId, surveyId, true)
    await signs(browser)

    const reply = await answer(browser, { exposureId, score: 9 })

    expect(reply.status).toBe(200)
    const { db, tables } = heed.store.read
    const rows = await db.select().from(tables.responses).where(eq(tables.responses.id, responseId))
    expect(rows).toMatchObject([{ exposureId }])
  })

  it('says again that a prompt was shown, and closes it', async () => {
    const { claiming, signs, show, exposureId } = await given()
    const browser = await claiming()
    await show(browser)
    await signs(browser)

    const replies = [await show(browser), await browser.put(`/exposures/${exposureId}/dismissal`, {})]

    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    const { db, tables } = heed.store.read
    const rows = await db.select().from(tables.exposures).where(eq(tables.exposures.id, exposureId))
    expect(rows).toMatchObject([{ dismissedAt: heed.clock.now() }])
  })

  it('closes no prompt of another user', async () => {
    const { claiming, signs, show, exposureId, visitor } = await given()
    await show(await claiming('u2'))
    const browser = visitor()
    await signs(browser)

    const replies = [await show(browser), await browser.put(`/exposures/${exposureId}/dismissal`, {})]

    expect(replies.map(({ problem }) => problem.code)).toEqual(['id_taken', 'exposure_not_found'])
  })
})
