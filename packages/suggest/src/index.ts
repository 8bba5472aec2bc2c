export {
  buildSuggester,
  type SolvedRequest,
  type SuggestArticle,
  type Suggester,
  type Suggestion,
} from './build-suggester.ts'
