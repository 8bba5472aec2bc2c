import type { Article, ArticleImage, SuggestionList } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { importing, png } from './imports/testing-folder.ts'
import { writing } from './testing-articles.ts'

describeOnBothStores('who reads an article in the widget', (heed) => {
  const forPro = async (audience: string) => {
    const writer = await writing(heed)
    const article = await writer.publish(
      await writer.draft({ title: 'Priority lines for pro customers', body: 'Call us.', audience }),
    )
    const pro = writer.visitor()
    await pro.put('/person', { userId: 'u1', account: { accountId: 'a1', plan: 'pro' } })
    return { ...writer, article, pro, stranger: writer.visitor() }
  }

  it('is in its audience: others neither read it nor are offered it', async () => {
    const { article, pro, stranger } = await forPro('plan:pro')
    const text = 'priority lines for pro customers'

    const [theirs, others] = await Promise.all(
      [pro, stranger].map(async (visitor) => ({
        read: await visitor.get<Article>(`/articles/${article.id}`),
        offered: await visitor.post<SuggestionList>('/suggestions', { text }),
      })),
    )

    expect(theirs?.read.body).toMatchObject({ title: 'Priority lines for pro customers' })
    expect(theirs?.offered.body.items).toMatchObject([{ articleId: article.id }])
    expect(others?.read.problem.code).toBe('article_not_found')
    expect(others?.offered.body.items).toEqual([])
  })

  it('is a stranger too where the audience holds strangers, and nobody where it cannot be read any more', async () => {
    const { ada, article, pro, stranger, change } = await forPro('not(plan:pro)')
    const { body: segment } = await ada.send<{ id: string }>('POST', '/segments', { name: 'Pro', segment: 'plan:pro' })

    const negated = [await pro.get(`/articles/${article.id}`), await stranger.get(`/articles/${article.id}`)]
    await change(article, { audience: `in:${segment.id}` })
    const saved = [await pro.get(`/articles/${article.id}`), await stranger.get(`/articles/${article.id}`)]
    const { db, tables } = await heed.store.read
    expect((await db.select().from(tables.segments)).some(({ id }) => id === segment.id)).toBe(true)

    expect(negated.map(({ status }) => status)).toEqual([404, 200])
    expect(saved.map(({ status }) => status)).toEqual([200, 404])
  })

  it('is alone in having been helped by it: others end no request with it, and have not read it', async () => {
    const { article, pro, stranger } = await forPro('plan:pro')
    const solve = (browser: typeof pro) =>
      browser.put(`/deflections/${heed.deps.newId('deflection')}`, { articleId: article.id, text: 'priority lines' })
    const read = async (browser: typeof pro) => {
      const requestId = heed.deps.newId('request')
      await browser.post('/suggestions', { text: 'priority lines for pro customers', requestId })
      await browser.put(`/requests/${requestId}/readings`, { articleId: article.id, helped: false })
      const { db, tables } = heed.store.read
      return (await db.select().from(tables.requests)).find(({ id }) => id === requestId)?.notHelped
    }

    expect((await solve(pro)).status).toBe(200)
    expect((await solve(stranger)).problem.code).toBe('article_not_found')
    expect([await read(pro), await read(stranger)]).toEqual([[article.id], []])
  })

  it('says once whether it helped, and may change their mind', async () => {
    const { ada, article, pro, stranger } = await forPro('plan:pro')
    await pro.put(`/articles/${article.id}/verdict`, { helped: true })
    await pro.put(`/articles/${article.id}/verdict`, { helped: false })

    const other = await stranger.put(`/articles/${article.id}/verdict`, { helped: true })

    expect(other.problem.code).toBe('article_not_found')
    expect((await ada.get(`/articles/${article.id}`)).body).toMatchObject({ verdicts: { helped: 0, notHelped: 1 } })
  })

  it('gets links and pictures with our address in front, because the page is another’s', async () => {
    const { upload, ada, visitor, workspaceId } = await importing(heed)
    const { body: image } = await upload<ArticleImage>('/articles/images', 'image/png', png)
    const { body: article } = await ada.send<{ id: string }>('POST', '/articles', {
      title: 'Fees',
      locale: 'en',
      body: `![dot](${image.address}) [cards](/help/cards) [top](#top)`,
    })
    await ada.send('PUT', `/articles/${article.id}/publication`)

    const { body } = await visitor().get<Article>(`/articles/${article.id}`)

    const origin = 'http://localhost:80'
    expect(body.body).toMatchObject([
      {
        children: [
          { kind: 'image', src: origin + image.address },
          {},
          { kind: 'link', href: `${origin}/help/${workspaceId}/en/cards` },
          {},
          { kind: 'link', href: '#top' },
        ],
      },
    ])
  })

  it('sees pictures that are kept once, whoever asks, and nothing that is no picture', async () => {
    const { upload, workspaceId } = await importing(heed)
    const first = await upload<ArticleImage>('/articles/images', 'image/png', png)
    const again = await upload<ArticleImage>('/articles/images', 'image/gif', png)

    const served = await heed.app.inject({ url: first.body.address })
    const elsewhere = await heed.workspace()

    expect(first.body).toMatchObject({ type: 'image/png', sizeBytes: png.length })
    expect(again.body).toEqual(first.body)
    expect(served.rawPayload.equals(png)).toBe(true)
    expect(served.headers).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    const theirs = first.body.address.replace(workspaceId, elsewhere.workspaceId)
    expect((await heed.app.inject({ url: theirs })).statusCode).toBe(404)
    for (const bytes of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'words']) {
      const refused = await upload('/articles/images', 'image/png', Buffer.from(bytes))
      expect(refused.problem).toMatchObject({ status: 415, code: 'image_type' })
    }
  })
})
