import type { Area, ArticleDetail } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../../testing/heed.ts'
import { importing, outcomes } from './testing-folder.ts'

type AreaReply = { items: Area[] }

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

  it('takes texts with characters that no store keeps, as other input, alike on both', async () => {
    const { importFile, article } = await taking()
    const odd = 'A\u0000 \ud800'
    const body = `<p>${odd} &#xD800; &#0;</p>`
    const file = json({ articles: [{ id: 1, title: odd, body, locale: 'en', section_id: 7 }] })

    const { status, body: report } = await importFile(file, 'format=zendesk')

    expect(status).toBe(200)
    expect(await article(report.files[0]?.articleId)).toMatchObject({
      title: 'A \ufffd',
      body: 'A \ufffd \ufffd \ufffd',
    })
  })

  it('takes a version whose text stands among the translations alone, from a file with a byte order mark', async () => {
    const { importFile, article } = await taking()
    const translations = [{ locale: 'en-us', title: 'Fees', body: '<p>Abroad</p>' }]
    const file = json({ articles: [{ id: 1, title: 'Fees', body: null, locale: 'en-us', translations }] })

    const { body } = await importFile(Buffer.concat([Buffer.from('\uFEFF'), file]), 'format=zendesk')

    expect(body.files).toHaveLength(1)
    expect(await article(body.files[0]?.articleId)).toMatchObject({ title: 'Fees', body: 'Abroad' })
  })

  it('takes Intercom’s articles with their languages', async () => {
    const { importFile, article } = await taking()

    const { body } = await importFile(intercom, 'format=intercom&publish=true')

    const [fees, lithuanian] = await Promise.all(body.files.map(({ articleId }) => article(articleId)))
    expect(fees).toMatchObject({ title: 'Fees', summary: 'What it costs', body: '## Abroad\n\n1.  One' })
    expect(lithuanian).toMatchObject({ title: 'Mokesčiai', slug: 'fees', state: 'draft', summary: null })
    expect((await importFile(intercom, 'format=intercom')).body).toMatchObject({ created: 0, changed: 0, same: 2 })
  })

  it('adds the areas that the file names, where that is asked for, also to articles that came without', async () => {
    const { importFile, article, ada } = await taking()
    const [{ name: known } = { name: '' }] = (await ada.get<AreaReply>('/areas')).body.items
    const file = json({
      articles: [
        { id: 1, title: 'Fees', body: '<p>a</p>', section_id: 7 },
        { id: 2, title: 'Cards', body: '<p>b</p>', section_id: 8 },
        { id: 3, title: 'Chips', body: '<p>c</p>', section_id: 9 },
        { id: 4, title: 'Empty', body: '', section_id: 10 },
      ],
      sections: [
        { id: 7, name: known.toUpperCase() },
        { id: 8, name: 'Cards' },
        { id: 9, name: 'cards' },
        { id: 10, name: 'Nobody’s' },
      ],
    })
    const { body: without } = await importFile(file, 'format=zendesk')

    const { body: said } = await importFile(file, 'format=zendesk&createAreas=true&dryRun=true')
    const before = (await ada.get<AreaReply>('/areas')).body.items.length
    const { body: done } = await importFile(file, 'format=zendesk&createAreas=true')
    const { body: again } = await importFile(file, 'format=zendesk&createAreas=true')

    expect(without.files.map(({ notes }) => notes.map(({ kind }) => kind))).toEqual([
      [],
      ['unknown_area'],
      ['unknown_area'],
      [],
    ])
    expect([said.areas, done.areas, again.areas]).toEqual([['Cards'], ['Cards'], []])
    expect(said).toMatchObject({ created: 0, changed: 2, same: 1 })
    expect(again).toMatchObject({ created: 0, changed: 0, same: 3 })
    expect(before).toBe(1)
    const areas = (await ada.get<AreaReply>('/areas')).body.items
    const idOf = (name: string) => areas.find((area) => area.name === name)?.id
    const placed = await Promise.all(done.files.slice(0, 3).map(({ articleId }) => article(articleId)))
    expect(placed.map(({ areaId }) => areaId)).toEqual([idOf(known), idOf('Cards'), idOf('Cards')])
  })

  it('takes Intercom’s collections for areas, and tables as tables', async () => {
    const { importFile, article, areaId } = await taking()
    const file = json({
      data: [
        {
          id: 1,
          title: 'Fees',
          body: '<table><tr><th>Plan</th><th>Fee</th></tr><tr><td>Pro</td><td>1</td></tr></table>',
          state: 'published',
          parent_id: 7,
        },
      ],
      collections: { data: [{ id: '7', name: 'Billing' }] },
    })

    const { body } = await importFile(file, 'format=intercom')

    const fees = await article(body.files[0]?.articleId)
    expect(fees.areaId).toBe(areaId)
    expect(fees.body.split('\n').map((line) => line.replace(/ +/g, ' '))).toEqual([
      '| Plan | Fee |',
      '| --- | --- |',
      '| Pro | 1 |',
    ])
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
