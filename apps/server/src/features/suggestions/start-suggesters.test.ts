import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { startSuggesters } from './start-suggesters.ts'
import { createSuggesters } from './suggesters.ts'
import { askingIn } from './testing-requests.ts'

describeOnBothStores('suggestion engines at the start of a server', (heed) => {
  /** Which workspaces' engines a server that starts now would make. */
  const made = async (most: number) => {
    const suggesters = createSuggesters(heed.store, heed.clock.now)
    const ids: string[] = []
    const of: typeof suggesters.of = (workspaceId) => {
      ids.push(workspaceId)
      return suggesters.of(workspaceId)
    }
    const faults: unknown[] = []
    const started = { ...heed.deps, suggesters: { ...suggesters, of } }
    await startSuggesters(started, most, (error) => faults.push(error)).ended
    expect(faults).toEqual([])
    return ids
  }
  const asked = async () => {
    const workspace = await askingIn(heed)
    await workspace.ask(workspace.visitor(), 'my card has not arrived yet')
    return workspace
  }

  it('are made where somebody asked lately, the last one first, and so many at most', async () => {
    const long = await asked()
    heed.clock.advance('20d')
    const lately = await asked()
    heed.clock.advance('11d')
    const never = await askingIn(heed)
    const last = await asked()
    const ids = [last.workspaceId, lately.workspaceId]

    expect(await made(8)).toEqual(ids)
    expect(await made(1)).toEqual(ids.slice(0, 1))
    expect(await made(0)).toEqual([])
    expect(ids).not.toContain(long.workspaceId)
    expect(ids).not.toContain(never.workspaceId)
  })

  it('are none where nothing is published any more', async () => {
    const { workspaceId, ada, cardId, feesId, pinId } = await asked()
    expect(await made(8)).toContain(workspaceId)

    for (const articleId of [cardId, feesId, pinId]) await ada.send('DELETE', `/articles/${articleId}/publication`)

    expect(await made(8)).not.toContain(workspaceId)
  })

  it('are left where the server stops', async () => {
    await asked()
    await asked()
    const ids: string[] = []
    const never = new Promise<never>(() => {})
    const suggesters = {
      ...heed.deps.suggesters,
      of: (workspaceId: string) => {
        ids.push(workspaceId)
        started.leave()
        return ids.length === 1 ? heed.deps.suggesters.of(workspaceId) : never
      },
    }

    const started = startSuggesters({ ...heed.deps, suggesters }, 8, () => {})
    await started.ended

    expect(ids).toHaveLength(1)
  })

  it('are left half built where the server stops, which is no fault', async () => {
    const { workspaceId } = await asked()
    const suggesters = createSuggesters(heed.store, heed.clock.now)
    const faults: unknown[] = []
    const building = suggesters.of(workspaceId)
    const started = startSuggesters({ ...heed.deps, suggesters }, 8, (error) => faults.push(error))

    started.leave()
    suggesters.leave()

    await expect(building).rejects.toThrow('the server stops')
    await started.ended
    expect(faults).toEqual([])
  })
})
