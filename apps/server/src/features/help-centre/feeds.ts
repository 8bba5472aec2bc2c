import { type ComponentChildren, h } from 'preact'
import { render } from 'preact-render-to-string'
import type { PublicItem } from '../articles/public-articles.queries.ts'
import { articlePath, type Centre, feedPath, indexPath, type View } from './centre.ts'

const mostEntries = 50
const mostAddresses = 50_000

/** An element of XML; its text is escaped. */
const el = (name: string, attributes: Record<string, string> | null, ...children: ComponentChildren[]) =>
  h(name, attributes, ...children)

const write = (root: ReturnType<typeof el>) => `<?xml version="1.0" encoding="utf-8"?>\n${render(root)}`

/** Letters that XML does not have. */
const plain = (text: string) => text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')

/** Every page, each with its other languages: sitemaps.org, with Google's `xhtml:link`. */
export const renderSitemap = (centre: Centre): string => {
  const { origin, locales, articles } = centre
  const versions = new Map<string, PublicItem[]>()
  for (const article of articles) versions.set(article.slug, [...(versions.get(article.slug) ?? []), article])
  const page = (path: string, others: { locale: string; path: string }[], at?: Date) =>
    el(
      'url',
      null,
      el('loc', null, origin + path),
      at && el('lastmod', null, at.toISOString()),
      others.length > 1 &&
        others.map((other) =>
          el('xhtml:link', { rel: 'alternate', hreflang: other.locale, href: origin + other.path }),
        ),
    )
  const indexes = locales.map((locale) => ({ locale, path: indexPath(centre, locale) }))
  return write(
    el(
      'urlset',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
      indexes.map(({ path }) => page(path, indexes)),
      articles.slice(0, mostAddresses - indexes.length).map((article) =>
        page(
          articlePath(centre, article),
          (versions.get(article.slug) ?? []).map((version) => ({
            locale: version.locale,
            path: articlePath(centre, version),
          })),
          article.updatedAt,
        ),
      ),
    ),
  )
}

/** The articles of one language that changed last, as Atom (RFC 4287). */
export const renderFeed = (view: View): string => {
  const { origin, locale, lang, words, workspace } = view
  const newest = view.articles
    .filter((article) => article.locale === locale)
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
    .slice(0, mostEntries)
  const updated = newest[0]?.updatedAt ?? workspace.createdAt
  return write(
    el(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': lang },
      el('id', null, `urn:heed:help-centre:${workspace.id}:${locale}`),
      el('title', null, plain(`${workspace.name}: ${words.feed}`)),
      el('updated', null, updated.toISOString()),
      el('author', null, el('name', null, plain(workspace.name))),
      el('link', { rel: 'self', type: 'application/atom+xml', href: origin + feedPath(view, locale) }),
      el('link', { rel: 'alternate', type: 'text/html', href: origin + indexPath(view, locale) }),
      newest.map((article) =>
        el(
          'entry',
          { 'xml:lang': article.locale },
          el('id', null, `urn:heed:article:${article.id}`),
          el('title', null, plain(article.title)),
          el('link', { rel: 'alternate', type: 'text/html', href: origin + articlePath(view, article) }),
          el('updated', null, article.updatedAt.toISOString()),
          article.publishedAt && el('published', null, article.publishedAt.toISOString()),
          article.summary && el('summary', null, plain(article.summary)),
        ),
      ),
    ),
  )
}
