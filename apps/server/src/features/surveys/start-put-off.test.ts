import type { Ask } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { surveyWorkspace } from './testing-surveys.ts'

describeOnBothStores('a survey whose start is put off while it runs', (heed) => {
  it('keeps what was granted, shown and answered before', async () => {
    const { launch, change, visitor } = await surveyWorkspace(heed)
    const survey = await launch({ kind: 'csat' })
    const browser = visitor()
    const exposureId = heed.deps.newId('exposure')
    expect((await browser.post<Ask>('/asks', { surveyId: survey.id, exposureId })).body.granted).toBe(true)
    const startsAt = new Date(heed.clock.now().getTime() + 86_400_000).toISOString()
    expect((await change(survey, { schedule: { ...survey.schedule, startsAt } })).body.state).toBe('scheduled')

    const shown = await browser.put(`/exposures/${exposureId}`, { surveyId: survey.id })
    const said = { surveyId: survey.id, exposureId, score: 5 }
    const answered = await browser.put(`/responses/${heed.deps.newId('response')}`, said)

    expect([shown.status, answered.status]).toEqual([200, 200])
  })
})
