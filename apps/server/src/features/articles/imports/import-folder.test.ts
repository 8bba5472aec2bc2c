import type { ArticleDetail, ArticlePage } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../../testing/heed.ts'
import pages from './testdata/plausible-pages.json' with { type: 'json' }
import { importing, notesOf, outcomes, png } from './testing-folder.ts'

describeOnBothStores('importing a Markdown folder', (heed) => {
  const article = async (ada: Awaited<ReturnType<typeof importing>>['ada'], id: string | null | undefined) =>
    (await ada.get<ArticleDetail>(`/articles/${id}`)).body

  it('takes a real repository of pages, and changes nothing the second time', async () => {
    const { ada, take } = await importing(heed)
    const files: Record<string, string | Buffer> = { 'docs-main/static/img/dot.png': png }
    for (const [index, [path = '', title = '']] of pages.entries()) {
      const [next = ''] = pages[(index + 1) % pages.length] ?? []
      files[`docs-main/${path}.md`] =
        `---\ntitle: ${JSON.stringify(title)}\n---\n\nSee [the next](/${next}.md).\n\n![dot](/img/dot.png)\n`
    }

    const dry = await take(files, 'dryRun=true')
    const nothing = await ada.get<ArticlePage>('/articles')
    const first = await take(files, 'publish=true')
    const kept = await ada.get<ArticlePage>('/articles?limit=100')
    heed.clock.advance('1h')
    const second = await take(files, 'publish=true')

    expect(dry).toMatchObject({ dryRun: true, created: pages.length, images: 1, leftOut: 0 })
    expect(nothing.body.total).toBe(0)
    expect(first).toMatchObject({ created: pages.length, changed: 0, same: 0, leftOut: 0, images: 1 })
    expect(second).toMatchObject({ created: 0, changed: 0, same: pages.length, leftOut: 0 })
    expect(second.files.flatMap(({ notes }) => notes)).toEqual([])
    expect(kept.body.total).toBe(pages.length)
    expect((await ada.get<ArticlePage>('/articles?limit=100')).body).toEqual(kept.body)
    const [some] = first.files
    expect((await article(ada, some?.articleId)).linkFaults).toEqual([])
  })

  it('takes names and front matter with characters that no store keeps, alike on both', async () => {
    const { ada, take } = await importing(heed)
    const odd = String.raw`"A\0 \ud800"`

    const { files } = await take({ 'gui\u0000de.md': `---\ntitle: ${odd}\nsummary: ${odd}\n---\nHello` })

    expect(files[0]?.path).toBe('guide.md')
    const kept = { title: 'A \ufffd', summary: 'A \ufffd', slug: 'guide' }
    expect(await article(ada, files[0]?.articleId)).toMatchObject(kept)
  })

  it('reads title, summary, slug, language, area and draft from front matter, else from heading and name', async () => {
    const { ada, areaId, take } = await importing(heed)

    const { files } = await take(
      {
        'guides/fees.md':
          '---\ntitle: All fees\ndescription: What it costs\nslug: /pricing\nlang: en-GB\narea: billing\ntags: [a]\n---\nHello',
        'guides/first-steps.md': '# First steps\n\nHello',
        'guides/index.md': '---\ndraft: true\n---\nHello',
        'half.md': '---\ndraft: yes\n---\nHello',
        'known.md': '---\ndraft: no\n---\nHello',
        'odd.md': '---\n: [\n---\nHello',
        'empty.md': '# Only a title\n',
        'latin.md': Buffer.from([0x23, 0x20, 0xe9]),
        'notes.txt': 'Hello',
      },
      'publish=true',
    )

    const read = await Promise.all(
      files.filter(({ articleId }) => articleId).map(({ articleId }) => article(ada, articleId)),
    )
    expect(read.map((each) => [each.slug, each.locale, each.title, each.state])).toEqual([
      ['pricing', 'en-GB', 'All fees', 'published'],
      ['first-steps', 'en', 'First steps', 'published'],
      ['guides', 'en', 'guides', 'draft'],
      ['half', 'en', 'half', 'draft'],
      ['known', 'en', 'known', 'published'],
      ['odd', 'en', 'odd', 'published'],
    ])
    expect(read[0]).toMatchObject({ summary: 'What it costs', areaId, body: 'Hello' })
    expect(read[1]?.body).toBe('Hello')
    expect(files.slice(6).map(({ path, reason }) => [path, reason])).toEqual([
      ['empty.md', 'empty'],
      ['latin.md', 'unreadable'],
      ['notes.txt', 'not_a_page'],
    ])
    expect(notesOf({ files } as never, 'guides/fees.md')).toEqual([{ line: 7, kind: 'field_ignored', target: 'tags' }])
    expect(notesOf({ files } as never, 'odd.md')).toEqual([{ line: 1, kind: 'front_matter_unreadable', target: '---' }])
  })

  it('leads links between files to their slugs, keeps pictures, and names what is missing by line', async () => {
    const { ada, workspaceId, take } = await importing(heed)

    const report = await take({
      'guides/a.md':
        '---\ntitle: A\n---\n# A\n\n[b](../b.md#top "b.md") [c](./c) [gone](gone.md)\n\n![dot](img/dot.png) ![none](none.png) [b.md][b]\n\n![drawing](img/x.svg)\n\n[b]: /b.md\n',
      'b.md': '# B\n\n[site](https://example.com/b.md) [mail](mailto:a@b.example) `[x](y.md)`',
      'guides/c.md': '# A\n\nThe same title',
      'guides/img/dot.png': png,
      'guides/img/x.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    })

    const [b, a] = await Promise.all(report.files.slice(0, 2).map(({ articleId }) => article(ada, articleId)))
    expect(a?.body).toMatch(
      new RegExp(
        `^\\[b\\]\\(/help/b#top "b.md"\\) \\[c\\]\\(/help/c\\) \\[gone\\]\\(gone.md\\)\n\n!\\[dot\\]\\(/help/${workspaceId}/images/[\\w-]{43}.png\\)`,
      ),
    )
    expect(a?.body).toContain('[b]: /help/b')
    expect(b?.body).toBe('[site](https://example.com/b.md) [mail](mailto:a@b.example) `[x](y.md)`')
    expect(notesOf(report, 'guides/a.md')).toEqual([
      { line: 6, kind: 'broken_link', target: 'gone.md' },
      { line: 8, kind: 'missing_image', target: 'none.png' },
      { line: 10, kind: 'image_unfit', target: 'img/x.svg' },
    ])
    expect(notesOf(report, 'guides/c.md')).toEqual([{ line: 1, kind: 'duplicate_title', target: 'guides/a.md' }])
  })

  it('takes languages from folders and endings, and gives the versions one slug', async () => {
    const { ada, take } = await importing(heed)

    const { files } = await take({
      'docs/setup.md': '# Setup\n\n[Pay](pay.md)',
      'docs/setup.de.md': '# Einrichten\n\n[Zahlen](pay.de.md)',
      'docs/pay.md': '# Pay\n\nHow',
      'docs/pay.de.md': '# Zahlen\n\nSo',
      'ts/types.md': '# Types\n\nTypeScript, not Tsonga',
      'other/types.md': '# Other types\n\nTypes',
    })

    const read = await Promise.all(files.map(({ articleId }) => article(ada, articleId)))
    expect(read.map(({ slug, locale, versions }) => [slug, locale, versions.map((each) => each.locale)])).toEqual([
      ['pay', 'de', ['en']],
      ['pay', 'en', ['de']],
      ['setup', 'de', ['en']],
      ['setup', 'en', ['de']],
      ['other-types', 'en', []],
      ['ts-types', 'en', []],
    ])
  })

  it('leaves an article that was changed here, unless told otherwise, and keeps its area and audience', async () => {
    const { ada, areaId, take } = await importing(heed)
    const { files } = await take({ 'a.md': '# A\n\nOne', 'b.md': '# B\n\nOne' })
    const [a, b] = await Promise.all(files.map(({ articleId }) => article(ada, articleId)))
    const change = ({ id, slug, locale, title, summary, body, updatedAt }: ArticleDetail, changes: object) =>
      ada.send('PUT', `/articles/${id}`, {
        ...{ slug, locale, title, summary, body, areaId: null, audience: null, basedOn: updatedAt },
        ...changes,
      })
    if (a && b) await Promise.all([change(a, { body: 'Mine' }), change(b, { areaId, audience: 'plan:pro' })])

    const later = { 'a.md': '# A\n\nTwo', 'b.md': '# B\n\nTwo' }
    expect(outcomes(await take({ 'a.md': '# A\n\nOne', 'b.md': '# B\n\nOne' }))).toEqual({
      'a.md': 'same',
      'b.md': 'same',
    })
    expect(outcomes(await take(later))).toEqual({ 'a.md': 'left_out: changed_here', 'b.md': 'changed' })
    expect((await article(ada, a?.id)).body).toBe('Mine')
    expect(await article(ada, b?.id)).toMatchObject({ body: 'Two', areaId, audience: 'plan:pro' })
    expect(outcomes(await take(later, 'overwrite=true'))).toEqual({ 'a.md': 'changed', 'b.md': 'same' })
    expect(outcomes(await take(later))).toEqual({ 'a.md': 'same', 'b.md': 'same' })
  })

  it('moves an article whose file names another slug, and what links to it', async () => {
    const { ada, take } = await importing(heed)
    const files = (slug: string) => ({
      'a.md': `---\nslug: ${slug}\n---\n# A\n\nHello`,
      'b.md': '# B\n\n[a](a.md)',
    })
    await take(files('first'))

    const moved = await take(files('second'))

    const [a, b] = await Promise.all(moved.files.map(({ articleId }) => article(ada, articleId)))
    expect(outcomes(moved)).toEqual({ 'a.md': 'changed', 'b.md': 'changed' })
    expect([a?.slug, a?.redirects, b?.body]).toEqual(['second', ['first'], '[a](/help/second)'])
    expect(outcomes(await take(files('second')))).toEqual({ 'a.md': 'same', 'b.md': 'same' })
  })

  it('does not take the slug of an article that was written here', async () => {
    const { ada, take } = await importing(heed)
    await ada.send('POST', '/articles', { title: 'Fees', locale: 'en' })

    const report = await take({ 'fees.md': '# Fees\n\nHello' })

    expect((await article(ada, report.files[0]?.articleId)).slug).toBe('fees-2')
    expect(notesOf(report, 'fees.md')).toEqual([
      { line: null, kind: 'slug_taken', target: 'fees-2' },
      { line: 1, kind: 'duplicate_title', target: '/help/fees' },
    ])
    expect(outcomes(await take({ 'fees.md': '# Fees\n\nHello' }))).toEqual({ 'fees.md': 'same' })
  })
})
