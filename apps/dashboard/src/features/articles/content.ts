import type { ArticleContent } from '@heed/contracts'

/** The content within something that holds more, such as an article as the server sends it. */
export const contentOf = ({
  slug,
  locale,
  title,
  summary,
  body,
  areaId,
  audience,
  knownIssue,
}: ArticleContent): ArticleContent => ({ slug, locale, title, summary, body, areaId, audience, knownIssue })

/** What a new article begins with. Without a slug it gets one from its title when it is first saved. */
export const emptyContent = (given: Partial<ArticleContent> = {}): ArticleContent => ({
  slug: '',
  locale: 'en',
  title: '',
  summary: null,
  body: '',
  areaId: null,
  audience: null,
  knownIssue: false,
  ...given,
})

const fields = ['slug', 'locale', 'title', 'summary', 'body', 'areaId', 'audience', 'knownIssue'] as const
export type ContentField = (typeof fields)[number]

/** Fields in which two contents differ. The server takes blanks off the ends of lines of one line, and null for none. */
export const changedFields = (a: ArticleContent, b: ArticleContent): ContentField[] =>
  fields.filter((field) => tidied(a, field) !== tidied(b, field))

export const isSameContent = (a: ArticleContent, b: ArticleContent): boolean => changedFields(a, b).length === 0

const tidied = (content: ArticleContent, field: ContentField) => {
  const value = content[field]
  return field === 'body' || typeof value !== 'string' ? value : value.trim() || null
}
