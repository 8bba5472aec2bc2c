import type { ArticleChange, ArticleDetail, NewArticle } from '@heed/contracts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem } from '../../api.ts'
import { keptByBrowser } from '../../testing-kept.ts'
import { articleThing, type Given, openArticle } from './article-draft.ts'
import { contentOf, emptyContent } from './content.ts'
import { articleOf, idOf } from './testing.tsx'

let held: ArticleDetail | null
let sent: (NewArticle | ArticleChange)[]
let fails: ApiProblem | null
let losesReply: boolean
let browser: ReturnType<typeof keptByBrowser>

const problem = (code: string, status: number) => new ApiProblem({ code, status, title: code })
const write = async (article: ArticleDetail): Promise<ArticleDetail> => {
  const at = new Date(Date.parse(held?.updatedAt ?? '2026-03-05T10:00:00.000Z') + 1000).toISOString()
  held = { ...article, updatedAt: at }
  if (losesReply) {
    losesReply = false
    throw problem('unreachable', 0)
  }
  return held
}
const server = {
  read: async () => held ?? articleOf(),
  create: async ({ articleId = '', slug = 'from-title', ...content }: NewArticle) => {
    sent.push({ articleId, slug, ...content })
    if (fails) throw fails
    return held?.id === articleId ? held : write(articleOf({ ...content, slug, id: articleId }))
  },
  change: async (_id: string, change: ArticleChange) => {
    sent.push(change)
    if (fails) throw fails
    if (change.basedOn !== held?.updatedAt) throw problem('article_changed', 409)
    return write({ ...held, ...contentOf(change) })
  },
}
const keptOf = (id: string) => browser.open(articleThing(id))
const open = (given: Partial<ArticleDetail> = {}) => {
  held = articleOf(given)
  return openArticle({ article: held }, server, keptOf(held.id))
}
const aNew = (): Given => ({ id: idOf('n'), content: emptyContent(), name: 'new' })
const openNew = () => openArticle(aNew(), server, browser.open('new'))
const rest = (ms = 800) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers()
  browser = keptByBrowser()
  held = null
  sent = []
  fails = null
  losesReply = false
})
afterEach(() => vi.useRealTimers())

describe('a draft', () => {
  it('saves itself once the typing rests, and keeps what is not saved until then', async () => {
    const draft = open()
    draft.edit({ body: 'One' })
    await rest(700)
    draft.edit({ body: 'One two' })
    await rest(700)
    expect([sent.length, browser.works.size, draft.state().saving]).toEqual([0, 1, 'changed'])

    await rest(100)

    expect(sent).toMatchObject([{ body: 'One two', autosave: true, basedOn: articleOf().updatedAt }])
    expect([browser.works.size, draft.state().saving]).toEqual([0, 'saved'])
  })

  it('keeps a blank that was just typed, though it is no change yet', () => {
    const draft = open()

    draft.edit({ summary: 'One ' })
    draft.edit({ title: 'Fees ' })

    expect(draft.state().content).toMatchObject({ summary: 'One ', title: 'Fees ' })
  })

  it('is not in the way of whoever opens it again: once closed it sends nothing by itself', async () => {
    const left = open()
    fails = problem('unreachable', 0)
    left.edit({ body: 'Offline' })
    left.close()
    left.flush().catch(() => undefined)
    await rest(1)

    const draft = open()
    draft.edit({ body: 'Offline, and more' })
    fails = null
    await rest(60_000)

    expect(sent).toMatchObject([{ body: 'Offline' }, { body: 'Offline, and more' }])
    expect(draft.state().saving).toBe('saved')
  })

  it('goes on after a reload with what was not saved', async () => {
    open().edit({ body: 'Kept' })
    const draft = openArticle({ article: articleOf() }, server, keptOf(articleOf().id))
    expect(draft.state()).toMatchObject({ content: { body: 'Kept' }, saving: 'changed' })

    draft.settle()
    await rest(0)

    expect(sent).toMatchObject([{ body: 'Kept' }])
  })

  it('keeps what is typed while nobody is signed in, and saves it once the member is back', async () => {
    const draft = open()
    fails = problem('not_signed_in', 401)
    draft.edit({ body: 'One' })
    await rest(60_000)
    expect([sent.length, draft.state().saving, browser.works.size]).toEqual([1, 'signedOut', 1])
    fails = null

    draft.settle()
    await rest(0)

    expect([held?.body, draft.state().saving]).toEqual(['One', 'saved'])
  })

  it('tries again by itself without a connection, with what was typed since', async () => {
    const draft = open()
    fails = problem('unreachable', 0)
    draft.edit({ body: 'One' })
    await rest()
    expect(draft.state().saving).toBe('waiting')
    draft.edit({ body: 'One two' })
    fails = null

    await rest(2_000)

    expect([held?.body, draft.state().saving]).toEqual(['One two', 'saved'])
  })

  it('takes a save whose reply was lost for what it is', async () => {
    const draft = open()
    losesReply = true
    draft.edit({ body: 'One' })
    await rest()

    await rest(2_000)

    expect([held?.body, draft.state().saving, sent.length]).toEqual(['One', 'saved', 2])
  })

  it('makes a revision of its own where it is saved by hand', async () => {
    const draft = open()
    draft.edit({ body: 'One' })

    await draft.flush(true)

    expect(sent).toMatchObject([{ autosave: false }])
  })
})

describe('a draft that somebody else changed', () => {
  const inConflict = async () => {
    const draft = open()
    held = articleOf({ body: 'Theirs', updatedAt: '2026-03-05T11:00:00.000Z' })
    draft.edit({ body: 'Mine' })
    await rest()
    return draft
  }

  it('stands as it was, and sends nothing more', async () => {
    const draft = await inConflict()
    draft.edit({ body: 'Mine too' })
    await rest(60_000)

    expect(draft.state()).toMatchObject({
      saving: 'conflict',
      content: { body: 'Mine too' },
      article: { body: 'Theirs' },
    })
    expect([sent.length, browser.works.size]).toEqual([1, 1])
  })

  it('takes mine on top of theirs', async () => {
    const draft = await inConflict()

    await draft.keepMine()

    expect([held?.body, draft.state().saving, browser.works.size]).toEqual(['Mine', 'saved', 0])
    expect(sent.at(-1)).toMatchObject({ autosave: false, basedOn: '2026-03-05T11:00:00.000Z' })
  })

  it('takes theirs', async () => {
    const draft = await inConflict()

    draft.takeTheirs()

    expect(draft.state()).toMatchObject({ saving: 'saved', content: { body: 'Theirs' } })
    expect(browser.works.size).toBe(0)
  })

  it('is in conflict also when it was changed while the page was closed', () => {
    open().edit({ body: 'Mine' })
    const theirs = articleOf({ body: 'Theirs', updatedAt: '2026-03-05T11:00:00.000Z' })

    const draft = openArticle({ article: theirs }, server, keptOf(theirs.id))

    expect(draft.state()).toMatchObject({ saving: 'conflict', content: { body: 'Mine' } })
  })
})

describe('a published article', () => {
  it('keeps changes back until they are published', async () => {
    const draft = open({ state: 'published' })
    draft.edit({ body: 'One' })
    await rest(60_000)
    expect([sent.length, draft.state().saving, browser.works.size]).toEqual([0, 'changed', 1])

    await draft.flush(true)

    expect([held?.body, draft.state().saving]).toEqual(['One', 'saved'])
  })

  it('keeps what is written here when its state changes elsewhere', () => {
    const draft = open({ state: 'published' })
    draft.edit({ body: 'Mine' })

    draft.adopt(articleOf({ state: 'draft', updatedAt: '2026-03-05T11:00:00.000Z' }))

    expect(draft.state()).toMatchObject({ content: { body: 'Mine' }, article: { state: 'draft' } })
  })
})

describe('a new article', () => {
  it('is none before it has a title, and waits until that is whole', async () => {
    const draft = openNew()
    draft.edit({ body: 'Words' })
    await rest(60_000)
    draft.edit({ title: 'Fe' })
    await rest(60_000)
    expect([sent.length, browser.works.size]).toEqual([0, 1])
    draft.edit({ title: 'Fees' })

    draft.settle()
    await rest(0)

    expect(sent).toMatchObject([{ title: 'Fees', body: 'Words', articleId: idOf('n') }])
    expect(draft.state()).toMatchObject({ saving: 'saved', content: { slug: 'from-title' } })
    expect(browser.works.size).toBe(0)
  })

  it('is not begun twice, though the reply was lost and the page loaded again', async () => {
    const first = openNew()
    losesReply = true
    first.edit({ title: 'Fees', body: 'One' })
    await rest()
    first.close()
    const again = openArticle({ ...aNew(), id: idOf('z') } as Given, server, browser.open('new'))
    again.edit({ body: 'One two' })

    await rest()
    await rest()

    expect([held?.id, held?.body, again.state().saving]).toEqual([idOf('n'), 'One two', 'saved'])
  })
})
