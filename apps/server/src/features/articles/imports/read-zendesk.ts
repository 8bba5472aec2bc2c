import { z } from 'zod'
import { clean } from '../../../http/clean-input.ts'
import { problem } from '../../../http/problem.ts'
import type { ImportSource } from './import-page.ts'
import { type ExportedArticle, readExport } from './read-export.ts'

const Id = z.union([z.int(), z.string().max(40)]).transform(String)
const Html = z.string().nullish()

const Translation = z.object({ locale: z.string(), title: z.string(), body: Html, draft: z.boolean().nullish() })
const ZendeskArticle = z.object({
  id: Id,
  title: z.string(),
  body: Html,
  locale: z.string().nullish(),
  draft: z.boolean().nullish(),
  section_id: Id.nullish(),
  translations: z.array(Translation).nullish(),
})
/** `GET /api/v2/help_center/articles.json`, with `sections` and `translations` where they are side-loaded. */
const ZendeskExport = z.object({
  articles: z.array(ZendeskArticle).max(20_000),
  sections: z.array(z.object({ id: Id, name: z.string() })).nullish(),
})

/** Articles as Zendesk's help center API hands them out. @throws Problem articles_unreadable */
export async function readZendesk(file: Buffer, locale: string): Promise<ImportSource> {
  const { articles, sections } = readJson(file, ZendeskExport)
  const names = new Map(sections?.map(({ id, name }) => [id, name]))
  const exported = articles.flatMap((article): ExportedArticle[] => {
    const own = { locale: article.locale ?? null, title: article.title, body: article.body, draft: article.draft }
    const areaName = (article.section_id && names.get(article.section_id)) || null
    return [own, ...(article.translations ?? [])].map((version) => ({
      id: article.id,
      locale: version.locale,
      title: version.title,
      summary: null,
      html: version.body ?? '',
      areaName,
      isDraft: version.draft ?? false,
    }))
  })
  return readExport('zendesk', exported, locale)
}

/** @throws Problem articles_unreadable */
export const readJson = <T>(file: Buffer, schema: z.ZodType<T>): T => {
  let json: unknown
  try {
    json = JSON.parse(file.toString('utf8').replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw problem('articles_unreadable', { detail: 'This is not JSON.', cause })
  }
  const read = schema.safeParse(clean(json))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw problem('articles_unreadable', { detail: `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? ''}` })
}
