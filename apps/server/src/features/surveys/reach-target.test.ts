import type { SamplingReport, SurveyReach } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { surveyWorkspace } from './testing-surveys.ts'

describeOnBothStores('how far a survey with a margin would reach', (heed) => {
  it('ends at as many answers as are planned, of whichever kind it is', async () => {
    const { admin, surveyId, visitor } = await surveyWorkspace(heed)
    for (let i = 0; i < 120; i++) {
      const browser = visitor()
      await browser.put('/person', { userId: `u${i}` })
      if (i >= 30) continue
      const exposureId = heed.deps.newId('exposure')
      await browser.put(`/exposures/${exposureId}`, { surveyId })
      await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, exposureId, score: 9 })
    }
    const definition = { name: 'x', kind: 'csat', sampling: { mode: 'target', marginPoints: 20, by: ['plan'] } }
    const { wanted } = (await admin.send<SamplingReport>('POST', '/surveys/sampling-plan', definition)).body
    const { answers } = (await admin.send<SurveyReach>('POST', '/surveys/reach', definition)).body

    expect(wanted).toBe(21)
    expect(answers?.high).toBe(wanted)
  }, 60_000)
})
