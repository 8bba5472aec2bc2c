import type { GetStarted, Session, WorkspaceSettings } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'

describeOnBothStores('the settings of a workspace', (heed) => {
  it('change what is given, for the widget too and for no other workspace', async () => {
    const [{ workspaceId, keys, ada }, other] = [await heed.workspace(), await heed.workspace()]
    const admin = await signInAs(heed, workspaceId, 'admin')
    const before = (await other.ada.get<WorkspaceSettings>('/workspace')).body
    await heed.app.inject({ url: `/w/${keys.publishable}.js` }) // keeps the workspace with its key

    const patch = { name: 'Acme', accent: '#8a2f5d', defaultLocale: 'fr', privacySignal: 'ignore' }
    const changed = await admin.send<WorkspaceSettings>('PATCH', '/workspace', patch)

    expect(changed.body).toMatchObject({ ...patch, currency: 'USD', currencyFixed: false })
    expect((await ada.get<Session>('/session')).body.workspace).toMatchObject({ name: 'Acme', accent: '#8a2f5d' })
    const { body } = await heed.app.inject({ url: `/w/${keys.publishable}.js` })
    for (const said of ['"workspaceName":"Acme"', '"accent":"#8a2f5d"', '"defaultLocale":"fr"', '"ignore"'])
      expect(body).toContain(said)
    expect((await other.ada.get('/workspace')).body).toEqual(before)
  })

  it('keep the reporting currency once an account or a rate is stored', async () => {
    const { workspaceId, visitor } = await heed.workspace()
    const admin = await signInAs(heed, workspaceId, 'admin')
    await visitor().put('/person', { userId: 'u1' })
    expect((await admin.send('PATCH', '/workspace', { currency: 'EUR' })).body).toMatchObject({ currency: 'EUR' })

    await visitor().put('/person', { userId: 'u2', account: { accountId: 'a1', spendMinor: 100, currency: 'EUR' } })

    expect((await admin.send('PATCH', '/workspace', { currency: 'USD' })).problem.code).toBe('currency_fixed')
    const same = await admin.send('PATCH', '/workspace', { currency: 'EUR', name: 'Acme' })
    expect(same.body).toMatchObject({ name: 'Acme', currency: 'EUR', currencyFixed: true })
  })

  it('are an agent’s to read', async () => {
    const { ada } = await heed.workspace()

    expect((await ada.get('/workspace')).body).toMatchObject({ name: 'Acme Billing' })
    expect((await ada.send('PATCH', '/workspace', { name: 'Mine' })).problem.code).toBe('role_too_low')
  })

  it('take no colour, language or name that is none', async () => {
    const { workspaceId } = await heed.workspace()
    const admin = await signInAs(heed, workspaceId, 'admin')

    const wrong = await admin.send('PATCH', '/workspace', { accent: 'red', defaultLocale: '../x', name: '' })

    expect(wrong.problem.errors?.map(({ field }) => field).sort()).toEqual(['accent', 'defaultLocale', 'name'])
  })
})

describeOnBothStores('how far a new workspace has come', (heed) => {
  it('shows each step once it is done, and none that another workspace did', async () => {
    const { ada, surveyId, visitor } = await heed.workspace()
    const other = await heed.workspace()
    const read = async () => (await ada.get<GetStarted>('/get-started')).body
    expect(await read()).toEqual({
      visited: false,
      surveyLaunched: true,
      answered: false,
      articlePublished: false,
      members: 1,
      claimsCounted: true,
    })

    await visitor().put('/person', { userId: 'demo-tom' })
    expect(await read()).toMatchObject({ visited: false })
    const maria = visitor()
    await maria.put('/person', { userId: 'u1' })
    expect(await read()).toMatchObject({ visited: true, answered: false })
    await maria.put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 9 })

    expect(await read()).toMatchObject({ visited: true, answered: true })
    expect((await other.ada.get('/get-started')).body).toMatchObject({ visited: false, answered: false })
  })
})
