import type { SurveyKind, SurveyTexts, SurveyTrigger } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { insertSurvey } from './surveys.queries.ts'

export type NewSurvey = {
  kind: SurveyKind
  name: string
  state: 'running' | 'ended'
  texts: Record<string, SurveyTexts>
  trigger: SurveyTrigger
  repeatAfterDays: number | null
}

/** Adds a survey. @returns its id */
export async function createSurvey({ store, now, newId }: Deps, workspaceId: string, survey: NewSurvey) {
  const id = newId('survey')
  await store.write((tx) => insertSurvey(tx, { workspaceId, id, ...survey, createdAt: now() }))
  return id
}
