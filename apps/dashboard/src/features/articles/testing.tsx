import type {
  ArticleDetail,
  ArticleImportReport,
  ArticleItem,
  ArticlePreview,
  ArticleRevision,
  LinkFault,
  NewArticle,
} from '@heed/contracts'
import { vi } from 'vitest'
import { contentOf, emptyContent } from './content.ts'

// For tests: a server that keeps a few articles, and says no when it is told to.

export { memberOf, workspace } from '../surveys/testing.tsx'

export const idOf = (letter: string) => `art_${letter.repeat(21)}`

export const articleOf = (given: Partial<ArticleDetail> = {}): ArticleDetail => ({
  ...emptyContent({ slug: 'fees', title: 'Fees', body: 'Wait five days.' }),
  id: idOf('a'),
  state: 'draft',
  createdAt: '2026-03-05T10:00:00.000Z',
  updatedAt: '2026-03-05T10:00:00.000Z',
  publishedAt: null,
  verdicts: { helped: 0, notHelped: 0 },
  versions: [],
  redirects: [],
  linkFaults: [],
  address: null,
  ...given,
})

const listed = ({ body, redirects, linkFaults, address, ...article }: ArticleDetail): ArticleItem => ({
  ...article,
  versions: article.versions.map(({ articleId, locale, state }) => ({ articleId, locale, state })),
})

type Refusal = { status: number; code: string; errors?: { field: string; message: string }[] }

export type Served = {
  /** What was asked for, in order. */
  asked: { method: string; path: string; query: string; body: unknown }[]
  articles: ArticleDetail[]
  revisions: ArticleRevision[]
  linkFaults: LinkFault[]
  report: ArticleImportReport
  areas: { id: string; name: string }[]
  /** Refuses what begins so, such as "PUT /api/articles/", once. */
  refuse: { begins: string; with: Refusal } | null
  isOffline: boolean
}

export const reportOf = (given: Partial<ArticleImportReport> = {}): ArticleImportReport => ({
  dryRun: false,
  created: 1,
  changed: 0,
  same: 0,
  leftOut: 0,
  areas: [],
  images: 0,
  files: [],
  ...given,
})

/** Puts a server in the place of `fetch`. */
export function serveArticles(articles: ArticleDetail[] = []): Served {
  const served: Served = {
    asked: [],
    articles,
    revisions: [],
    linkFaults: [],
    report: reportOf(),
    areas: [{ id: 'are_1', name: 'Billing' }],
    refuse: null,
    isOffline: false,
  }
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    const { pathname: path, search } = new URL(input, location.origin)
    const method = init.method ?? 'GET'
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : init.body
    const query = decodeURIComponent(search)
    if (served.isOffline) throw new TypeError('no network')
    served.asked.push({ method, path, query, body })
    const { refuse } = served
    if (refuse && `${method} ${path}`.startsWith(refuse.begins)) {
      served.refuse = null
      return Response.json({ type: '', title: refuse.with.code, ...refuse.with }, { status: refuse.with.status })
    }
    return answer(served, method, path, query, body)
  })
  return served
}

/** Changes that were sent, without what stores nothing, as "PUT publication". */
export const changesOf = ({ asked }: Served) =>
  asked
    .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/preview'))
    .map((change) => ({ ...change, name: [change.method, ...change.path.split('/').slice(4)].join(' ') }))

let moments = 0
const nextMoment = () => new Date(Date.parse('2026-03-06T10:00:00.000Z') + ++moments * 1000).toISOString()

function answer(served: Served, method: string, path: string, query: string, body: unknown): Response {
  const [, , what, id, act] = path.split('/')
  if (what === 'areas') return Response.json({ items: served.areas })
  if (what === 'help-centre') return Response.json({ address: '/help/quayside', name: 'quayside', ...(body as object) })
  if (what === 'workspace') return Response.json({ defaultLocale: 'pt' })
  if (what !== 'articles') return Response.json({ items: [], traits: [], events: [] })
  if (id === undefined)
    return method === 'POST' ? create(served, body as NewArticle) : list(served, new URLSearchParams(query))
  if (id === 'preview') return Response.json(previewOf(served, (body as { body: string }).body))
  if (id === 'images') return Response.json({ address: '/help/wsp_1/images/abc.png', type: 'image/png', sizeBytes: 3 })
  if (id === 'imports')
    return Response.json({ ...served.report, dryRun: query.includes('dryRun=true') } satisfies ArticleImportReport)
  const article = served.articles.find((each) => each.id === id)
  if (!article) return Response.json({ type: '', title: '', status: 404, code: 'article_not_found' }, { status: 404 })
  if (act === 'revisions' && method === 'GET') return Response.json({ items: served.revisions })
  if (method === 'GET') return Response.json(article)
  const said = (body ?? {}) as { basedOn?: string }
  const basedOn = said.basedOn ?? new URLSearchParams(query).get('basedOn') ?? article.updatedAt
  if (basedOn !== article.updatedAt)
    return Response.json({ type: '', title: 'Changed', status: 409, code: 'article_changed' }, { status: 409 })
  if (method === 'DELETE' && act === undefined) {
    served.articles = served.articles.filter((each) => each.id !== id)
    return new Response(null, { status: 204 })
  }
  return Response.json(
    keep(served, { ...article, ...changed(served, article, path, method, body), updatedAt: nextMoment() }),
  )
}

const previewOf = ({ linkFaults }: Served, body: string): ArticlePreview => ({
  body: [{ kind: 'paragraph', children: [{ kind: 'text', text: `Seen: ${body}` }] }],
  linkFaults,
})

function changed(
  served: Served,
  article: ArticleDetail,
  path: string,
  method: string,
  body: unknown,
): Partial<ArticleDetail> {
  const [, , , , act, number] = path.split('/')
  if (act === 'publication') {
    const isPublished = method === 'PUT'
    return {
      state: isPublished ? 'published' : 'draft',
      address: isPublished ? `/help/quayside/en/${article.slug}` : null,
    }
  }
  if (act === 'revisions')
    return contentOf(served.revisions.find(({ revision }) => `${revision}` === number)?.content ?? article)
  return contentOf(body as ArticleDetail)
}

function create(served: Served, { articleId = idOf('n'), ...content }: NewArticle): Response {
  const before = served.articles.find(({ id }) => id === articleId)
  if (before) return Response.json(before, { status: 201 })
  const at = nextMoment()
  const slug = content.slug ?? content.title.toLowerCase().replace(/\W+/g, '-')
  const article = articleOf({ ...content, slug, id: articleId, createdAt: at, updatedAt: at })
  served.articles = [article, ...served.articles]
  return Response.json(article, { status: 201 })
}

function list(served: Served, query: URLSearchParams): Response {
  const q = query.get('q')?.toLowerCase() ?? ''
  const state = query.get('state')
  const items = served.articles
    .filter((each) => each.title.toLowerCase().includes(q) && (!state || each.state === state))
    .map(listed)
  return Response.json({ items, nextCursor: null, total: items.length })
}

function keep(served: Served, article: ArticleDetail): ArticleDetail {
  served.articles = served.articles.map((each) => (each.id === article.id ? article : each))
  return article
}
