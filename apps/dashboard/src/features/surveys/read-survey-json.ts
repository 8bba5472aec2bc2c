import type { SurveyImport } from '@heed/contracts'

type Json = Record<string, unknown>

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * One survey out of pasted text. Both tools' APIs put it in a `data` or in a list; a list of one, or its first, is meant.
 * Null where there is none.
 */
export function readSurveyJson(typed: string): Json | null {
  try {
    return surveyIn(JSON.parse(typed))
  } catch {
    return null
  }
}

function surveyIn(value: unknown): Json | null {
  if (Array.isArray(value)) return value.length === 0 ? null : surveyIn(value[0])
  if (!isRecord(value)) return null
  if ('questions' in value || 'blocks' in value) return value
  return surveyIn(value.data ?? value.results ?? value.survey ?? null) ?? value
}

/** Which tool it comes from, where it shows: PostHog's questions are asked in words, Formbricks' have headlines. */
export function toolOf(survey: Json | null): SurveyImport['from'] | null {
  const questions = survey?.questions
  const [first]: unknown[] = Array.isArray(questions) ? questions : []
  if (!isRecord(first)) return survey && 'blocks' in survey ? 'formbricks' : null
  return 'headline' in first ? 'formbricks' : 'question' in first ? 'posthog' : null
}
