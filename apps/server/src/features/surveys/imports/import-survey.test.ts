import type { ImportedSurveys } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../../testing/heed.ts'
import { surveyWorkspace } from '../testing-surveys.ts'
import blocks from './testdata/formbricks-blocks.json' with { type: 'json' }
import posthog from './testdata/posthog-nps.json' with { type: 'json' }

describeOnBothStores('importing a survey', (heed) => {
  const workspace = async () => {
    const made = await surveyWorkspace(heed)
    return {
      ...made,
      take: (from: string, survey: unknown) =>
        made.admin.send<ImportedSurveys>('POST', '/surveys/imports', { from, survey }),
    }
  }

  it('makes drafts that can be launched', async () => {
    const { admin, take, read } = await workspace()

    const imported = await take('posthog', posthog)

    expect(imported.status).toBe(201)
    expect(imported.body.surveyIds).toHaveLength(1)
    const [id = ''] = imported.body.surveyIds
    expect(await read(id)).toMatchObject({ name: 'Quarterly NPS', kind: 'nps', state: 'draft', version: 1 })
    expect(imported.body.leftOut).toContainEqual({ path: 'description', reason: expect.any(String) })
    expect((await admin.send('PUT', `/surveys/${id}/launch`)).status).toBe(200)
  })

  it('keeps the order of the questions', async () => {
    const { take, read } = await workspace()

    const { body } = await take('formbricks', blocks)

    const drafts = await Promise.all(body.surveyIds.map(read))
    expect(drafts.map(({ kind }) => kind)).toEqual(['single_choice', 'rating', 'text'])
  })

  it('stores nothing of what it cannot read', async () => {
    const { admin, take } = await workspace()
    const before = (await admin.get<{ items: unknown[] }>('/surveys')).body.items.length

    const wrongTool = await take('formbricks', posthog)
    const noTool = await take('surveymonkey', posthog)

    expect(wrongTool.problem).toMatchObject({ status: 400, code: 'import_unreadable' })
    expect(noTool.problem.code).toBe('invalid_input')
    expect((await admin.get<{ items: unknown[] }>('/surveys')).body.items).toHaveLength(before)
  })
})
