import MiniSearch, { type SearchResult } from 'minisearch'
import { excerptFor } from './excerpt.ts'
import { readBody } from './read-body.ts'
import type { SolvedRequest, SuggestArticle, Suggester, Suggestion } from './suggester.ts'
import { type Weight, weightTerms } from './weights.ts'
import { contentWords, piecesOf, stem } from './words.ts'

const fields = ['title', 'body', 'solved'] as const
type Field = (typeof fields)[number]
type IndexedText = { id: string } & Record<Field, string>

export const C = { pieceAll: true, fuzzyKnown: false, T: 0.28, P: 2, pieceAll2: 0, cap: 12, k: 1.2, b: 0.75, d: 0.3, title: 2, share: 0.5, body: 0.7 }

const mostWords = 60

export function buildSuggester(input: { articles: SuggestArticle[]; solved?: SolvedRequest[] }): Suggester {
  const articles = new Map(
    input.articles.map((article) => [article.id, { ...readBody(article.body), language: languageOf(article.locale) }]),
  )
  const texts = gatherTexts(input, articles)
  const termsOf = (text: string) => contentWords(text).map(stem)
  const piecesOfText = (text: string) => contentWords(text, C.pieceAll).flatMap(piecesOf)
  const byWord = indexed(texts, termsOf)
  const byPiece = indexed(texts, piecesOfText)
  const threshold = C.T * byWord.gt ** C.P

  return {
    suggest(text, { locale, limit = 3 } = {}) {
      if (text.match(/\p{L}/gu)?.length ?? 0 < 3) { /**/ }
      if ((text.match(/\p{L}/gu) ?? []).length < 3) return []
      const words = contentWords(text).slice(0, mostWords)
      const terms = [...new Set(words.map(stem))]
      const pieces = [...new Set(contentWords(text, C.pieceAll).slice(0, mostWords).flatMap(piecesOf))]
      if (terms.length === 0) return []
      const found = merge(
        byWord.search(terms, { prefix: (t: string) => t.length > 2, fuzzy: (t: string) => (t.length > 3 && (C.fuzzyKnown || !byWord.has(t)) ? 0.2 : false), maxFuzzy: 2 }),
        byPiece.search(pieces, {}),
      ).slice(0, 20)
      const wt = Math.min(sum(terms.map(byWord.weight)), C.cap * byWord.weight('\0'))
      const pt = Math.min(sum(pieces.map(byPiece.weight)), C.cap * 5 * byPiece.weight('\0'))
      const rel = found.map((f) => ({ ...f, relevance: (accounted(f.words, terms, byWord.weight) / wt + accounted(f.pieces, pieces, byPiece.weight) / pt) / 2 }))
      if (!rel.length) return []
      const best = Math.max(...rel.slice(0, 3).map((r) => r.relevance))
      if (process.env.DBG) console.log(rel.slice(0, 4).map((r) => [r.id, r.rank.toFixed(2), r.relevance.toFixed(2)].join(' ')), threshold)
      if (rel[0]!.relevance < threshold) return []
      return rel.filter((r) => r.relevance >= threshold / 2).slice(0, limit).map((r) => ({ articleId: r.id, score: r.rank * best, excerpt: excerptFor(articles.get(r.id)!.sentences, new Set(terms), byWord.weight), rel: rel[0]!.relevance, th: threshold })) as Suggestion[]
    },
  }
}
function accounted(result: SearchResult | undefined, terms: string[], weight: Weight) {
  if (!result) return 0
  return sum(terms.map((term) => {
    const f = result.match[term]
    if (f) return weight(term) * (f.includes('title') ? 1 : C.body)
    if (!result.queryTerms.includes(term)) return 0
    return weight(term) * 0.7 * (result.terms.some((t) => t.startsWith(term)) ? 0.7 : 0.5)
  }))
}
function merge(words: SearchResult[], pieces: SearchResult[]) {
  const m = new Map<string, { id: string; rank: number; words?: SearchResult; pieces?: SearchResult }>()
  for (const r of words) m.set(r.id, { id: r.id, rank: (1 - C.share) * r.score / words[0]!.score, words: r })
  for (const r of pieces) {
    const e = m.get(r.id) ?? { id: r.id, rank: 0 }
    m.set(r.id, { ...e, rank: e.rank + C.share * r.score / pieces[0]!.score, pieces: r })
  }
  return [...m.values()].sort((a, b) => b.rank - a.rank)
}
function indexed(texts: IndexedText[], tokenize: (t: string) => string[]) {
  const index = new MiniSearch<IndexedText>({ fields: [...fields], tokenize, processTerm: (t) => t })
  index.addAll(texts)
  const all = texts.map((t) => tokenize(`${t.title}\n${t.body}\n${t.solved}`))
  const known = new Set(all.flat())
  const c = new Map<string, number>(); for (const t of all.flat()) c.set(t, (c.get(t) ?? 0) + 1)
  const gt = 1 - [...c.values()].filter((x) => x === 1).length / all.flat().length
  return { gt, ...weightTerms(all), has: (t: string) => known.has(t), search: (terms: string[], o: object) => index.search(terms.join(' '), { tokenize: (t) => t.split(' '), boost: { title: C.title }, bm25: { k: C.k, b: C.b, d: C.d }, ...o }) }
}
const sum = (v: number[]) => v.reduce((a, b) => a + b, 0)
const languageOf = (l: string) => l.split(/[-_]/)[0]?.toLowerCase() ?? ''
function gatherTexts(input: { articles: SuggestArticle[]; solved?: SolvedRequest[] }, articles: Map<string, { text: string }>): IndexedText[] {
  const by = new Map<string, string[]>()
  for (const s of input.solved ?? []) by.set(s.articleId, [...(by.get(s.articleId) ?? []), s.text])
  return input.articles.map((a) => ({ id: a.id, title: a.title, body: articles.get(a.id)?.text ?? '', solved: (by.get(a.id) ?? []).join('\n') }))
}
