import type { ResponsePage } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../testing/heed.ts'

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
})
