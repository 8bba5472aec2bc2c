export { buildSuggester } from './build-suggester.ts'
export type { SolvedRequest, SuggestArticle, Suggester, Suggestion } from './suggester.ts'
