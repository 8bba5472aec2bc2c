import { createSuggester, type Suggester } from '../src/index.ts'

/** A row of `articles.jsonl`. */
type Article = { id: string; title: string; body: string; locale: string }

export const name = 'Heed'

let suggester: Suggester | undefined
let taught = 0

/** Begins anew with these articles. */
export async function index(articles: Article[]): Promise<void> {
  taught = 0
  suggester = await createSuggester({ documents: articles.map((article) => ({ ...article, kind: 'article' })) })
}

export function learn(text: string, documentId: string): void {
  suggester?.learn({ text, documentId, solved: true, personId: null, by: 'member', at: taught++ })
}

/** What the server does off the request path after a while. */
export const settle = async () => suggester?.refit()

export const suggest = (text: string, locale: string, limit: number) =>
  (suggester?.search(text, { locale, limit }) ?? []).map(({ documentId, score, confident }) => ({
    id: documentId,
    score,
    confident,
  }))
