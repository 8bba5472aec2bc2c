import type { FatigueRule } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'

describeOnBothStores('the fatigue rule of a workspace', (heed) => {
  it('is the standard one until an admin sets another, which concerns no other workspace', async () => {
    const { ada, workspaceId } = await heed.workspace()
    const other = await heed.workspace()
    const standard = { restDays: 7, laterDays: 7, mostASession: 1 }
    const rule: FatigueRule = { restDays: 14, laterDays: 3, mostASession: 2 }
    expect((await ada.get('/fatigue')).body).toEqual(standard)

    const admin = await signInAs(heed, workspaceId, 'admin')
    expect((await admin.send('PUT', '/fatigue', rule)).body).toEqual(rule)

    expect((await ada.get('/fatigue')).body).toEqual(rule)
    expect((await other.ada.get('/fatigue')).body).toEqual(standard)
  })

  it('is not an agent’s to set, nor to be set by halves', async () => {
    const { ada, workspaceId } = await heed.workspace()
    const admin = await signInAs(heed, workspaceId, 'admin')
    const rule = { restDays: 0, laterDays: 1, mostASession: 1 }

    expect((await ada.send('PUT', '/fatigue', rule)).problem.code).toBe('role_too_low')
    const halved = await admin.send('PUT', '/fatigue', { restDays: -1, laterDays: 0 })
    expect(halved.problem.errors?.map(({ field }) => field).sort()).toEqual(['laterDays', 'mostASession', 'restDays'])
    expect((await ada.get('/fatigue')).body).toMatchObject({ restDays: 7 })
  })
})
