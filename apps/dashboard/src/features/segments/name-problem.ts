import { ApiProblem } from '../../api.ts'
import { text } from '../../locales/text.ts'

const words = text.segments.saved

export const longestName = 100

/** What is wrong with the name of a saved segment, in words, or null. */
export function nameProblem(name: string, error: unknown): string | null {
  if (name.trim() === '') return words.nameMissing
  return error instanceof ApiProblem && error.code === 'segment_name_taken' ? words.nameTaken : null
}
