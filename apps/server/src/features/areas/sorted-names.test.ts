import type { ResponsePage } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { listAudiences } from '../articles/articles.queries.ts'
import { createArticle } from '../articles/create-article.ts'

const given = ['Zebra', 'Äpfel', 'apple']
/** Capital letters do not count, and what is not A–Z comes last: in both stores. */
const sorted = ['apple', 'Zebra', 'Äpfel']

describeOnBothStores('lists by name', (heed) => {
  it('stand in one order in both stores', async () => {
    const { workspaceId, visitor, surveyId } = await heed.workspace()
    const admin = await signInAs(heed, workspaceId, 'admin')
    const areaIds: string[] = []
    for (const name of given) {
      areaIds.push((await admin.send<{ id: string }>('POST', '/areas', { name })).body.id)
      await admin.send('POST', '/segments', { name, segment: 'plan:pro' })
      const slug = `a${areaIds.length}`
      await createArticle(heed.deps, workspaceId, {
        slug,
        locale: 'en',
        title: name,
        body: 'Text',
        areaId: null,
        audience: 'plan:pro',
      })
    }
    const responseId = heed.deps.newId('response')
    await visitor().put(`/responses/${responseId}`, { surveyId, score: 9 })
    await admin.send('PUT', `/responses/${responseId}/areas`, { areaIds })
    const namesAt = async (path: string) =>
      (await admin.get<{ items: { name: string }[] }>(path)).body.items.map(({ name }) => name)

    const [response] = (await admin.get<ResponsePage>('/responses')).body.items

    expect(await namesAt('/areas')).toEqual(['apple', 'Billing', 'Zebra', 'Äpfel'])
    expect(await namesAt('/segments')).toEqual(sorted)
    expect((await listAudiences(heed.store.read, workspaceId)).map(({ title }) => title)).toEqual(sorted)
    expect(response?.areas.map(({ name }) => name)).toEqual(sorted)
  })
})
