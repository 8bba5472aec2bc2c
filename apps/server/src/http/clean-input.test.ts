import type { ResponsePage, Survey } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../testing/heed.ts'
import { signInAs } from '../testing/sign-in-as.ts'

const halfAnEmoji = '😀'.slice(0, 1)

describeOnBothStores('odd input', (heed) => {
  it('is kept without the characters that no store takes, alike on both', async () => {
    const { visitor, ada, surveyId } = await heed.workspace()
    const browser = visitor()
    const responseId = heed.deps.newId('response')

    const replies = [
      await browser.put('/person', {
        userId: 'u\u00001',
        name: `Ma${halfAnEmoji}ria`,
        traits: { role: 'ad\u0000min' },
      }),
      await browser.put(`/responses/${responseId}`, {
        surveyId,
        score: 9,
        comment: `Fine\u0000 ${halfAnEmoji}`,
        locale: 'e\u0000n',
        page: { url: 'https://a.example/\u0000', title: halfAnEmoji },
      }),
      await browser.put(`/tickets/${heed.deps.newId('ticket')}`, {
        messageId: heed.deps.newId('message'),
        body: 'Help\u0000 👩‍👩‍👧',
      }),
    ]

    expect(replies.map(({ status }) => status)).toEqual([204, 200, 200])
    const { body } = await ada.get<ResponsePage>('/responses')
    expect(body.items[0]).toMatchObject({
      comment: 'Fine \uFFFD',
      person: { userId: 'u1', name: 'Ma\uFFFDria' },
      snapshot: { traits: { role: 'admin' } },
    })
  })

  it('in the name and words of a survey is kept in the same way, in each of its versions', async () => {
    const { workspaceId } = await heed.workspace()
    const admin = await signInAs(heed, workspaceId, 'admin')
    const odd = { name: `A ${halfAnEmoji}`, kind: 'nps', texts: { en: { question: `B\u0000 ${halfAnEmoji}` } } }

    const { body } = await admin.send<Survey>('POST', '/surveys', odd)

    expect(body).toMatchObject({ name: 'A \uFFFD', texts: { en: { question: 'B \uFFFD' } } })
    expect((await admin.send('PUT', `/surveys/${body.id}/launch`)).status).toBe(200)
    expect((await admin.get<Survey>(`/surveys/${body.id}`)).body.name).toBe('A \uFFFD')
  })

  it.each([
    'segment=plan:%00',
    'trait.a=%00',
    'trait.a%00b=x',
    'segment=spend:10000000000000..',
    'segment=tenure:..100000',
    'segment=plan:%F0%9F%98%80',
    'trait.x%27%22%5C=1',
  ])('in a filter finds nobody and breaks nothing: %s', async (query) => {
    const { ada } = await heed.workspace()

    for (const route of ['/responses', '/tickets', '/nps', '/segment/size', '/tickets/figures']) {
      expect([200, 400]).toContain((await ada.get(`${route}?${query}`)).status)
    }
  })

  it.each([
    'cursor=a.%00',
    'cursor=zzzzzzzzzzzzzzzz.x',
    'cursor=zzzzzzzzzz.x',
    'to=9999-12-31',
    'from=0001-01-01',
    'segment=tenure:3000000000..',
    'segment=spend:99999999999999999..',
    'score=',
    'limit=%20',
    'days=1e3',
  ])('in a query is refused by name: %s', async (query) => {
    const { ada } = await heed.workspace()

    const reply = await ada.get(`/responses?${query}`)

    expect(reply.status).toBe(400)
    expect(reply.problem.errors?.map(({ field }) => field)).toEqual([query.split('=')[0]])
  })

  it.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59', '+010000-01-01T00:00:00Z'])(
    'in a date is refused: %s',
    async (createdAt) => {
      const reply = await (await heed.workspace()).visitor().put('/person', { userId: 'u1', createdAt })

      expect(reply.problem.errors?.map(({ field }) => field)).toEqual(['createdAt'])
    },
  )

  it.each(['/tickets', '/responses', '/articles', '/ideas/ide_0mws8i9zx9kq3n64fxpr2/votes'])(
    'in a cursor is refused, as no row is of such a time: %s',
    async (list) => {
      const reply = await (await heed.workspace()).ada.get(`${list}?cursor=zzzzzzzzzz.x`)

      expect([400, 404]).toContain(reply.status)
    },
  )

  it.each([
    '/deflection?to=0001-01-01',
    '/deflection/unanswered?to=0001-01-01',
    '/surveys/:id/responses.csv?to=9999-12-31',
    '/surveys/:id/responses.json?to=9999-12-31',
    '/surveys/:id/results?to=0001-01-01',
  ])('in a day is refused by name: %s', async (address) => {
    const { ada, surveyId } = await heed.workspace()

    const reply = await ada.get(address.replace(':id', surveyId))

    expect(reply.problem.errors?.map(({ field }) => field)).toEqual(['to'])
  })

  it('in a path finds nothing', async () => {
    const { workspaceId } = await heed.workspace()

    for (const path of ['a%00b', `${workspaceId}/en/a%00b`]) {
      const reply = await heed.app.inject({ method: 'GET', url: `/help/${path}` })
      expect(reply.statusCode).toBe(404)
    }
  })

  it('in a body is refused where it is nested beyond any use', async () => {
    const { keys, visitor } = await heed.workspace()
    const reply = await heed.call({
      method: 'PUT',
      url: `/w/${keys.publishable}/person`,
      headers: { 'x-heed-visitor': visitor().token, 'content-type': 'application/json' },
      payload: `{"traits":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
    })

    expect(reply.status).toBe(400)
    expect(reply.problem.code).toBe('invalid_input')
  })

  it('has one fault for too many traits, and never names more than 20', async () => {
    const browser = (await heed.workspace()).visitor()
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [at, {}]))

    const tooMany = await browser.put('/person', { traits: many(20_000) })
    const wrong = await browser.put('/person', { traits: many(100) })

    expect(tooMany.problem.errors).toEqual([{ field: 'traits', message: 'at most 200 traits' }])
    expect(wrong.problem.errors).toHaveLength(20)
  })
})
