import type { PublicSurvey, TestLink } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { surveyWorkspace } from './testing-surveys.ts'

describeOnBothStores('a test link', (heed) => {
  const workspace = async () => {
    const made = await surveyWorkspace(heed)
    const open = (token: string) =>
      heed.call<PublicSurvey>({ method: 'GET', url: `/w/${made.keys.publishable}/test-surveys/${token}` })
    const link = async (surveyId: string) => {
      const { status, body } = await made.admin.send<TestLink>('POST', `/surveys/${surveyId}/test-links`)
      expect(status).toBe(201)
      return { ...body, token: body.parameter.split('.')[1] ?? '' }
    }
    return { ...made, open, link }
  }

  it('shows a draft as it is when it is opened, without a visitor', async () => {
    const { draft, change, open, link } = await workspace()
    const survey = await draft({ texts: { en: { question: 'Before?' } } })
    const { parameter, token } = await link(survey.id)
    await change(survey, { texts: { en: { question: 'After?' } } })

    const opened = await open(token)

    expect(parameter).toBe(`heed-test=${survey.id}.${token}`)
    expect(opened.body).toMatchObject({ id: survey.id, kind: 'nps', texts: { en: { question: 'After?' } } })
    expect(opened.headers['cache-control']).toBe('no-store')
  })

  it('ends after a day, and lets nobody in by another token or to another workspace', async () => {
    const [here, there] = [await workspace(), await workspace()]
    const { id } = await here.draft()
    const { token, expiresAt } = await here.link(id)

    expect(expiresAt).toBe(new Date(heed.clock.now().getTime() + 86_400_000).toISOString())
    expect((await there.open(token)).problem.code).toBe('test_link_ended')
    expect((await here.open(token.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')))).problem.code).toBe(
      'test_link_ended',
    )
    expect((await here.open('short')).problem.code).toBe('invalid_input')
    heed.clock.advance('1d')
    expect((await here.open(token)).problem.code).toBe('test_link_ended')
  })

  it('keeps the token to itself: stored is its hash', async () => {
    const { draft, link } = await workspace()
    const { token } = await link((await draft()).id)

    const { db, tables } = heed.store.read
    const rows = await db.select().from(tables.testLinks)

    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('lets nobody past enforced identity', async () => {
    const { admin, draft, link, open } = await workspace()
    await admin.send('POST', '/identity/keys', { algorithm: 'HS256', name: 'server' })
    expect((await admin.send('PATCH', '/identity', { enforced: true })).status).toBe(200)
    const { token } = await link((await draft()).id)
    heed.clock.advance('10s') // keys are remembered for some seconds

    expect((await open(token)).problem.code).toBe('identity_required')
  })
})
