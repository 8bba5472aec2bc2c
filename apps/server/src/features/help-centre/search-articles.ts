import type { Deps } from '../../deps.ts'
import { listPublicTexts, type PublicItem } from '../articles/public-articles.queries.ts'
import type { View } from './centre.ts'
import { describeArticle } from './text-of.ts'

const mostFound = 20
const mostWords = 12

export type FoundArticle = PublicItem

/**
 * Articles of the view's language for words: those that the suggestion engine names, in its order, then those that
 * hold all words, by where they hold them. Each with a line on what it is about.
 */
export async function searchArticles({ store, suggesters }: Deps, view: View, text: string): Promise<FoundArticle[]> {
  const { workspace, locale } = view
  const [texts, { suggester }] = await Promise.all([
    listPublicTexts(store.read, workspace.id, locale),
    suggesters.of(workspace.id),
  ])
  const words = searchable(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, mostWords)
  const byId = new Map(texts.map((article) => [article.id, article]))
  // What is not for everybody takes no place.
  const suggested = suggester
    .prepare(text, { limit: 5, locale, kinds: ['article', 'issue'] })((id) => byId.has(id))
    .flatMap(({ documentId, confident }) => (confident ? documentId : []))
  const { compare } = new Intl.Collator(locale)
  const holding = texts
    .map((article) => ({ article, score: scoreOf(article, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || compare(a.article.title, b.article.title))
    .map(({ article }) => article.id)
  return [...new Set([...suggested, ...holding])]
    .flatMap((id) => byId.get(id) ?? [])
    .slice(0, mostFound)
    .map((article) => ({ ...article, summary: describeArticle(article) }))
}

/** Case, accents and width make no difference. */
const searchable = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

/** Zero unless every word stands somewhere; a title weighs most. */
const scoreOf = ({ title, summary, body }: Searched, words: string[]): number => {
  if (words.length === 0) return 0
  const [inTitle, inSummary, inBody] = [title, summary ?? '', body].map(searchable)
  let score = 0
  for (const word of words) {
    const found =
      (inTitle?.includes(word) ? 8 : 0) + (inSummary?.includes(word) ? 4 : 0) + (inBody?.includes(word) ? 1 : 0)
    if (found === 0) return 0
    score += found
  }
  return score
}

type Searched = { title: string; summary: string | null; body: string }
