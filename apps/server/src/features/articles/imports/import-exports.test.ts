import type { ArticleDetail } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../../testing/heed.ts'
import { importing, outcomes } from './testing-folder.ts'

const json = (value: unknown) => Buffer.from(JSON.stringify(value))

const zendesk = (body: string) =>
  json({
    articles: [
      {
        id: 360001,
        title: 'Fees',
        body,
        locale: 'en-us',
        draft: false,
        section_id: 7,
        translations: [{ locale: 'de', title: 'Gebühren', body: '<p>Im Ausland</p>', draft: true }],
      },
      { id: 360002, title: 'Cards', body: '<p>Wait</p>', locale: 'en-us', draft: false, section_id: 8 },
      { id: 360003, title: 'Empty', body: null, locale: 'en-us', draft: false, section_id: 8 },
    ],
    sections: [{ id: 7, name: 'Billing' }],
  })

const intercom = json({
  type: 'list',
  data: [
    {
      type: 'article',
      id: '55',
      title: 'Fees',
      description: 'What it costs',
      body: '<h2>Abroad</h2><ol><li>One</li></ol>',
      state: 'published',
      default_locale: 'en',
      translated_content: {
        type: 'article_translated_content',
        en: { title: 'Fees', body: '<p>The same again</p>', state: 'published' },
        lt: { title: 'Mokesčiai', description: null, body: '<p>Užsienyje</p>', state: 'draft' },
      },
    },
  ],
})

describeOnBothStores('importing an export', (heed) => {
  const taking = async () => {
    const workspace = await importing(heed)
    const article = async (id: string | null | undefined) =>
      (await workspace.ada.get<ArticleDetail>(`/articles/${id}`)).body
    return { ...workspace, article }
  }

  it('takes Zendesk’s articles with their languages, and again without a change', async () => {
    const { importFile, article, areaId } = await taking()
    const html =
      '<h2>Abroad</h2><p>See <a href="https://acme.zendesk.com/hc/en-us/articles/360002-Cards#x">cards</a> &amp; <strong>more</strong></p><script>alert(1)</script>'

    const { body: first } = await importFile(zendesk(html), 'format=zendesk&publish=true')
    const [fees, german, cards] = await Promise.all(first.files.map(({ articleId }) => article(articleId)))
    const { body: second } = await importFile(zendesk(html), 'format=zendesk&publish=true')
    const { body: third } = await importFile(zendesk('<p>New</p>'), 'format=zendesk&publish=true')

    expect(fees).toMatchObject({
      slug: 'fees',
      locale: 'en-US',
      areaId,
      state: 'published',
      body: '## Abroad\n\nSee [cards](/help/cards#x) & **more**',
    })
    expect(german).toMatchObject({ slug: 'fees', locale: 'de', state: 'draft' })
    expect(cards?.areaId).toBeNull()
    expect(outcomes(first)['360003 (en-US)']).toBe('left_out: empty')
    expect(second).toMatchObject({ created: 0, changed: 0, same: 3 })
    expect(third).toMatchObject({ created: 0, changed: 1, same: 2 })
  })

  it('takes Intercom’s articles with their languages', async () => {
    const { importFile, article } = await taking()

    const { body } = await importFile(intercom, 'format=intercom&publish=true')

    const [fees, lithuanian] = await Promise.all(body.files.map(({ articleId }) => article(articleId)))
    expect(fees).toMatchObject({ title: 'Fees', summary: 'What it costs', body: '## Abroad\n\n1.  One' })
    expect(lithuanian).toMatchObject({ title: 'Mokesčiai', slug: 'fees', state: 'draft', summary: null })
    expect((await importFile(intercom, 'format=intercom')).body).toMatchObject({ created: 0, changed: 0, same: 2 })
  })

  it('says why a file cannot be read', async () => {
    const { importFile } = await taking()

    const replies = [
      await importFile(Buffer.from('{'), 'format=zendesk'),
      await importFile(json({ articles: [{ id: 1 }] }), 'format=zendesk'),
      await importFile(json({ type: 'list' }), 'format=intercom'),
      await importFile(json({}), 'format=markdown'),
    ]

    expect(replies.map(({ problem }) => [problem.code, problem.detail])).toEqual([
      ['articles_unreadable', 'This is not JSON.'],
      ['articles_unreadable', expect.stringMatching(/^articles\.0\.title: /)],
      ['articles_unreadable', 'There are no articles under `data`.'],
      ['articles_unreadable', 'This is not a zip.'],
    ])
  })
})
