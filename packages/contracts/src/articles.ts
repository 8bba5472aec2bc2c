import { z } from 'zod'
import { ArticleId, RequestId } from './ids.ts'
import { AgeMs, PagePlace } from './responses.ts'

/** One node of an article's text: a tree in place of HTML, so that the widget never touches innerHTML. */
export type ArticleNode =
  | { kind: 'text'; text: string }
  | { kind: 'break' | 'rule' }
  | { kind: 'code'; text: string; block: boolean }
  | { kind: 'image'; src: string; alt: string }
  | { kind: 'link'; href: string; children: ArticleNode[] }
  | { kind: 'heading'; level: 2 | 3 | 4; children: ArticleNode[] }
  | { kind: 'list'; ordered: boolean; children: ArticleNode[] }
  | { kind: 'cell'; head: boolean; align: CellAlignment | null; children: ArticleNode[] }
  | { kind: PlainKind; children: ArticleNode[] }

export type CellAlignment = 'left' | 'center' | 'right'

/** A table holds rows, a row holds cells, and the cells of a table's first row are heads. */
const plainKinds = ['paragraph', 'strong', 'emphasis', 'item', 'quote', 'table', 'row'] as const
type PlainKind = (typeof plainKinds)[number]

// With a name: a tree can be described only by one that its nodes point at.
export const ArticleNode: z.ZodType<ArticleNode> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('text'), text: z.string() }),
      z.object({ kind: z.enum(['break', 'rule']) }),
      z.object({ kind: z.literal('code'), text: z.string(), block: z.boolean() }),
      z.object({ kind: z.literal('image'), src: z.string(), alt: z.string() }),
      z.object({ kind: z.literal('link'), href: z.string(), children: z.array(ArticleNode) }),
      z.object({
        kind: z.literal('heading'),
        level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
        children: z.array(ArticleNode),
      }),
      z.object({ kind: z.literal('list'), ordered: z.boolean(), children: z.array(ArticleNode) }),
      z.object({
        kind: z.literal('cell'),
        head: z.boolean(),
        align: z.enum(['left', 'center', 'right']).nullable(),
        children: z.array(ArticleNode),
      }),
      z.object({ kind: z.enum(plainKinds), children: z.array(ArticleNode) }),
    ]),
  )
  .meta({ id: 'ArticleNode' })

export const Article = z.object({
  id: ArticleId,
  title: z.string(),
  locale: z.string(),
  summary: z.string().nullable(),
  body: z.array(ArticleNode),
  updatedAt: z.iso.datetime(),
})
export type Article = z.infer<typeof Article>

/** A request that ended with an article: "this solved it". */
export const NewDeflection = z.strictObject({
  articleId: ArticleId,
  text: z.string().max(5000),
  page: PagePlace.optional(),
  requestId: RequestId.optional().describe('The request that it is the end of'),
  ageMs: AgeMs,
})
export type NewDeflection = z.infer<typeof NewDeflection>

export const articleProblems = {
  article_not_found: [404, 'There is no such published article in this workspace.'],
} as const
