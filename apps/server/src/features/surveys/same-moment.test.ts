import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { surveyWorkspace } from './testing-surveys.ts'

describeOnBothStores('a change of a survey that changes nothing', (heed) => {
  it('makes no version, however a moment is written', async () => {
    const { launch, change } = await surveyWorkspace(heed)
    const endsAt = '2027-04-01T00:00:00Z'
    const schedule = { startsAt: null, endsAt, answerLimit: null }
    const survey = await launch({ schedule })
    const once = await change(survey, { schedule })
    const again = await change(once.body, { schedule })
    expect(again.body.version).toBe(1)
  })
})
