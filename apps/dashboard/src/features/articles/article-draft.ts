import type { ArticleChange, ArticleContent, ArticleDetail, NewArticle } from '@heed/contracts'
import { ApiProblem, isSignedOut, mayRetry } from '../../api.ts'
import type { KeptWork } from '../../kept-work.ts'
import { contentOf, isSameContent } from './content.ts'
import { isKeptArticle, type KeptArticle } from './kept-article.ts'

/**
 * How the text on the screen stands to the server's: `changed` is kept in this browser alone, `waiting` is tried again
 * by itself, `refused` is not, `signedOut` is once the member is back, `conflict` must be decided, because somebody else
 * was first.
 */
export type Saving = 'saved' | 'changed' | 'saving' | 'waiting' | 'signedOut' | 'refused' | 'conflict'

export type DraftState = {
  /** As the server holds it; null: it does not yet. */
  article: ArticleDetail | null
  content: ArticleContent
  saving: Saving
  error: unknown
}

export type DraftServer = {
  read: (id: string) => Promise<ArticleDetail>
  create: (article: NewArticle) => Promise<ArticleDetail>
  change: (id: string, change: ArticleChange) => Promise<ArticleDetail>
}

/** An article that is there, or what a new one begins with and the name under which its beginnings are kept. */
export type Given = { article: ArticleDetail } | { id: string; content: ArticleContent; name: string }

/** The name under which a browser keeps work at an article. */
export const articleThing = (id: string) => `article ${id}`

const restMs = 800
const firstRetryMs = 2_000
const longestRetryMs = 30_000

/**
 * An article while it is written. A draft saves itself once the typing rests, a new one as soon as it has a title; changes
 * of a published one are read by customers at once, and wait for `flush`. What the server does not have yet is kept in
 * the browser, so that neither a reload nor a lost connection loses it.
 */
export function openArticle(given: Given, server: DraftServer, kept: KeptWork) {
  const listeners = new Set<() => void>()
  const before = kept.read()
  const begun = isKeptArticle(before) ? before : null
  const id = 'article' in given ? given.article.id : (begun?.articleId ?? given.id)
  let state = opened(given, begun)
  /** What the server was sent last, or sent itself. */
  let synced = state.article && contentOf(state.article)
  /** `updatedAt` of what the text stands on. */
  let basedOn = state.saving === 'conflict' ? '' : (state.article?.updatedAt ?? null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<ArticleDetail> | undefined
  let retryMs = firstRetryMs
  let isClosed = false

  const set = (changes: Partial<DraftState>) => {
    state = { ...state, ...changes }
    for (const listener of listeners) listener()
  }
  const isUnsaved = () => synced === null || !isSameContent(state.content, synced)
  const savesItself = () => state.article?.state !== 'published'
  const keep = () => kept.keep({ articleId: id, basedOn, content: state.content } satisfies KeptArticle)

  const schedule = (afterMs: number) => {
    clearTimeout(timer)
    // Without a title it is no article yet.
    if (savesItself() && !isClosed && state.content.title.trim() !== '')
      timer = setTimeout(() => void flush().catch(() => undefined), afterMs)
  }

  /** @param byHand makes a revision of its own; what saves itself joins the one before */
  async function flush(byHand = false): Promise<ArticleDetail> {
    clearTimeout(timer)
    while (running) await running.catch(() => undefined)
    if (state.saving === 'conflict') throw state.error
    if (state.article && !isUnsaved()) return state.article
    running = save(byHand).finally(() => {
      running = undefined
    })
    return running
  }

  async function save(byHand: boolean): Promise<ArticleDetail> {
    const sent = state.content
    set({ saving: 'saving', error: null })
    try {
      const article = state.article === null ? await create(sent) : await change(sent, byHand)
      took(article, sent)
      return article
    } catch (error) {
      failed(error, sent)
      throw error
    }
  }

  const create = ({ slug, ...sent }: ArticleContent) =>
    server.create({ articleId: id, ...sent, ...(slug ? { slug } : {}) })

  const change = (sent: ArticleContent, byHand: boolean) =>
    server
      .change(id, { ...sent, basedOn: basedOn ?? '', autosave: !byHand })
      .catch((error: unknown) => readAfter(error, sent))

  /** The reply of an earlier save may have been lost: then what the server holds is this very text. */
  async function readAfter(error: unknown, sent: ArticleContent): Promise<ArticleDetail> {
    if (!isChanged(error)) throw error
    const theirs = await server.read(id)
    if (isSameContent(contentOf(theirs), sent)) return theirs
    set({ article: theirs })
    throw error
  }

  function took(article: ArticleDetail, sent: ArticleContent) {
    const isNew = synced === null
    synced = contentOf(article)
    basedOn = article.updatedAt
    retryMs = firstRetryMs
    if (isNew) kept.moveTo(articleThing(article.id))
    // A new one got its slug from there. What was written since stays.
    const slug = state.content.slug === sent.slug ? article.slug : state.content.slug
    set({ article, content: { ...state.content, slug } })
    set({ saving: isUnsaved() ? 'changed' : 'saved' })
    if (isUnsaved()) {
      keep()
      schedule(restMs)
    } else kept.forget()
  }

  function failed(error: unknown, sent: ArticleContent) {
    if (isChanged(error)) return set({ saving: 'conflict', error })
    if (isSignedOut(error)) return set({ saving: 'signedOut', error: null })
    if (!mayRetry(error)) {
      set({ saving: 'refused', error })
      if (!isSameContent(state.content, sent)) schedule(restMs)
      return
    }
    set({ saving: savesItself() ? 'waiting' : 'refused', error })
    schedule(retryMs)
    retryMs = Math.min(longestRetryMs, retryMs * 2)
  }

  function reset(article: ArticleDetail) {
    kept.forget()
    synced = contentOf(article)
    basedOn = article.updatedAt
    set({ article, content: synced, saving: 'saved', error: null })
  }

  /** Takes over what the server said elsewhere: a publication, a change by somebody else while nothing is unsaved. */
  function adopt(article: ArticleDetail) {
    if (state.saving === 'conflict' || running || synced === null) return
    if (state.article && article.updatedAt < state.article.updatedAt) return
    const isSameText = isSameContent(contentOf(article), synced)
    if (!isSameText && isUnsaved()) return
    if (!isSameText) return reset(article)
    basedOn = article.updatedAt
    set({ article })
    if (isUnsaved()) keep()
  }

  /** Does something to the article as it stands here, which is saved first. Where somebody else was first, it is a conflict. */
  async function act(does: (basedOn: string) => Promise<ArticleDetail>): Promise<ArticleDetail> {
    const before = await flush(true)
    const after = await does(before.updatedAt).catch(async (error: unknown) => {
      if (!isChanged(error)) throw error
      const theirs = await server.read(id)
      if (isSameContent(contentOf(theirs), contentOf(before))) return does(theirs.updatedAt)
      set({ article: theirs, saving: 'conflict', error })
      throw error
    })
    adopt(after)
    return after
  }

  /**
   * Deletes the article as it stood here, with what was written since. Where somebody else was first it stays: what they
   * wrote is a conflict, and else the article is as it is by now.
   */
  async function remove(does: (basedOn: string) => Promise<void>): Promise<void> {
    while (running) await running.catch(() => undefined)
    clearTimeout(timer) // a save beside it would be somebody who was first
    const { article } = state
    if (!article) return
    try {
      await does(article.updatedAt)
    } catch (error) {
      if (isChanged(error)) await stay(article, error)
      if (isUnsaved() && state.saving !== 'conflict') schedule(restMs)
      throw error
    }
    kept.forget()
    set({ content: contentOf(article), saving: 'saved', error: null })
  }

  async function stay(seen: ArticleDetail, error: unknown) {
    const theirs = await server.read(id)
    if (state.saving !== 'conflict' && isSameContent(contentOf(theirs), contentOf(seen))) adopt(theirs)
    else set({ article: theirs, saving: 'conflict', error })
  }

  return {
    id,
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    edit: (changes: Partial<ArticleContent>) => {
      const content = { ...state.content, ...changes }
      if (isEqual(content, state.content)) return
      const isConflict = state.saving === 'conflict'
      set({ content })
      if (isUnsaved() || isConflict) keep()
      else if (state.article) kept.forget()
      if (isConflict) return
      clearTimeout(timer)
      if (running) return
      set({ saving: isUnsaved() ? 'changed' : 'saved', error: null })
      // The address of a new article comes from its title, which must be whole for it.
      const isTitleAlone = state.article === null && Object.keys(changes).join() === 'title'
      if (isUnsaved() && !isTitleAlone) schedule(restMs)
    },
    /** Goes on with what waits: a title that is whole now, what was kept before a reload, or while nobody was signed in. */
    settle: () => {
      if (state.saving === 'signedOut') set({ saving: 'changed' })
      if (state.saving === 'changed' && !running) schedule(0)
    },
    flush,
    adopt,
    act,
    remove,
    /** What the server holds counts, and the changes here are gone. */
    takeTheirs: () => {
      if (state.article) reset(state.article)
    },
    /** What stands here counts, on top of what the server holds, which stays among its revisions. */
    keepMine: () => {
      basedOn = state.article?.updatedAt ?? null
      synced = state.article && contentOf(state.article)
      set({ saving: 'changed', error: null })
      keep()
      return flush(true)
    },
    /** Nothing is sent by itself any more: what the server does not have is kept for the next who opens it. */
    close: () => {
      isClosed = true
      clearTimeout(timer)
    },
  }
}

export type ArticleDraft = ReturnType<typeof openArticle>

function opened(given: Given, kept: KeptArticle | null): DraftState {
  if (!('article' in given))
    return { article: null, content: kept?.content ?? given.content, saving: 'changed', error: null }
  const { article } = given
  if (!kept || isSameContent(kept.content, contentOf(article)))
    return { article, content: contentOf(article), saving: 'saved', error: null }
  const saving = kept.basedOn === article.updatedAt ? 'changed' : 'conflict'
  return { article, content: { ...contentOf(article), ...kept.content }, saving, error: null }
}

/** To the last blank, which may be the one between two words. */
const isEqual = (a: ArticleContent, b: ArticleContent): boolean => JSON.stringify(a) === JSON.stringify(b)

const isChanged = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'article_changed'
