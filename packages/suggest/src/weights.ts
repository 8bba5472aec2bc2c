/** How telling a term is: high for a rare or unknown one, low for one that many texts hold. */
export type Weight = (term: string) => number

/**
 * Inverse document frequency as BM25 has it: ln(1 + (N − df + ½) / (df + ½)) (Robertson & Zaragoza, "The probabilistic
 * relevance framework: BM25 and beyond", 2009, § 3.1, kept above 0).
 * @param texts the terms of each text
 */
export function weightTerms(texts: readonly (readonly string[])[]): { weight: Weight; vocabulary: number } {
  const frequency = new Map<string, number>()
  for (const terms of texts) {
    for (const term of new Set(terms)) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  }
  const weight = (term: string) => {
    const holding = frequency.get(term) ?? 0
    return Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5))
  }
  return { weight, vocabulary: frequency.size }
}
