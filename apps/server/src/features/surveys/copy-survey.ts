import type { Survey } from '@heed/contracts'
import { cutText } from '../../cut-text.ts'
import type { Deps } from '../../deps.ts'
import { lockSurvey } from './check-definition.ts'
import { draftRow } from './create-survey.ts'
import { definitionOf } from './survey-definition.ts'
import { getSurvey, insertSurvey } from './surveys.queries.ts'
import { toSurvey } from './to-survey.ts'

const longestName = 120
const suffix = ' (copy)'

/** Makes a draft of any survey. It has no start and no end: those were of the other. @throws Problem survey_not_found */
export async function copySurvey(deps: Deps, workspaceId: string, surveyId: string): Promise<Survey> {
  const at = deps.now()
  return deps.store.write(async (tx) => {
    await lockSurvey(tx, workspaceId, surveyId)
    const definition = definitionOf(await getSurvey(tx, workspaceId, surveyId))
    const name = `${cutText(definition.name, longestName - suffix.length)}${suffix}`
    const schedule = { ...definition.schedule, startsAt: null, endsAt: null }
    const row = draftRow(workspaceId, deps.newId('survey'), { ...definition, name, schedule }, at)
    await insertSurvey(tx, row)
    return toSurvey(row, at)
  })
}
