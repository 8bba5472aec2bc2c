import type { ArticleDetail, ArticleRevision } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { createArticle } from './create-article.ts'
import { changeTo, writing } from './testing-articles.ts'

describeOnBothStores('changing an article', (heed) => {
  it('refuses a change that is based on another state, and stores nothing', async () => {
    const { ada, draft, change } = await writing(heed)
    const article = await draft({ title: 'Fees' })
    heed.clock.advance('1m')
    const changed = await change(article, { body: 'By Ada' })

    const late = await ada.send('PUT', `/articles/${article.id}`, changeTo(article, { body: 'By Bob' }))

    expect(late.problem).toMatchObject({ status: 409, code: 'article_changed' })
    expect((await ada.get<ArticleDetail>(`/articles/${article.id}`)).body).toEqual(changed)
  })

  it('takes one of two changes that come at once', async () => {
    const { ada, draft } = await writing(heed)
    const article = await draft({ title: 'Fees' })

    const both = await Promise.all(
      ['One', 'Other'].map((text) => ada.send('PUT', `/articles/${article.id}`, changeTo(article, { body: text }))),
    )

    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('shows what an article from before revisions held as its first, and can restore it', async () => {
    const { ada, workspaceId, change } = await writing(heed)
    const id = await createArticle(heed.deps, workspaceId, {
      slug: 'old',
      locale: 'en',
      title: 'Old',
      body: 'First',
      areaId: null,
    })
    const { body: old } = await ada.send<ArticleDetail>('PUT', `/articles/${id}/revisions/1`)
    await change(old, { body: 'Second' })

    const restored = await ada.send<ArticleDetail>('PUT', `/articles/${id}/revisions/1`)

    const { body: kept } = await ada.get<{ items: ArticleRevision[] }>(`/articles/${id}/revisions`)
    expect([old.body, restored.body.body]).toEqual(['First', 'First'])
    expect(kept.items.map(({ revision, memberName }) => [revision, memberName])).toEqual([
      [3, 'Ada'],
      [2, 'Ada'],
      [1, null],
    ])
  })

  it('keeps who changed what, and restores it as a revision of its own', async () => {
    const { ada, draft, change } = await writing(heed)
    const article = await draft({ title: 'Fees', body: 'First' })
    const second = await change(article, { body: 'Second', slug: 'all-fees' })
    const same = await change(second, {})

    const restored = await ada.send<ArticleDetail>('PUT', `/articles/${article.id}/revisions/1`)

    const { body: kept } = await ada.get<{ items: ArticleRevision[] }>(`/articles/${article.id}/revisions`)
    expect(same.updatedAt).toBe(second.updatedAt)
    expect(restored.body).toMatchObject({ body: 'First', slug: 'all-fees' })
    expect(kept.items.map((each) => [each.revision, each.reason, each.content.body, each.memberName])).toEqual([
      [3, 'restored', 'First', 'Ada'],
      [2, 'changed', 'Second', 'Ada'],
      [1, 'created', 'First', 'Ada'],
    ])
    expect((await ada.send('PUT', `/articles/${article.id}/revisions/9`)).problem.code).toBe('revision_not_found')
  })

  it('makes one revision of what one member types in ten minutes, and another of what is saved by hand', async () => {
    const { ada, draft, change } = await writing(heed)
    const typed = (article: ArticleDetail, text: string) => change(article, { body: text, autosave: true })
    let article = await typed(await draft({ title: 'Fees' }), 'A')
    heed.clock.advance('5m')
    article = await change(article, { body: 'A kept' })
    article = await typed(article, 'A kept fee')
    heed.clock.advance('11m')

    await typed(await typed(article, 'A kept fee and'), 'A kept fee and more')

    const { body: kept } = await ada.get<{ items: ArticleRevision[] }>(`/articles/${article.id}/revisions`)
    expect(kept.items.map(({ content }) => content.body)).toEqual(['A kept fee and more', 'A kept fee', 'A'])
  })

  it('does not join what another member wrote', async () => {
    const { ada, workspaceId, draft } = await writing(heed)
    const article = await draft({ title: 'Fees', body: 'By Ada' })
    const other = await signInAs(heed, workspaceId, 'agent')

    await other.send('PUT', `/articles/${article.id}`, changeTo(article, { body: 'By Bob', autosave: true }))

    const { body: kept } = await ada.get<{ items: ArticleRevision[] }>(`/articles/${article.id}/revisions`)
    expect(kept.items.map(({ content }) => content.body)).toEqual(['By Bob', 'By Ada'])
  })
})

describeOnBothStores('what is done to an article that somebody else changed', (heed) => {
  const changedByBob = async () => {
    const { ada, workspaceId, draft, change } = await writing(heed)
    const seen = await change(await draft({ title: 'Fees', body: 'First' }), { body: 'Second' })
    const bob = await signInAs(heed, workspaceId, 'agent')
    const { body: now } = await bob.send<ArticleDetail>(
      'PUT',
      `/articles/${seen.id}`,
      changeTo(seen, { body: 'Bob’s' }),
    )
    return { ada, seen, now, read: async () => (await ada.get<ArticleDetail>(`/articles/${seen.id}`)).body }
  }

  it('is refused, and nobody reads what the member has not seen', async () => {
    const { ada, seen, now, read } = await changedByBob()

    const published = await ada.send('PUT', `/articles/${seen.id}/publication`, { basedOn: seen.updatedAt })
    const restored = await ada.send('PUT', `/articles/${seen.id}/revisions/1`, { basedOn: seen.updatedAt })
    const deleted = await ada.send('DELETE', `/articles/${seen.id}?basedOn=${seen.updatedAt}`)

    const refused = [published, restored, deleted].map(({ status, problem }) => [status, problem.code])
    expect(refused).toEqual(Array(3).fill([409, 'article_changed']))
    expect(await read()).toEqual(now)
  })

  it('is done once it was seen, or where it is not said what was', async () => {
    const { ada, seen, now } = await changedByBob()
    const publish = (json?: object) => ada.send<ArticleDetail>('PUT', `/articles/${seen.id}/publication`, json)

    const published = await publish({ basedOn: now.updatedAt })
    const again = await publish({ basedOn: now.updatedAt })

    expect(published.body).toMatchObject({ state: 'published', body: 'Bob’s' })
    expect(again.body).toEqual(published.body)
    await ada.send('DELETE', `/articles/${seen.id}/publication`)
    expect((await publish()).status).toBe(200)
    expect((await publish({ basedOn: 'yesterday' })).problem.errors?.map(({ field }) => field)).toEqual(['basedOn'])
  })

  it('is deleted once it was seen, or where it is not said what was', async () => {
    const { ada, seen, now } = await changedByBob()
    const { body: other } = await ada.send<ArticleDetail>('POST', '/articles', { title: 'Cards', locale: 'en' })
    const remove = (path: string) => ada.send('DELETE', `/articles/${path}`)

    const wrong = await remove(`${seen.id}?basedOn=yesterday`)
    expect(wrong.problem.errors?.map(({ field }) => field)).toEqual(['basedOn'])
    expect((await remove(`${seen.id}?basedOn=${now.updatedAt}`)).status).toBe(204)
    expect((await remove(other.id)).status).toBe(204)
    expect((await ada.get(`/articles/${seen.id}`)).problem.code).toBe('article_not_found')
  })
})
