/** A published article; `body` is plain text or Markdown. */
export type SuggestArticle = { id: string; title: string; body: string; locale: string }

/** What a person wrote, and the article that turned out to answer it. */
export type SolvedRequest = { text: string; articleId: string }

/**
 * An article that may answer the text. `score` runs from 0 to 1: how much of the text the best article accounts for,
 * scaled down for those behind it. `excerpt` is the sentence that fits best, at most 160 characters, without Markdown marks.
 */
export type Suggestion = { articleId: string; score: number; excerpt: string }

export type Suggester = {
  /**
   * Articles that may answer the text, best first; with a locale, those in its language before all others. Empty when
   * nothing fits well enough, or when the text has fewer than three letters.
   * @param options.limit 3 if left out
   */
  suggest(text: string, options?: { locale?: string; limit?: number }): Suggestion[]
}
