import type { Handle } from '@heed/db'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { findLinkFaults } from './article-links.ts'
import { createArticle } from './create-article.ts'
import { previewArticle } from './preview-article.ts'
import { readMarkdown } from './read-markdown.ts'
import { redirectSlug } from './redirects.queries.ts'

describeOnBothStores('links of an article', (heed) => {
  /** A handle that counts what it is asked. */
  const counting = () => {
    let asked = 0
    const { read } = heed.store
    const handle: Handle = {
      ...read,
      get db() {
        asked++
        return read.db
      },
    }
    return { handle, asked: () => asked }
  }
  const setUp = async () => {
    const made = await heed.workspace()
    const article = { locale: 'en', title: 'Cards', body: 'Five days.', areaId: null }
    const articleId = await createArticle(heed.deps, made.workspaceId, { ...article, slug: 'cards' })
    await heed.store.write((tx) => redirectSlug(tx, made.workspaceId, { from: 'card', to: 'cards' }, heed.clock.now()))
    return { ...made, articleId }
  }
  const linking = (slugs: string[]) => slugs.map((slug) => `[here](/help/${slug})`).join('\n\n')

  it('are looked up by their old slugs too', async () => {
    const { workspaceId, articleId } = await setUp()
    const body = linking(['cards', 'card', 'gone'])

    const faults = await findLinkFaults(heed.store.read, workspaceId, readMarkdown(body))
    const preview = await previewArticle(heed.store.read, workspaceId, { locale: 'en', body })

    expect(faults).toEqual([{ kind: 'missing_article', target: '/help/gone', line: 5 }])
    expect(JSON.stringify(preview.body).split(`/articles/${articleId}`)).toHaveLength(3)
  })

  it('are all looked up at once', async () => {
    const { workspaceId } = await setUp()
    const askedFor = async (slugs: string[]) => {
      const { handle, asked } = counting()
      await previewArticle(handle, workspaceId, { locale: 'en', body: linking(slugs) })
      return asked()
    }

    const forOne = await askedFor(['cards'])

    expect(forOne).toBeGreaterThan(0)
    expect(await askedFor(['cards', 'card', 'gone', ...Array.from({ length: 20 }, (_, at) => `a${at}`)])).toBe(forOne)
  })
})
