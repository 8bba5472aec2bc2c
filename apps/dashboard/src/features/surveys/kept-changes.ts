import type { SurveyDefinition } from '@heed/contracts'

/** Changes that the server does not have yet, and `updatedAt` of what they were made to. */
type Kept = { basedOn: string; definition: SurveyDefinition }

const nameOf = (surveyId: string) => `heed:survey:${surveyId}`

/** Null where nothing is kept, or it cannot be read. */
export function keptChanges(storage: Storage, surveyId: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(nameOf(surveyId)) ?? 'null')
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

/** A browser that keeps nothing (full, or told so) must not stop anybody from writing. */
export function keepChanges(storage: Storage, surveyId: string, kept: Kept): void {
  try {
    storage.setItem(nameOf(surveyId), JSON.stringify(kept))
  } catch {
    // The server has it soon.
  }
}

export function forgetChanges(storage: Storage, surveyId: string): void {
  try {
    storage.removeItem(nameOf(surveyId))
  } catch {
    // Then nothing was kept either.
  }
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'basedOn' in value &&
  typeof value.basedOn === 'string' &&
  'definition' in value &&
  typeof value.definition === 'object' &&
  value.definition !== null &&
  'kind' in value.definition &&
  'texts' in value.definition
