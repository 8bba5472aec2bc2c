import type { SearchResult } from 'minisearch'
import type { TermIndex, Weight } from './term-index.ts'

// What counts as fully accounted for, in unknown terms: a long message need not be known to its last word.
const enoughTerms = 8
const enoughPieces = 40

/** A part of the text found in the body or a solved request is worth less than in the title, and not quite found, less still. */
const worth = { title: 1, body: 0.7, prefix: 0.5, similar: 0.35 }

/**
 * How much of the text an article accounts for, 0 … 1: by weight, the share of its terms and of its pieces that stand in
 * the article. Unlike a BM25 score this can be compared between texts, since it is held against the text's own best.
 */
export function relevanceOf(
  found: { byTerm: SearchResult | undefined; byPiece: SearchResult | undefined },
  asked: { terms: readonly string[]; pieces: readonly string[] },
  index: { terms: TermIndex; pieces: TermIndex },
): number {
  const ofTerms = accountedShare(found.byTerm, asked.terms, index.terms.weight, enoughTerms)
  const ofPieces = accountedShare(found.byPiece, asked.pieces, index.pieces.weight, enoughPieces)
  return (ofTerms + ofPieces) / 2
}

function accountedShare(
  found: SearchResult | undefined,
  asked: readonly string[],
  weight: Weight,
  enough: number,
): number {
  if (!found) return 0
  let accounted = 0
  let all = 0
  for (const term of asked) {
    accounted += weight(term) * worthOf(term, found)
    all += weight(term)
  }
  return Math.min(1, accounted / Math.min(all, enough * weight('')))
}

function worthOf(term: string, found: SearchResult): number {
  const fields = found.match[term]
  if (fields) return fields.includes('title') ? worth.title : worth.body
  if (!found.queryTerms.includes(term)) return 0
  return found.terms.some((known) => known.startsWith(term)) ? worth.prefix : worth.similar
}
