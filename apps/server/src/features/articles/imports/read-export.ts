import { setImmediate } from 'node:timers/promises'
import { longestArticleBody, longestArticleSummary, longestArticleTitle } from '@heed/contracts/article-limits'
import { isReadable } from '../read-markdown.ts'
import { htmlToMarkdown, isTooDeep } from './html-to-markdown.ts'
import { type ImportPage, type ImportSource, type LeftOut, versionsByKey } from './import-page.ts'
import { readLanguage } from './page-locale.ts'

/** One language version of an article as a help desk's export holds it. */
export type ExportedArticle = {
  id: string
  locale: string | null
  title: string
  summary: string | null
  html: string
  areaName: string | null
  isDraft: boolean
}

/** Articles of an export as pages. Links from one to another are known by the number in their address. */
export async function readExport(
  tool: 'zendesk' | 'intercom',
  articles: ExportedArticle[],
  locale: string,
): Promise<ImportSource> {
  const leftOut: LeftOut[] = []
  const pages: ImportPage[] = []
  const seen = new Set<string>()
  for (const article of articles) {
    await setImmediate() // others are served meanwhile
    if (isTooDeep(article.html)) {
      leftOut.push({ path: pathOf(article, locale), reason: 'unreadable' })
      continue
    }
    const page = toPage(tool, article, locale)
    if (page.body === '' || page.title === '') leftOut.push({ path: page.path, reason: 'empty' })
    else if (page.body.length > longestArticleBody || !isReadable(page.body))
      leftOut.push({ path: page.path, reason: 'unreadable' })
    else if (!seen.has(page.externalId)) {
      seen.add(page.externalId)
      pages.push(page)
    }
  }
  const byId = versionsByKey(pages)
  // An export may name a version twice, once without its text.
  const taken = new Set(pages.map(({ path }) => path))
  return {
    pages,
    leftOut: leftOut.filter(({ path }) => !taken.has(path)),
    imagesOf: () => [],
    findLink: (page, url) => {
      const [, id = ''] = /\/articles\/(\d+)/.exec(url) ?? []
      const versions = byId.get(id)
      const target = versions?.find(({ locale: of }) => of === page.locale) ?? versions?.[0]
      return target ? { externalId: target.externalId } : 'elsewhere'
    },
    findImage: (_page, url) => (/^(https?:|data:|\/\/)/i.test(url) ? 'elsewhere' : 'missing'),
  }
}

const localeOf = ({ locale }: ExportedArticle, fallback: string) => (locale && readLanguage(locale)) || fallback
const pathOf = (article: ExportedArticle, fallback: string) => `${article.id} (${localeOf(article, fallback)})`

const toPage = (tool: string, article: ExportedArticle, fallback: string): ImportPage => {
  const { id, html, areaName, isDraft } = article
  const locale = localeOf(article, fallback)
  const title = article.title.trim().slice(0, longestArticleTitle).toWellFormed()
  return {
    path: pathOf(article, fallback),
    externalId: `${tool}:${id}:${locale}`,
    key: id,
    locale,
    title,
    titleLine: 1,
    summary: article.summary?.trim().slice(0, longestArticleSummary).toWellFormed() || null,
    body: htmlToMarkdown(html),
    linesBefore: 0,
    slug: null,
    slugFrom: title,
    areaName,
    isDraft,
    notes: [],
  }
}
