import type { Survey } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'

describeOnBothStores('reading surveys', (heed) => {
  it('lists the newest first, each with its kind and form', async () => {
    const { ada, surveyId, addSurvey } = await heed.workspace()
    heed.clock.advance('1m')
    const form = { options: ['export', 'receipts'] }
    const added = await addSurvey({ kind: 'single_choice', form, trigger: { delayMs: 0, code: true } })

    const { body } = await ada.get<{ items: Survey[] }>('/surveys')

    expect(body.items).toMatchObject([
      { id: added, kind: 'single_choice', form, trigger: { code: true } },
      { id: surveyId, kind: 'nps', form: {} },
    ])
  })
})
