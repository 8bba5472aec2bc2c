import type { NpsResult } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'

describeOnBothStores('showing a prompt', (heed) => {
  it('counts each exposure once, so that the response rate is real', async () => {
    const { visitor, ada, surveyId } = await heed.workspace()
    const [first, second] = [visitor(), visitor()]
    const exposureId = heed.deps.newId('exposure')
    await first.put(`/exposures/${exposureId}`, { surveyId })
    await first.put(`/exposures/${exposureId}`, { surveyId })
    await first.put(`/responses/${heed.deps.newId('response')}`, { surveyId, exposureId, score: 9 })
    await second.put(`/exposures/${heed.deps.newId('exposure')}`, { surveyId })

    const { body } = await ada.get<NpsResult>('/nps')

    expect(body.exposures).toBe(2)
    expect(body.responseRate?.share).toBe(0.5)
  })

  it('keeps a dismissal of one’s own prompt only', async () => {
    const { visitor, surveyId } = await heed.workspace()
    const browser = visitor()
    const exposureId = heed.deps.newId('exposure')
    await browser.put(`/exposures/${exposureId}`, { surveyId })

    const stranger = await visitor().put(`/exposures/${exposureId}/dismissal`, {})
    const own = await browser.put(`/exposures/${exposureId}/dismissal`, {})

    expect(stranger.problem.code).toBe('exposure_not_found')
    expect(own.status).toBe(200)
    const { db, tables } = heed.store.read
    const rows = await db.select().from(tables.exposures)
    expect(rows.find(({ id }) => id === exposureId)?.dismissedAt).toEqual(heed.clock.now())
  })
})
