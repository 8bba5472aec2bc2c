import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { askingIn } from './testing-asks.ts'

describeOnBothStores('a survey with a target among people whom nobody knew before', (heed) => {
  it('asks them, though it was planned when there was one', async () => {
    const made = await heed.workspace()
    const { ask } = askingIn(heed, made)
    const sampling = { mode: 'target' as const, answers: 40, days: 1, by: ['plan' as const] }
    const surveyId = await made.addSurvey({ kind: 'csat', sampling })
    await ask(made.visitor(), surveyId)
    heed.clock.advance('30h')

    const decisions = []
    for (let i = 0; i < 60; i++) decisions.push(await ask(made.visitor(), surveyId))

    expect(decisions.filter(({ granted }) => granted).length).toBeGreaterThan(20)
  })
})
