import type { Survey, SurveyDefinition } from '@heed/contracts'
import type { z } from 'zod'
import type { Heed } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'

export type Drafted = z.input<typeof SurveyDefinition>

/** A workspace with somebody who may change surveys. */
export const surveyWorkspace = async (heed: Heed) => {
  const made = await heed.workspace()
  const admin = await signInAs(heed, made.workspaceId, 'admin')
  const draft = async (definition: Partial<Drafted> = {}) =>
    (await admin.send<Survey>('POST', '/surveys', { name: 'Pulse', kind: 'nps', ...definition })).body
  return {
    ...made,
    admin,
    draft,
    /** A draft that was launched. */
    launch: async (definition: Partial<Drafted> = {}) =>
      (await admin.send<Survey>('PUT', `/surveys/${(await draft(definition)).id}/launch`)).body,
    read: async (surveyId: string) => (await admin.get<Survey>(`/surveys/${surveyId}`)).body,
    change: (survey: Survey, changes: Record<string, unknown>) =>
      admin.send<Survey>('PUT', `/surveys/${survey.id}`, { ...changeOf(survey), ...changes }),
  }
}

/** The survey as a change sends it: its definition, and what it is based on. */
const changeOf = ({ id, state, version, createdAt, launchedAt, updatedAt, ...definition }: Survey) => ({
  ...definition,
  basedOn: updatedAt,
})
