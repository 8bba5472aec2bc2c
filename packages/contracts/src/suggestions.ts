import { z } from 'zod'
import { IdeaState } from './ideas.ts'
import { ArticleId, IdeaId, RequestId } from './ids.ts'
import { AgeMs, PagePlace } from './responses.ts'

/** asked: while a ticket is written; searched: in the search of the help panel or of the help centre. */
export const RequestKind = z.enum(['asked', 'searched'])
export type RequestKind = z.infer<typeof RequestKind>

/**
 * What the person has typed so far. Nothing typed yet: what is wanted on this page. With a `requestId` and the token of
 * a visitor the request is kept, as it was typed last; without, nothing is stored.
 */
export const SuggestionQuery = z.strictObject({
  text: z.string().max(5000),
  locale: z.string().max(35).optional(),
  kind: RequestKind.default('asked'),
  requestId: RequestId.optional().describe('Made in the browser when somebody begins to type'),
  page: PagePlace.optional(),
})
export type SuggestionQuery = z.input<typeof SuggestionQuery>

/** Why something is suggested: it solved so many requests like this one, or it holds these words of it. */
export const SuggestionReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('solved'), requests: z.int() }),
  z.object({ kind: z.literal('words'), words: z.array(z.string()) }),
])
export type SuggestionReason = z.infer<typeof SuggestionReason>

const shown = { title: z.string(), excerpt: z.string(), locale: z.string(), why: SuggestionReason }

/** What may answer the person, best first: articles, known issues and ideas in one list. */
export const Suggestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['article', 'known_issue']), articleId: ArticleId, ...shown }),
  z.object({
    kind: z.literal('idea'),
    ideaId: IdeaId,
    state: IdeaState,
    votes: z.int().describe('People'),
    voted: z.boolean().describe('Whether this visitor voted for it'),
    ...shown,
  }),
])
export type Suggestion = z.infer<typeof Suggestion>
export const SuggestionList = z.object({ items: z.array(Suggestion) })
export type SuggestionList = z.infer<typeof SuggestionList>

/** What became of a suggestion within a request; said again, the later word counts. */
export const NewArticleReading = z.strictObject({
  articleId: ArticleId,
  helped: z.literal(false).optional().describe('false: the person said that it did not help'),
  ageMs: AgeMs,
})
export type NewArticleReading = z.infer<typeof NewArticleReading>
