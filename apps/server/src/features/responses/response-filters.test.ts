import type { ResponseItem, ResponsePage } from '@heed/contracts'
import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { answerAs } from '../results/testing-answers.ts'

const dayMs = 86_400_000

describeOnBothStores('putting answers in order', (heed) => {
  const answered = async () => {
    const made = await heed.workspace()
    const ids: string[] = []
    for (const [score, comment, ageMs, locale] of [
      [3, 'The EXPORT is empty: 100 % of it', 20 * dayMs, 'de'],
      [8, undefined, 2 * dayMs],
      [10, 'I like _everything_', 0],
    ] as const) {
      ids.push(
        (
          await answerAs(heed, made, {
            score,
            ...(comment && { comment }),
            ...(ageMs && { ageMs }),
            ...(locale && { locale }),
          })
        ).responseId,
      )
    }
    const scores = async (query: string) => {
      const { body } = await made.ada.get<ResponsePage>(`/responses?${query}`)
      expect(body.total).toBe(body.items.length)
      return body.items.map(({ score }) => score)
    }
    return { ...made, ids, scores }
  }

  it('finds by words, days, version, language and star', async () => {
    const { scores } = await answered()
    const expected = {
      'q=export': [3],
      'q=100%20%25': [3],
      'q=_every': [10],
      'q=e%25y': [],
      'q=': [10, 8, 3],
      'from=2026-02-28': [10, 8],
      'to=2026-02-28': [8, 3],
      'from=2026-02-28&to=2026-02-28': [8],
      'version=1': [10, 8, 3],
      'version=2': [],
      'locale=de': [3],
      'locale=none': [10, 8],
      'locale=fr': [],
      'starred=true': [],
      'starred=false': [10, 8, 3],
    }

    const found = await Promise.all(Object.keys(expected).map(async (query) => [query, await scores(query)]))

    expect(Object.fromEntries(found)).toEqual(expected)
  })

  it('takes the months that both stores know, and names the field of others', async () => {
    const { ada, scores } = await answered()

    expect(await scores('month=2026-03')).toEqual([10])
    expect(await scores('month=2200-12')).toEqual([])
    expect(await scores('month=1900-01')).toEqual([])
    for (const month of ['9999-12', '0050-01', '0000-01', '1899-12', '2201-01', '2026-13']) {
      const { status, problem } = await ada.get(`/responses?month=${month}`)
      expect([month, status, problem.errors?.map(({ field }) => field)]).toEqual([month, 400, ['month']])
    }
  })

  it('stars an answer for all, until the star is taken away', async () => {
    const { ada, ids, scores } = await answered()
    const path = `/responses/${ids[1]}/star`

    const starred = await ada.send<ResponseItem>('PUT', path)
    const found = await scores('starred=true')
    const plain = await ada.send<ResponseItem>('DELETE', path)

    expect(starred.body).toMatchObject({ id: ids[1], starred: true })
    expect(found).toEqual([8])
    expect(plain.body.starred).toBe(false)
    expect(await scores('starred=true')).toEqual([])
  })

  it('says which areas an answer is about, all of them anew', async () => {
    const { ada, ids, areaId, scores } = await answered()
    const path = `/responses/${ids[0]}/areas`

    const tagged = await ada.send<ResponseItem>('PUT', path, { areaIds: [areaId, areaId] })
    const found = await scores(`areaId=${areaId}`)
    const [, , item] = (await ada.get<ResponsePage>('/responses')).body.items
    const cleared = await ada.send<ResponseItem>('PUT', path, { areaIds: [] })

    expect(tagged.body.areas).toEqual([{ id: areaId, name: 'Billing' }])
    expect(found).toEqual([3])
    expect(item?.areas).toEqual([{ id: areaId, name: 'Billing' }])
    expect(cleared.body.areas).toEqual([])
    expect(await scores(`areaId=${areaId}`)).toEqual([])
  })

  it('takes no area of another workspace, and leaves all as it was', async () => {
    const { ada, ids, areaId } = await answered()
    const there = await heed.workspace()
    await ada.send('PUT', `/responses/${ids[0]}/areas`, { areaIds: [areaId] })

    const reply = await ada.send('PUT', `/responses/${ids[0]}/areas`, { areaIds: [there.areaId] })

    expect(reply.problem).toMatchObject({ status: 404, code: 'area_not_found' })
    const { body } = await ada.get<ResponseItem>(`/responses/${ids[0]}`)
    expect(body.areas).toEqual([{ id: areaId, name: 'Billing' }])
  })

  it('is not for those who may only look', async () => {
    const { workspaceId, ids } = await answered()
    const viewer = await signInAs(heed, workspaceId, 'viewer')

    for (const [method, path] of [
      ['PUT', 'star'],
      ['DELETE', 'star'],
      ['PUT', 'areas'],
    ] as const)
      expect((await viewer.send(method, `/responses/${ids[0]}/${path}`, { areaIds: [] })).problem.code).toBe(
        'role_too_low',
      )
  })

  it('finds by an option, and words those that the survey no longer has', async () => {
    const { addSurvey, ada, visitor, surveyId, workspaceId } = await heed.workspace()
    const texts = { en: { options: { dark: 'Dark mode', fast: 'Speed', dar: 'Dare' } } }
    const choice = await addSurvey({ kind: 'multiple_choice', form: { options: ['dark', 'fast', 'dar'] }, texts })
    for (const choices of [['dark', 'fast'], ['dar'], ['fast']]) {
      await answerAs(heed, { visitor, surveyId }, { surveyId: choice, choices })
      heed.clock.advance('1m')
    }
    await heed.store.write(async ({ db, tables: { surveys } }) => {
      const left = { form: { options: ['fast', 'dar'] }, texts: { en: { options: { fast: 'Fast', dar: 'Dare' } } } }
      await db
        .update(surveys)
        .set({ ...left, version: 2 })
        .where(and(eq(surveys.workspaceId, workspaceId), eq(surveys.id, choice)))
    })

    const labels = async (option: string) =>
      (await ada.get<ResponsePage>(`/responses?surveyId=${choice}&choice=${option}`)).body.items.map(({ choices }) =>
        choices.map(({ label }) => label),
      )

    expect(await labels('dark')).toEqual([['Dark mode', 'Fast']])
    expect(await labels('dar')).toEqual([['Dare']])
    expect(await labels('fast')).toEqual([['Fast'], ['Dark mode', 'Fast']])
  })
})
