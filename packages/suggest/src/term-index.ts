import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch'

/** What is indexed of an article: the terms of its title, of its body, and of the requests that it solved. */
export type IndexedTerms = { id: string; title: readonly string[]; body: readonly string[]; solved: readonly string[] }

/** How telling a term is: high for a rare or unknown one, low for one that many articles hold. */
export type Weight = (term: string) => number

export type TermIndex = {
  search(terms: readonly string[], options?: SearchOptions): SearchResult[]
  has(term: string): boolean
  weight: Weight
  /** How much of other texts of this kind the index should know, 0 … 1. */
  coverage: number
}

const fields = ['title', 'body', 'solved'] as const
const separator = ' '

// Titles count twice; k, b and d of BM25+ as most literature has them. Chosen by trial on several knowledge bases, where
// neighbouring values did about as well.
const ranking: SearchOptions = { boost: { title: 2 }, bm25: { k: 1.2, b: 0.75, d: 0.3 } }

export function indexTerms(articles: readonly IndexedTerms[]): TermIndex {
  const index = new MiniSearch<IndexedTerms>({
    fields: [...fields],
    extractField: (article, field) => (field === 'id' ? article.id : termsIn(article, field).join(separator)),
    tokenize: (joined) => (joined === '' ? [] : joined.split(separator)),
    processTerm: (term) => term,
  })
  index.addAll(articles)

  const articlesHolding = new Map<string, number>()
  const occurrences = new Map<string, number>()
  for (const article of articles) {
    const terms = fields.flatMap((field) => article[field])
    for (const term of terms) add(occurrences, term)
    for (const term of new Set(terms)) add(articlesHolding, term)
  }
  return {
    search: (terms, options) => index.search(terms.join(separator), { ...ranking, ...options }),
    has: (term) => articlesHolding.has(term),
    weight: (term) => inverseFrequency(articles.length, articlesHolding.get(term) ?? 0),
    coverage: goodTuringCoverage([...occurrences.values()]),
  }
}

function termsIn(article: IndexedTerms, field: string): readonly string[] {
  const known = fields.find((name) => name === field)
  return known ? article[known] : []
}

const add = (counts: Map<string, number>, term: string) => counts.set(term, (counts.get(term) ?? 0) + 1)

/** As in BM25, kept above 0 (Robertson & Zaragoza, "The probabilistic relevance framework: BM25 and beyond", 2009). */
const inverseFrequency = (articles: number, holding: number): number =>
  Math.log(1 + (articles - holding + 0.5) / (holding + 0.5))

/**
 * The chance that the next word of such texts is a known one: 1 − words seen once ÷ all words
 * (Good, "The population frequencies of species and the estimation of population parameters", Biometrika 40, 1953).
 */
function goodTuringCoverage(occurrences: readonly number[]): number {
  const all = occurrences.reduce((total, count) => total + count, 0)
  return all === 0 ? 0 : 1 - occurrences.filter((count) => count === 1).length / all
}
