import type { Article, SuggestionList } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { createArticle } from './create-article.ts'

describeOnBothStores('help before the ticket', (heed) => {
  const withArticles = async () => {
    const workspace = await heed.workspace()
    const publish = (slug: string, title: string, body: string) =>
      createArticle(heed.deps, workspace.workspaceId, { slug, locale: 'en', title, body, areaId: null })
    const cardId = await publish(
      'card',
      'My card has not arrived',
      'Cards arrive within **five** days.\n\n1. Wait\n2. [Order again](javascript:alert(1))',
    )
    await publish('fees', 'Fees for transfers abroad', 'Transfers abroad cost a small fee.')
    return { ...workspace, cardId }
  }

  it('suggests the article that answers what is typed', async () => {
    const { visitor, cardId } = await withArticles()

    const { body } = await visitor().post<SuggestionList>('/suggestions', { text: 'my card has not arrived yet' })

    expect(body.items[0]).toMatchObject({ articleId: cardId, title: 'My card has not arrived' })
  })

  it('finds an article published a moment ago', async () => {
    const { visitor, workspaceId } = await withArticles()
    await visitor().post('/suggestions', { text: 'holiday' })
    await createArticle(heed.deps, workspaceId, {
      slug: 'pin',
      locale: 'en',
      title: 'Change your PIN',
      body: 'At a cash machine.',
      areaId: null,
    })
    heed.clock.advance('10s')

    const { body } = await visitor().post<SuggestionList>('/suggestions', { text: 'change my pin' })

    expect(body.items[0]?.title).toBe('Change your PIN')
  })

  it('sends an article as a tree without anything that could run', async () => {
    const { visitor, cardId } = await withArticles()

    const { body } = await visitor().get<Article>(`/articles/${cardId}`)

    expect(body.body[0]).toMatchObject({
      kind: 'paragraph',
      children: [{ kind: 'text' }, { kind: 'strong' }, { kind: 'text' }],
    })
    expect(body.body[1]).toMatchObject({ kind: 'list', ordered: true })
    expect(JSON.stringify(body)).not.toContain('javascript:')
    expect(JSON.stringify(body)).toContain('Order again')
  })

  it('keeps a request that an article solved, once', async () => {
    const { visitor, cardId, workspaceId } = await withArticles()
    const browser = visitor()
    const deflectionId = heed.deps.newId('deflection')

    for (let i = 0; i < 2; i++)
      await browser.put(`/deflections/${deflectionId}`, { articleId: cardId, text: 'my card' })

    const { db, tables } = heed.store.read
    const rows = (await db.select().from(tables.deflections)).filter((row) => row.workspaceId === workspaceId)
    expect(rows).toMatchObject([{ id: deflectionId, articleId: cardId, text: 'my card' }])
  })
})
