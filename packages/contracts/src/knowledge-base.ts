import { z } from 'zod'
import { longestArticleBody, longestArticleSummary, longestArticleTitle } from './article-limits.ts'
import { ArticleNode } from './articles.ts'
import { AreaId, ArticleId } from './ids.ts'
import { PageQuery, pageOf } from './pages.ts'
import { AgeMs } from './responses.ts'

/** As the last part of an address: letters and digits of any script, small, joined by `-`. */
export const ArticleSlug = z
  .string()
  .max(120)
  .regex(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u, 'must be letters and digits joined by -')
  .refine((slug) => slug === slug.toLowerCase(), 'must be in small letters')

/** Whether `Intl` knows what to do with a tag, and writes it in the same way; other tags would fail at the first date. */
const isUsualTag = (tag: string) => {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}

/** A language tag in its usual form, such as de or pt-BR. */
export const ArticleLocale = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language such as de')
  .refine(isUsualTag, 'must be a language in its usual form, such as pt-BR')

const content = {
  slug: ArticleSlug.describe('Versions of one article in several languages share it'),
  locale: ArticleLocale,
  title: z.string().trim().min(1, 'must not be empty').max(longestArticleTitle),
  summary: z.string().trim().max(longestArticleSummary).nullable().describe('One or two sentences; null: none'),
  body: z.string().max(longestArticleBody).describe('Markdown'),
  areaId: AreaId.nullable(),
  audience: z.string().max(4_000).nullable().describe('Text of a segment: who may read it; null: everyone'),
  knownIssue: z.boolean().default(false).describe('Whether it tells of a fault that is being mended'),
}

/** All that a revision keeps. */
export const ArticleContent = z.strictObject(content)
export type ArticleContent = z.infer<typeof ArticleContent>

/** A new article; it is a draft. Without a slug it gets one from its title. */
export const NewArticle = ArticleContent.extend({
  articleId: ArticleId.optional().describe('Made by the caller: the same one sent again is the same article'),
  slug: content.slug.optional(),
  summary: content.summary.default(null),
  body: content.body.default(''),
  areaId: content.areaId.default(null),
  audience: content.audience.default(null),
})
export type NewArticle = z.infer<typeof NewArticle>

const basedOn = z.iso
  .datetime()
  .describe('`updatedAt` of the article as it was read; another one means that somebody else was first')

/** A change: the whole content anew. Another slug moves every language version, and the old address leads to it. */
export const ArticleChange = ArticleContent.extend({
  basedOn,
  autosave: z
    .boolean()
    .default(false)
    .describe('Saved while it is being typed: joins the last revision, where that is of this member and 10 minutes'),
})
export type ArticleChange = z.infer<typeof ArticleChange>

/** Which article is published, deleted, or given earlier words: without `basedOn`, as it is now. */
export const ArticleBasis = z.strictObject({ basedOn: basedOn.optional() })

export const ArticleState = z.enum(['draft', 'published'])
export type ArticleState = z.infer<typeof ArticleState>

/** A link or picture in an article that leads nowhere. */
export const LinkFault = z.object({
  line: z.int().describe('Of the Markdown, from 1'),
  target: z.string(),
  kind: z
    .enum(['missing_article', 'unpublished_article', 'missing_image', 'missing_file'])
    .describe('missing_file: a relative link that is no page of an import'),
})
export type LinkFault = z.infer<typeof LinkFault>

/** How often readers said that an article helped, and did not. */
export const VerdictCount = z.object({ helped: z.int(), notHelped: z.int() })
export type VerdictCount = z.infer<typeof VerdictCount>

const own = {
  id: ArticleId,
  state: ArticleState,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime().describe('Name it in `basedOn` of a change'),
  publishedAt: z.iso.datetime().nullable().describe('First time'),
  verdicts: VerdictCount,
}

const version = { articleId: ArticleId, locale: z.string(), state: ArticleState }

/** An article as members edit it. */
export const ArticleDetail = z.object({
  ...content,
  ...own,
  versions: z.array(z.object({ ...version, title: z.string() })).describe('The same article in other languages'),
  redirects: z.array(z.string()).describe('Slugs it had before'),
  linkFaults: z.array(LinkFault),
  address: z.string().nullable().describe('Path of its public page; null: it has none'),
})
export type ArticleDetail = z.infer<typeof ArticleDetail>

export const ArticleItem = z.object({
  ...own,
  slug: z.string(),
  locale: z.string(),
  title: z.string(),
  summary: z.string().nullable(),
  areaId: z.string().nullable(),
  audience: z.string().nullable(),
  versions: z.array(z.object(version)).describe('The same article in other languages'),
})
export type ArticleItem = z.infer<typeof ArticleItem>
export const ArticlePage = pageOf(ArticleItem)
export type ArticlePage = z.infer<typeof ArticlePage>

export const ArticleQuery = PageQuery.extend({
  q: z.string().max(200).optional().describe('Words of title, summary or slug'),
  areaId: AreaId.or(z.literal('none')).optional().describe('none: articles without an area'),
  locale: ArticleLocale.optional(),
  state: ArticleState.optional(),
}).strict()
export type ArticleQuery = z.infer<typeof ArticleQuery>

/** What is being written, to be shown as readers will see it. */
export const NewArticlePreview = z.strictObject({ locale: ArticleLocale, body: content.body })
export type NewArticlePreview = z.infer<typeof NewArticlePreview>

export const ArticlePreview = z.object({
  body: z.array(ArticleNode).describe('Links to articles lead to where they are edited'),
  linkFaults: z.array(LinkFault),
})
export type ArticlePreview = z.infer<typeof ArticlePreview>

export const RevisionReason = z.enum(['created', 'changed', 'restored', 'imported'])

/** What an article held after a change. */
export const ArticleRevision = z.object({
  revision: z.int().describe('Counts up from 1'),
  reason: RevisionReason,
  content: ArticleContent,
  createdAt: z.iso.datetime(),
  memberName: z.string().nullable().describe('null: nobody known'),
})
export type ArticleRevision = z.infer<typeof ArticleRevision>
export const ArticleRevisionList = z.object({ items: z.array(ArticleRevision) })

/** The last part of the help centre's address; an id of a workspace always leads there too. */
export const HelpCentreName = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a–z and digits, joined by -')
  .min(2)
  .max(40)

export const HelpCentre = z.object({
  address: z.string().describe('Path of the public help centre'),
  name: z.string().nullable().describe('As chosen; null: the address holds the id of the workspace'),
})
export type HelpCentre = z.infer<typeof HelpCentre>
export const HelpCentreChange = z.strictObject({ name: HelpCentreName })
export type HelpCentreChange = z.infer<typeof HelpCentreChange>

/** "Did this help?" */
export const NewVerdict = z.strictObject({ helped: z.boolean(), ageMs: AgeMs })
export type NewVerdict = z.infer<typeof NewVerdict>

export const knowledgeBaseProblems = {
  article_changed: [
    409,
    'Somebody else changed this article in the meantime. Load it again; your change is not stored.',
  ],
  article_slug_taken: [409, 'Another article of this language has this slug.'],
  revision_not_found: [404, 'There is no such revision of this article.'],
  image_type: [415, 'Send PNG, JPEG, WebP or GIF.'],
  too_many_images: [409, 'The knowledge base holds as many pictures as it may.'],
  help_centre_name_taken: [409, 'Another help centre has this name.'],
  articles_unreadable: [400, 'This file cannot be read as that export.'],
} as const
