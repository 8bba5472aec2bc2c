import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { everyone, scopeOf } from '../segments/scope.ts'
import { getWorkspace } from '../workspaces/workspaces.queries.ts'
import { countAnswers } from './count-answers.ts'
import { countVoices } from './count-voices.ts'
import { answerValue, measureOf } from './measure-of.ts'
import { answerAs } from './testing-answers.ts'

const account = { accountId: 'acme', plan: 'growth' }

describeOnBothStores('counting answers', (heed) => {
  const counting = async (given: { workspaceId: string }, surveyId: string) => {
    const { store, clock } = heed
    const scope = scopeOf(await getWorkspace(store.read, given.workspaceId), clock.now())
    const { tables, db } = store.read
    const survey = (await db.select().from(tables.surveys)).find(({ id }) => id === surveyId)
    if (!survey) throw new Error('no survey')
    const picked = { survey, since: new Date(0), until: new Date(clock.now().getTime() + 1) }
    return { scope, survey, picked }
  }

  it('counts by days, weeks and months of UTC, however near to midnight', async () => {
    const made = await heed.workspace()
    const { scope, picked } = await counting(made, made.surveyId)
    const ages = [10 * 3_600_000, 10 * 3_600_000 + 1, 0] // midnight of Monday, 2 March; a millisecond before; 10 in the morning
    for (const ageMs of ages) await answerAs(heed, made, { score: 9, ageMs })

    const by = async (dimension: 'day' | 'week' | 'month') =>
      (await countAnswers(heed.store.read, scope, everyone, picked, [dimension]))
        .map(({ parts, answers }) => [parts[0], answers] as const)
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))

    expect(await by('day')).toEqual([
      [20513, 1],
      [20514, 2],
    ])
    expect(await by('week')).toEqual([
      [2930, 1],
      [2931, 2],
    ])
    expect(await by('month')).toEqual([['2026-03', 3]])
  })

  it('hears of an account what its people said, by the measure of each kind', async () => {
    const made = await heed.workspace()
    const said = { nps: [0, 6, 7, 8, 9, 10], csat: [1, 3, 4, 5], ces: [1, 4, 7], rating: [1, 5], reaction: [1, 2, 3] }
    for (const [kind, scores] of Object.entries(said) as [keyof typeof said, number[]][]) {
      const surveyId = await made.addSurvey({ kind })
      for (const score of scores) await answerAs(heed, made, { surveyId, score, account })
      const { scope, picked } = await counting(made, surveyId)
      const voice = { measure: measureOf(kind), option: null, unit: 'accounts' as const }

      const counts = await countAnswers(heed.store.read, scope, everyone, picked, ['plan'])
      const [heard] = await countVoices(heed.store.read, scope, everyone, picked, ['plan'], voice)

      const values = counts.map((count) => answerValue(voice.measure, count, null) ?? Number.NaN)
      expect(heard).toMatchObject({ parts: ['growth'], sums: { accounts: 1, people: scores.length, w: 1 } })
      expect(heard?.sums.wv).toBeCloseTo(values.reduce((total, value) => total + value, 0) / scores.length)
    }
  })

  it('hears choices by the option, and never one by a part of its name', async () => {
    const made = await heed.workspace()
    const surveyId = await made.addSurvey({ kind: 'multiple_choice', form: { options: ['a', 'ab', 'b'] } })
    for (const choices of [['ab'], ['a', 'b'], ['b', 'ab']]) await answerAs(heed, made, { surveyId, choices, account })
    const { scope, picked } = await counting(made, surveyId)

    const share = async (option: string) => {
      const voice = { measure: 'choices' as const, option, unit: 'accounts' as const }
      const [heard] = await countVoices(heed.store.read, scope, everyone, picked, [], voice)
      return heard?.sums.wv
    }

    expect(await share('a')).toBeCloseTo(100 / 3)
    expect(await share('ab')).toBeCloseTo(200 / 3)
    expect(await share('b')).toBeCloseTo(200 / 3)
  })
})
