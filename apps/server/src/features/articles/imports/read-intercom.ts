import { z } from 'zod'
import { problem } from '../../../http/problem.ts'
import type { ImportSource } from './import-page.ts'
import { type ExportedArticle, readExport } from './read-export.ts'
import { readJson } from './read-zendesk.ts'

const Id = z.union([z.int(), z.string().max(40)]).transform(String)

const content = {
  title: z.string().nullish(),
  description: z.string().nullish(),
  body: z.string().nullish(),
  state: z.string().nullish(),
}
const Content = z.object(content)
const IntercomArticle = z.object({
  id: Id,
  default_locale: z.string().nullish(),
  parent_id: Id.nullish(),
  // Beside the languages stands `type`, which is a text.
  translated_content: z.record(z.string(), z.unknown()).nullish(),
  ...content,
})
const Articles = z.array(IntercomArticle).max(20_000)
const Collections = z.array(z.object({ id: Id, name: z.string() }))
/** `GET /articles`: a list of articles under `data`; with `collections` those of `GET /help_center/collections`. */
const IntercomExport = z.object({
  data: Articles.optional(),
  articles: Articles.optional(),
  collections: Collections.or(z.object({ data: Collections })).nullish(),
})

/** Articles as Intercom's API hands them out. @throws Problem articles_unreadable */
export async function readIntercom(file: Buffer, locale: string): Promise<ImportSource> {
  const { data, articles = data, collections } = readJson(file, IntercomExport)
  if (!articles) throw problem('articles_unreadable', { detail: 'There are no articles under `data`.' })
  const named = Array.isArray(collections) ? collections : (collections?.data ?? [])
  const names = new Map(named.map(({ id, name }) => [id, name]))
  const exported = articles.flatMap((article): ExportedArticle[] => {
    const own = { ...article, locale: article.default_locale ?? null }
    const translations = Object.entries(article.translated_content ?? {}).flatMap(([language, value]) => {
      const { success, data: version } = Content.safeParse(value)
      return success && version.body ? [{ ...version, locale: language }] : []
    })
    return [own, ...translations].map((version) => ({
      id: article.id,
      locale: version.locale,
      title: version.title ?? '',
      summary: version.description ?? null,
      html: version.body ?? '',
      areaName: (article.parent_id && names.get(article.parent_id)) || null,
      isDraft: version.state !== undefined && version.state !== 'published',
    }))
  })
  return readExport('intercom', exported, locale)
}
