import type { ArticleDetail, ArticlePage, ArticlePreview, HelpCentre, SavedSegment, SegmentUse } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { readArticlesStamp, readArticlesVersion } from './articles.queries.ts'
import { changeTo, writing } from './testing-articles.ts'

describeOnBothStores('writing an article', (heed) => {
  it('begins as a draft, with a slug from its title that nobody else has', async () => {
    const { ada, draft } = await writing(heed)

    const first = await draft({ title: 'Où payer, et quand ?' })
    const second = await draft({ title: 'Ou payer et quand' })
    const german = await draft({ title: 'Où payer, et quand ?', locale: 'de' })

    expect(first).toMatchObject({ slug: 'ou-payer-et-quand', state: 'draft', publishedAt: null, address: null })
    expect([second.slug, german.slug]).toEqual(['ou-payer-et-quand-2', 'ou-payer-et-quand'])
    expect((await ada.get<ArticleDetail>(`/articles/${first.id}`)).body.versions).toEqual([
      { articleId: german.id, locale: 'de', title: 'Où payer, et quand ?', state: 'draft' },
    ])
  })

  it('is one article, however often it is sent with one id', async () => {
    const { ada, draft, workspaceId } = await writing(heed)
    const articleId = heed.deps.newId('article')
    const first = await draft({ title: 'Fees', articleId })

    const again = await draft({ title: 'Fees, sent again', articleId })

    const elsewhere = await writing(heed)
    const other = await elsewhere.draft({ title: 'Theirs', articleId })
    expect([first.id, again]).toEqual([articleId, first])
    expect([other.title, elsewhere.workspaceId === workspaceId]).toEqual(['Theirs', false])
    expect((await ada.get<ArticlePage>('/articles')).body.total).toBe(1)
  })

  it('keeps letters of other scripts in the slug', async () => {
    const { draft } = await writing(heed)

    const slugs = [
      await draft({ title: 'カードが届かない' }),
      await draft({ title: 'Карта не пришла!' }),
      await draft({ title: '???' }),
    ]

    expect(slugs.map(({ slug }) => slug)).toEqual(['カードが届かない', 'карта-не-пришла', 'article'])
  })

  it('refuses a slug that is taken, another’s area, and a segment that cannot be read', async () => {
    const { ada, draft } = await writing(heed)
    const elsewhere = await heed.workspace()
    await draft({ title: 'Fees', slug: 'fees' })
    const send = (changes: object) => ada.send('POST', '/articles', { title: 'Fees', locale: 'en', ...changes })

    expect((await send({ slug: 'fees' })).problem.code).toBe('article_slug_taken')
    expect((await send({ areaId: elsewhere.areaId })).problem.code).toBe('area_not_found')
    expect((await send({ audience: 'plan' })).problem).toMatchObject({ status: 400, errors: [{ field: 'audience' }] })
    expect((await send({ slug: 'With Capitals' })).problem.code).toBe('invalid_input')
    for (const locale of ['de-abcd-efgh', 'pt-br', 'x']) {
      expect((await send({ locale })).problem.code).toBe('invalid_input')
    }
    expect((await ada.get<ArticlePage>('/articles')).body.total).toBe(1)
  })

  it('moves every language with a new slug, and leads the old ones there without a chain', async () => {
    const { ada, draft, change } = await writing(heed)
    const english = await draft({ title: 'Fees', slug: 'fees' })
    const german = await draft({ title: 'Gebühren', slug: 'fees', locale: 'de' })
    const moved = await change(english, { slug: 'prices' })
    heed.clock.advance('1m')

    const again = await change(moved, { slug: 'charges' })

    expect(again.redirects).toEqual(['fees', 'prices'])
    expect((await ada.get<ArticleDetail>(`/articles/${german.id}`)).body.slug).toBe('charges')
    heed.clock.advance('1m')
    const back = await change(again, { slug: 'fees' })
    expect(back.redirects).toEqual(['prices', 'charges'])
  })

  it('does not move to where a language of another article stands', async () => {
    const { ada, draft } = await writing(heed)
    const english = await draft({ title: 'Fees', slug: 'fees' })
    await draft({ title: 'Gebühren', slug: 'fees', locale: 'de' })
    await draft({ title: 'Preise', slug: 'prices', locale: 'de' })

    const reply = await ada.send('PUT', `/articles/${english.id}`, changeTo(english, { slug: 'prices' }))

    expect(reply.problem.code).toBe('article_slug_taken')
  })

  it('names links and pictures that lead nowhere, with their line', async () => {
    const { draft, publish } = await writing(heed)
    const fees = await publish(await draft({ title: 'Fees' }))
    const hidden = await draft({ title: 'Hidden' })

    const { linkFaults } = await draft({
      title: 'All',
      body: `[a](/help/${fees.slug}#top) [b](/help/nothing)\n\n[c][see] and [d](/help/${hidden.slug})\n\n![e](x.png) [f](setup.md) [g](https://example.com)\n\n[see]: /help/gone`,
    })

    expect(linkFaults).toEqual([
      { line: 1, target: '/help/nothing', kind: 'missing_article' },
      { line: 3, target: '/help/gone', kind: 'missing_article' },
      { line: 3, target: '/help/hidden', kind: 'unpublished_article' },
      { line: 5, target: 'x.png', kind: 'missing_image' },
      { line: 5, target: 'setup.md', kind: 'missing_file' },
    ])
  })

  it('shows a text as readers will see it, with links to where articles are edited', async () => {
    const { ada, workspaceId, draft, change } = await writing(heed)
    const fees = await change(await draft({ title: 'Fees', slug: 'fees' }), { slug: 'prices' })
    const german = await draft({ title: 'Gebühren', slug: 'prices', locale: 'de' })
    const preview = (locale: string) =>
      ada.send<ArticlePreview>('POST', '/articles/preview', {
        locale,
        body: '[Fees](/help/fees) [No](/help/no)\n\n| Plan | Fee |\n| - | -: |\n| Pro | **1** |',
      })

    const { body: shown } = await preview('en')

    const viewer = await signInAs(heed, workspaceId, 'viewer')
    const cell = (head: boolean, align: string | null) => ({ kind: 'cell', head, align })
    expect(shown.body[0]).toMatchObject({ children: [{ href: `/articles/${fees.id}` }, {}, { href: '/help/no' }] })
    expect(shown.body[1]).toMatchObject({
      kind: 'table',
      children: [
        { kind: 'row', children: [cell(true, null), cell(true, 'right')] },
        { kind: 'row', children: [cell(false, null), { ...cell(false, 'right'), children: [{ kind: 'strong' }] }] },
      ],
    })
    expect(shown.linkFaults).toEqual([
      { line: 1, target: '/help/fees', kind: 'unpublished_article' },
      { line: 1, target: '/help/no', kind: 'missing_article' },
    ])
    expect((await preview('de')).body.body[0]).toMatchObject({ children: [{ href: `/articles/${german.id}` }, {}, {}] })
    expect((await ada.get<ArticlePage>('/articles')).body.total).toBe(2)
    const refused = await viewer.send('POST', '/articles/preview', { locale: 'en', body: '' })
    expect(refused.problem.code).toBe('role_too_low')
  })

  it('keeps the segment that says who may read it from being deleted', async () => {
    const { ada, draft, change } = await writing(heed)
    const { body: segment } = await ada.send<SavedSegment>('POST', '/segments', {
      name: 'Growth',
      segment: 'plan:growth',
    })
    const article = await draft({ title: 'Fees', audience: `in:${segment.id}` })
    await draft({ title: 'Cards', audience: 'plan:growth' })

    const refused = await ada.send('DELETE', `/segments/${segment.id}`)

    expect(refused.problem).toMatchObject({ code: 'segment_in_use', detail: 'Used by “Fees”.' })
    const uses = await ada.get<SegmentUse>(`/segments/${segment.id}/uses`)
    expect(uses.body.articles).toEqual([{ id: article.id, name: 'Fees' }])
    await change(article, { audience: null })
    expect((await ada.send('DELETE', `/segments/${segment.id}`)).status).toBe(204)
  })

  it('is told from what it was, also where two articles change in one millisecond', async () => {
    const { workspaceId, draft, publish, change } = await writing(heed)
    const version = () => readArticlesVersion(heed.store.read, workspaceId)
    const stamp = () => readArticlesStamp(heed.store.read, workspaceId)
    const [fees, cards] = [
      await publish(await draft({ title: 'Fees' })),
      await publish(await draft({ title: 'Cards' })),
    ]
    heed.clock.advance('1m')
    await change(fees, { body: 'One' })
    const [between, stampBetween] = [await version(), await stamp()]

    await change(cards, { body: 'Other' })

    const [after, stampAfter] = [await version(), await stamp()]
    expect(after).not.toBe(between)
    expect(stampAfter).not.toBe(stampBetween)
    await draft({ title: 'A draft' })
    expect(await version()).toBe(after)
    expect(await stamp()).not.toBe(stampAfter)
  })

  it('is deleted with its revisions, and with the last language its old addresses', async () => {
    const { ada, draft, change } = await writing(heed)
    const english = await change(await draft({ title: 'Fees', slug: 'fees' }), { slug: 'prices' })
    const german = await draft({ title: 'Gebühren', slug: 'prices', locale: 'de' })
    const redirects = async () => {
      const { db, tables } = heed.store.read
      return (await db.select().from(tables.articleRedirects)).filter(({ slug }) => slug === 'fees').length
    }
    const before = await redirects()

    await ada.send('DELETE', `/articles/${english.id}`)
    const between = await redirects()
    await ada.send('DELETE', `/articles/${german.id}`)

    expect([before - between, between - (await redirects())]).toEqual([0, 1])
    expect((await ada.get(`/articles/${english.id}`)).problem.code).toBe('article_not_found')
    expect((await ada.get(`/articles/${english.id}/revisions`)).problem.code).toBe('article_not_found')
  })

  it('is for agents; viewers read', async () => {
    const { workspaceId, draft } = await writing(heed)
    const article = await draft({ title: 'Fees' })
    const viewer = await signInAs(heed, workspaceId, 'viewer')

    expect((await viewer.get(`/articles/${article.id}`)).status).toBe(200)
    const refused = [
      await viewer.send('POST', '/articles', { title: 'A', locale: 'en' }),
      await viewer.send('PUT', `/articles/${article.id}/publication`),
      await viewer.send('DELETE', `/articles/${article.id}`),
    ]
    expect(refused.map(({ problem }) => problem.code)).toEqual(Array(3).fill('role_too_low'))
  })

  it('has an address once it is published for everyone, under the name of the help centre', async () => {
    const { ada, workspaceId, draft, publish, change } = await writing(heed)
    const admin = await signInAs(heed, workspaceId, 'admin')
    const article = await publish(await draft({ title: 'Fees' }))
    const name = `acme-${workspaceId.slice(-8)}`

    const named = await admin.send<HelpCentre>('PUT', '/help-centre', { name })

    expect(article.address).toBe(`/help/${workspaceId}/en/fees`)
    expect(named.body).toEqual({ address: `/help/${name}`, name })
    expect((await ada.get<ArticleDetail>(`/articles/${article.id}`)).body.address).toBe(`/help/${name}/en/fees`)
    expect((await change(article, { audience: 'plan:pro' })).address).toBeNull()
    const elsewhere = await heed.workspace()
    const other = await signInAs(heed, elsewhere.workspaceId, 'admin')
    expect((await other.send('PUT', '/help-centre', { name })).problem.code).toBe('help_centre_name_taken')
  })
})
