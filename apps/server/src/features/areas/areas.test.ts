import type { Area, AreaUse, ResponsePage, TicketDetail } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'

describeOnBothStores('the areas of a workspace', (heed) => {
  const setUp = async () => {
    const made = await heed.workspace()
    const admin = await signInAs(heed, made.workspaceId, 'admin')
    const names = async () => (await admin.get<{ items: Area[] }>('/areas')).body.items.map(({ name }) => name)
    const add = async (name: string) => (await admin.send<Area>('POST', '/areas', { name })).body.id
    return { ...made, admin, names, add }
  }

  it('are added, and renamed on all that carries them', async () => {
    const { admin, names, areaId } = await setUp()

    const added = await admin.send<Area>('POST', '/areas', { name: ' Cards ' })
    await admin.send('PATCH', `/areas/${areaId}`, { name: 'Invoices' })

    expect(added.body).toMatchObject({ name: 'Cards' })
    expect(await names()).toEqual(['Cards', 'Invoices'])
  })

  it('differ by more than capital letters, and may be written anew', async () => {
    const { admin, names, areaId, add } = await setUp()
    const cards = await add('Cards')

    expect((await admin.send('POST', '/areas', { name: 'BILLING' })).problem.code).toBe('area_name_taken')
    expect((await admin.send('PATCH', `/areas/${cards}`, { name: 'billing' })).problem.code).toBe('area_name_taken')
    expect((await admin.send('PATCH', `/areas/${areaId}`, { name: 'BILLING' })).status).toBe(200)
    expect(await names()).toEqual(['BILLING', 'Cards'])
  })

  it('that nothing carries are deleted', async () => {
    const { admin, names, add } = await setUp()

    expect((await admin.send('DELETE', `/areas/${await add('Cards')}`)).status).toBe(204)

    expect(await names()).toEqual(['Billing'])
  })

  it('hand over all that carries them when they are deleted', async () => {
    const { admin, ada, names, add, areaId, visitor, surveyId } = await setUp()
    const cards = await add('Cards')
    const ticketId = heed.deps.newId('ticket')
    await visitor().put(`/tickets/${ticketId}`, { messageId: heed.deps.newId('message'), body: 'Help' })
    await ada.send('PUT', `/tickets/${ticketId}/closure`, { areaId })
    for (const areaIds of [[areaId], [areaId, cards]]) {
      const responseId = heed.deps.newId('response')
      await visitor().put(`/responses/${responseId}`, { surveyId, score: 9 })
      await ada.send('PUT', `/responses/${responseId}/areas`, { areaIds })
    }
    expect((await ada.get<{ items: AreaUse[] }>('/areas/uses')).body.items).toContainEqual({
      areaId,
      tickets: 1,
      responses: 2,
      articles: 0,
      ideas: 0,
    })

    expect((await admin.send('DELETE', `/areas/${areaId}`)).problem.code).toBe('area_in_use')
    expect((await admin.send('DELETE', `/areas/${areaId}?moveTo=${areaId}`)).problem.code).toBe('area_not_found')
    expect((await admin.send('DELETE', `/areas/${areaId}?moveTo=${cards}`)).status).toBe(204)

    expect(await names()).toEqual(['Cards'])
    expect((await ada.get<TicketDetail>(`/tickets/${ticketId}`)).body.area).toMatchObject({ id: cards })
    const answers = (await ada.get<ResponsePage>('/responses')).body.items
    expect(answers.map(({ areas }) => areas)).toEqual([[{ id: cards, name: 'Cards' }], [{ id: cards, name: 'Cards' }]])
  })

  it('are not deleted while something is put under them', async () => {
    const { admin, ada, add, visitor, surveyId, names } = await setUp()
    const [ticketId, responseId] = [heed.deps.newId('ticket'), heed.deps.newId('response')]
    await visitor().put(`/tickets/${ticketId}`, { messageId: heed.deps.newId('message'), body: 'Help' })
    await visitor().put(`/responses/${responseId}`, { surveyId, score: 9 })
    const isThere = async (name: string) => (await names()).includes(name)

    for (let nth = 1; nth <= 12; nth++) {
      const name = `Cards ${nth}`
      const areaId = await add(name)
      const [put] = await Promise.all([
        nth % 2 === 0
          ? ada.send('PUT', `/tickets/${ticketId}/closure`, { areaId })
          : ada.send('PUT', `/responses/${responseId}/areas`, { areaIds: [areaId] }),
        admin.send('DELETE', `/areas/${areaId}`),
      ])
      expect(put.status === 200, name).toBe(await isThere(name))
    }
  })

  it('never hand over to another workspace', async () => {
    const [{ admin, areaId, names }, other] = [await setUp(), await setUp()]

    const reply = await admin.send('DELETE', `/areas/${areaId}?moveTo=${other.areaId}`)

    expect(reply.problem.code).toBe('area_not_found')
    expect(await names()).toEqual(['Billing'])
  })

  it('are not an agent’s to change', async () => {
    const { ada, areaId, names } = await setUp()

    const tried = [
      await ada.send('POST', '/areas', { name: 'Mine' }),
      await ada.send('PATCH', `/areas/${areaId}`, { name: 'Mine' }),
      await ada.send('DELETE', `/areas/${areaId}`),
    ]

    expect(tried.map(({ problem }) => problem.code)).toEqual(Array(3).fill('role_too_low'))
    expect(await names()).toEqual(['Billing'])
  })
})
