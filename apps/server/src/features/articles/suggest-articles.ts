import type { Suggestion, SuggestionQuery } from '@heed/contracts'
import type { Deps } from '../../deps.ts'

const shown = 3
/** Enough to tell what it is about; a pasted log would only cost time. */
const charactersRead = 500

/** The articles that best answer what is typed, at most three; none when nothing fits. */
export async function suggestArticles(
  { suggesters }: Deps,
  workspaceId: string,
  { text, locale }: SuggestionQuery,
): Promise<Suggestion[]> {
  const { suggester, titles } = await suggesters.of(workspaceId)
  return suggester
    .suggest(text.slice(0, charactersRead), { limit: shown, ...(locale ? { locale } : {}) })
    .flatMap(({ documentId, excerpt }) => {
      const article = titles.get(documentId)
      return article ? [{ articleId: documentId, excerpt, ...article }] : []
    })
}
