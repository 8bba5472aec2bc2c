import { type Survey, SurveyDefinition } from '@heed/contracts'
import type { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { checkDefinition, type Editor, lockSegments } from './check-definition.ts'
import { columnsOf } from './survey-definition.ts'
import { insertVersion } from './survey-versions.queries.ts'
import { insertSurvey, type SurveyRow } from './surveys.queries.ts'
import { toSurvey } from './to-survey.ts'

/** A definition whose parts may be left out, and what a survey may have from the start. */
export type NewSurvey = z.input<typeof SurveyDefinition> & {
  /** Left out: a new one. */
  id?: string
  /** Left out: a draft. */
  state?: 'draft' | 'running' | 'ended'
}

/**
 * Adds a survey as its maker wants it, unchecked: the sample and tests. One that is no draft keeps its first version.
 * @returns its id
 */
export async function createSurvey({ store, now, newId }: Deps, workspaceId: string, survey: NewSurvey) {
  const { id = newId('survey'), state = 'draft', ...given } = survey
  const definition = SurveyDefinition.parse(given)
  const createdAt = now()
  await store.write(async (tx) => {
    await insertSurvey(tx, {
      ...draftRow(workspaceId, id, definition, createdAt),
      state,
      ...launched(state, createdAt),
    })
    if (state !== 'draft')
      await insertVersion(tx, { workspaceId, surveyId: id, version: 1, definition, memberId: null, createdAt })
  })
  return id
}

const launched = (state: SurveyRow['state'], at: Date) => ({ launchedAt: state === 'draft' ? null : at })

/** Adds a draft. @throws Problem invalid_input */
export async function draftSurvey(deps: Deps, editor: Editor, definition: SurveyDefinition): Promise<Survey> {
  const at = deps.now()
  return deps.store.write(async (tx) => {
    await lockSegments(tx, editor.workspace.id)
    await checkDefinition(tx, editor, definition)
    const row = draftRow(editor.workspace.id, deps.newId('survey'), definition, at)
    await insertSurvey(tx, row)
    return toSurvey(row, at)
  })
}

/** A draft as it is stored. */
export const draftRow = (
  workspaceId: string,
  id: string,
  definition: SurveyDefinition,
  createdAt: Date,
): SurveyRow => ({
  workspaceId,
  id,
  ...columnsOf(definition),
  state: 'draft',
  version: 1,
  createdAt,
  launchedAt: null,
  updatedAt: null,
})
