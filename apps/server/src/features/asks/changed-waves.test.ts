import type { SamplingReport, Survey } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { recordPersonIn } from '../people/record-person.ts'
import { surveyWorkspace } from '../surveys/testing-surveys.ts'
import { askingIn } from './testing-asks.ts'

describeOnBothStores('a target whose waves were made longer', (heed) => {
  it('begins the wave of now with a plan and a pace of its own', async () => {
    const made = await surveyWorkspace(heed)
    const { workspaceId, launch } = made
    const { ask, browserOf } = askingIn(heed, made)
    await heed.store.write(async (tx) => {
      for (let i = 0; i < 200; i++)
        await recordPersonIn(tx, heed.deps, { workspaceId, source: 'server' }, { userId: `u${i}` })
    })
    const sampling = { mode: 'target' as const, answers: 20, days: 14, by: ['plan' as const] }
    const { id } = await launch({ kind: 'csat', sampling, repeatAfterDays: 14 })
    heed.clock.advance('14d')
    await ask(await browserOf('u0'), id) // plans wave 1 of 14 days
    heed.clock.advance('21d')
    const admin = await signInAs(heed, workspaceId, 'admin') // sessions do not last as long
    const { state, version, createdAt, launchedAt, updatedAt, ...survey } = (await admin.get<Survey>(`/surveys/${id}`))
      .body
    const { id: _, ...definition } = survey
    const change = { ...definition, repeatAfterDays: 30, basedOn: updatedAt }
    expect((await admin.send('PUT', `/surveys/${id}`, change)).status).toBe(200) // day 35 is in wave 1 of 30 days

    let granted = 0
    for (let i = 1; i <= 40; i++) granted += (await ask(await browserOf(`u${i}`), id)).granted ? 1 : 0
    const report = (await admin.get<SamplingReport>(`/surveys/${id}/sampling`)).body

    expect(report.startedAt).toBe(heed.clock.now().toISOString())
    expect(granted).toBeLessThan(20)
  }, 60_000)
})
