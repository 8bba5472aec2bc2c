import type { ArticleContent } from '@heed/contracts'

/** What the server does not have yet, and `updatedAt` of what it was made of; null: of a new article. */
export type KeptArticle = { articleId: string; basedOn: string | null; content: ArticleContent }

export const isKeptArticle = (value: unknown): value is KeptArticle =>
  isRecord(value) &&
  typeof value.articleId === 'string' &&
  (value.basedOn === null || typeof value.basedOn === 'string') &&
  isRecord(value.content) &&
  typeof value.content.title === 'string' &&
  typeof value.content.body === 'string'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
