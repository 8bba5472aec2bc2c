import type { SurveyDefinition } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { problem } from '../../http/problem.ts'
import { readSegment } from '../../http/segment-query.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { type Fault, launchFaults } from './launch-faults.ts'

/** Who changes a survey, and where. */
export type Editor = { workspace: Pick<WorkspaceRow, 'id' | 'defaultLocale'>; memberId: string }

/**
 * Held against every definition that is stored, also of a draft that is not finished.
 * @throws Problem invalid_input naming what of its segment cannot be read
 */
export async function checkDefinition(handle: Handle, { workspace }: Editor, definition: SurveyDefinition) {
  const errors = await segmentFaults(handle, workspace.id, definition)
  if (errors.length > 0) throw problem('invalid_input', { errors })
}

/** Held against a definition that asks people. @throws Problem survey_incomplete naming each field that is not ready */
export async function checkReady(handle: Handle, { workspace }: Editor, definition: SurveyDefinition, now: Date) {
  const errors = [
    ...(await segmentFaults(handle, workspace.id, definition)),
    ...launchFaults(definition, workspace.defaultLocale, now),
  ]
  if (errors.length > 0) throw problem('survey_incomplete', { errors })
}

const segmentFaults = async (
  handle: Handle,
  workspaceId: string,
  { targeting }: SurveyDefinition,
): Promise<Fault[]> => {
  const { messages } = await readSegment(handle, workspaceId, targeting.segment ?? '')
  return messages.map((message) => ({ field: 'targeting.segment', message }))
}

/** Held while a definition is stored that may name a saved segment, so that none goes away meanwhile. */
export const lockSegments = (tx: Handle, workspaceId: string) => tx.lock(`segments ${workspaceId}`)

/** Held while a survey changes. Taken after `lockSegments`, where both are. */
export const lockSurvey = (tx: Handle, workspaceId: string, surveyId: string) =>
  tx.lock(`survey ${workspaceId} ${surveyId}`)
