import type { Article, ArticleDetail } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { createArticle } from './create-article.ts'
import { importing, outcomes } from './imports/testing-folder.ts'

const deep = `${'- '.repeat(2_500)}a`
const deepHtml = `${'<ul><li>'.repeat(3_000)}a`

describeOnBothStores('an article with too much markup', (heed) => {
  it('is refused wherever it comes in', async () => {
    const { ada } = await heed.workspace()
    const article = { locale: 'en', title: 'Fees', body: 'a' }
    const { body: before } = await ada.send<ArticleDetail>('POST', '/articles', article)
    const { slug, summary, areaId, audience, id, updatedAt: basedOn } = before
    const change = { ...article, slug, summary, areaId, audience, basedOn, body: deep }

    const replies = [
      await ada.send('POST', '/articles', { ...article, body: deep }),
      await ada.send('PUT', `/articles/${id}`, change),
      await ada.send('POST', '/articles/preview', { locale: 'en', body: deep }),
    ]

    for (const { status, problem } of replies) {
      expect(status).toBe(400)
      expect(problem.errors).toEqual([{ field: 'body', message: 'holds too much markup' }])
    }
  })

  it('is shown as plain text where it is stored already', async () => {
    const { workspaceId, ada, visitor } = await heed.workspace()
    const articleId = await createArticle(heed.deps, workspaceId, {
      slug: 'fees',
      locale: 'en',
      title: 'Fees',
      body: deep,
      areaId: null,
    })

    const { body } = await visitor().get<Article>(`/articles/${articleId}`)
    const page = await heed.app.inject({ method: 'GET', url: `/help/${workspaceId}/en/fees` })

    expect(body.body).toEqual([{ kind: 'paragraph', children: [{ kind: 'text', text: deep }] }])
    expect(page.statusCode).toBe(200)
    expect((await ada.get(`/articles/${articleId}`)).status).toBe(200)
  })

  it('is left out of an import, which takes the rest', async () => {
    const { take, importFile } = await importing(heed)
    const rows = Array.from({ length: 300 }, () => '<tr><td>a<td>b').join('')
    const exported = [
      { id: 1, title: 'Deep', body: deepHtml },
      { id: 2, title: 'Misnested', body: '<a><div></a>'.repeat(3_000) },
      { id: 3, title: 'Quoted', body: `<p>${'>'.repeat(60)}</p><ul>${'<li>a'.repeat(300)}</ul><table>${rows}</table>` },
    ]
    const file = Buffer.from(JSON.stringify({ articles: exported }))

    const folder = await take({ 'deep.md': deep, 'fees.md': '# Fees\n\nNone.' })
    const { body: zendesk } = await importFile(file, 'format=zendesk&dryRun=true')

    expect(outcomes(folder)).toEqual({ 'deep.md': 'left_out: unreadable', 'fees.md': 'created' })
    expect(outcomes(zendesk)).toEqual({
      '1 (en)': 'left_out: unreadable',
      '2 (en)': 'left_out: unreadable',
      '3 (en)': 'created',
    })
  })
})
