import { waveOf } from '../asks/wave-of.ts'
import { listSurveys } from '../surveys/surveys.queries.ts'
import { insertAsk, listPrompts } from './asks.queries.ts'
import type { Making } from './making.ts'

/**
 * Keeps that whoever saw a prompt came by and was asked, without deciding it: the sample's prompts are drawn beforehand,
 * also of a survey that has ended since.
 */
export const keepAsks = ({ deps: { store }, workspaceId }: Making): Promise<void> =>
  store.write(async (tx) => {
    const surveys = new Map((await listSurveys(tx, workspaceId)).map((survey) => [survey.id, survey]))
    const prompts = await listPrompts(tx, workspaceId)
    // One decision a survey, wave and person: the last.
    const asks = new Map(
      prompts.flatMap(({ exposureId, surveyId, personId, verifiedId, at }) => {
        const survey = surveys.get(surveyId)
        if (!survey) return []
        const { wave } = waveOf(survey, at)
        const countedId = verifiedId ?? personId
        const ask = { workspaceId, surveyId, wave, personId: countedId, stratum: null, exposureId }
        return [[JSON.stringify([surveyId, wave, countedId]), { ...ask, decidedAt: at, grantedAt: at }] as const]
      }),
    )
    await Promise.all([...asks.values()].map((row) => insertAsk(tx, row)))
  })
