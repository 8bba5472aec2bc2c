import type { CreatedSharedResults, SharedResultsList, SharedSurveyResult, SurveyResult } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { answerAs } from './testing-answers.ts'

describeOnBothStores('sharing the results of a survey', (heed) => {
  const shared = async (query = 'days=30&segment=plan:growth') => {
    const made = await heed.workspace()
    const account = { accountId: 'acme', name: 'Acme Ltd', plan: 'growth' }
    await answerAs(heed, made, { userId: 'maria', score: 9, comment: 'So quick', account })
    await answerAs(heed, made, { userId: 'tom', score: 2, comment: 'Too slow' })
    const path = `/surveys/${made.surveyId}/shares`
    const { status, body: share } = await made.ada.send<CreatedSharedResults>('POST', path, { query })
    expect(status).toBe(201)
    return { ...made, path, share }
  }
  const open = (token: string) => heed.call<SharedSurveyResult>({ method: 'GET', url: `/shared/${token}/results` })

  it('shows whoever has the link the figures as they were filtered, and nobody’s name or words', async () => {
    const { share, ada, surveyId } = await shared()

    const { status, body, headers } = await open(share.token)

    const own = await ada.get<SurveyResult>(`/surveys/${surveyId}/results?days=30&segment=plan:growth`)
    expect(status).toBe(200)
    expect(body).toEqual({
      workspaceName: 'Acme Billing',
      surveyName: 'Relationship',
      kind: 'nps',
      filtered: true,
      result: own.body,
    })
    expect(body.result.raw).toMatchObject({ value: 100, answers: 1 })
    for (const word of ['maria', 'So quick', 'Acme Ltd']) expect(JSON.stringify(body)).not.toContain(word)
    expect(headers).toMatchObject({ 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store' })
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('follows what is answered later', async () => {
    const { share, ...made } = await shared('')
    await answerAs(heed, made, { score: 10 })

    const { body } = await open(share.token)

    expect(body).toMatchObject({ filtered: false, result: { raw: { answers: 3 } } })
  })

  it('ends when the link is taken back', async () => {
    const { share, ada, path } = await shared()
    const before = (await ada.get<SharedResultsList>(path)).body.items

    const first = await ada.send('DELETE', `${path}/${share.id}`)
    const again = await ada.send('DELETE', `${path}/${share.id}`)

    expect(before).toEqual([
      { id: share.id, query: 'days=30&segment=plan:growth', createdAt: share.createdAt, createdBy: 'Ada' },
    ])
    expect(first.status).toBe(204)
    expect(again.problem.code).toBe('share_not_found')
    expect((await open(share.token)).problem).toMatchObject({ status: 404, code: 'share_not_found' })
    expect((await ada.get<SharedResultsList>(path)).body.items).toEqual([])
  })

  it('keeps only the hash of the token, and knows no other', async () => {
    const { share } = await shared()
    const { db, tables } = heed.store.read

    const rows = await db.select().from(tables.sharedResults)

    expect(JSON.stringify(rows)).not.toContain(share.token)
    expect((await open('a'.repeat(43))).problem.code).toBe('share_not_found')
    expect((await open(rows[0]?.hash ?? '')).problem.code).toBe('share_not_found')
  })

  it('shows nothing rather than everybody once its saved segment is gone', async () => {
    const { ada, surveyId } = await shared()
    const saved = await ada.send<{ id: string }>('POST', '/segments', { name: 'Growing', segment: 'plan:growth' })
    const { body } = await ada.send<CreatedSharedResults>('POST', `/surveys/${surveyId}/shares`, {
      query: `segment=in:${saved.body.id}`,
    })
    expect((await open(body.token)).status).toBe(200)

    await ada.send('DELETE', `/segments/${saved.body.id}`)

    expect((await open(body.token)).problem.code).toBe('share_not_found')
  })

  it('refuses a query that is none of results', async () => {
    const { ada, surveyId } = await heed.workspace()
    const gone = `segment=in:${heed.deps.newId('segment')}`

    for (const query of ['unit=cats', 'days=0', 'segment=plan', 'from=2026-03-02&to=2026-03-01', 'nothing=1', gone]) {
      const { problem } = await ada.send('POST', `/surveys/${surveyId}/shares`, { query })
      expect([query, problem.code]).toEqual([query, 'invalid_input'])
    }
  })

  it('lets nobody share who may only look', async () => {
    const { workspaceId, path } = await shared()
    const viewer = await signInAs(heed, workspaceId, 'viewer')

    expect((await viewer.send('POST', path, { query: '' })).problem.code).toBe('role_too_low')
    expect((await viewer.get<SharedResultsList>(path)).body.items).toHaveLength(1)
  })

  it('takes sixty requests a minute of one address', async () => {
    const { share } = await shared()
    const from = (remoteAddress: string) =>
      heed.call({ method: 'GET', url: `/shared/${share.token}/results`, remoteAddress })

    for (let request = 1; request <= 60; request++) expect((await from('10.1.1.1')).status).toBe(200)

    expect((await from('10.1.1.1')).problem.code).toBe('too_many_requests')
    expect((await from('10.1.1.2')).status).toBe(200)
  })
})
