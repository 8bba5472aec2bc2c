import type { Deps } from '../../deps.ts'
import { saveAsk } from '../asks/asks.queries.ts'
import { waveOf } from '../asks/wave-of.ts'
import { findVisitor } from '../people/people.queries.ts'
import type { Visitor } from '../people/record-person.ts'
import { getSurvey } from '../surveys/surveys.queries.ts'

/**
 * Keeps that a person came by and was asked, without deciding it: the sample's prompts are drawn beforehand, also of a survey
 * that has ended since.
 */
export const keepAsk = (
  { store, now }: Deps,
  { workspaceId, hash }: Visitor,
  { surveyId, exposureId }: { surveyId: string; exposureId: string },
) =>
  store.write(async (tx) => {
    const person = (await findVisitor(tx, workspaceId, hash))?.person
    if (!person) return
    const { wave } = waveOf(await getSurvey(tx, workspaceId, surveyId), now())
    await saveAsk(tx, {
      workspaceId,
      surveyId,
      wave,
      personId: person.verifiedId ?? person.id,
      stratum: null,
      decidedAt: now(),
      grantedAt: now(),
      exposureId,
    })
  })
