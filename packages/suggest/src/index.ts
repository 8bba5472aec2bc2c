export { isRequest, saysSomething } from './asked.ts'
export type { DocumentKind, SuggestDocument } from './documents.ts'
export type { Evidence } from './evidence.ts'
export { groupTexts, type TextToGroup } from './group-texts.ts'
export { readWithin } from './markdown-limits.ts'
export {
  createSuggester,
  type Suggester,
  type SuggesterInput,
  type Suggestion,
  type SuggestOptions,
} from './suggester.ts'
export type { Pause } from './train.ts'
export type { Why } from './why.ts'
