import type { SurveyForm, SurveyKind, SurveyTexts, SurveyTrigger } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { insertSurvey } from './surveys.queries.ts'

export type NewSurvey = {
  /** Left out: a new one. */
  id?: string
  kind: SurveyKind
  /** What the kind leaves open; a choice needs its options here. */
  form?: SurveyForm | null
  name: string
  state: 'running' | 'ended'
  texts: Record<string, SurveyTexts>
  trigger: SurveyTrigger
  repeatAfterDays: number | null
}

/** Adds a survey. @returns its id */
export async function createSurvey({ store, now, newId }: Deps, workspaceId: string, survey: NewSurvey) {
  const id = survey.id ?? newId('survey')
  await store.write((tx) =>
    insertSurvey(tx, { workspaceId, ...survey, id, form: survey.form ?? null, createdAt: now() }),
  )
  return id
}
