import type { NewDismissal } from '@heed/contracts'
import type { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { type Visitor, visitingCustomer } from '../people/record-person.ts'
import { saidBy } from '../people/said-by.ts'
import { markPacked } from '../results/frames/mark-frames.ts'
import { findExposure, markDismissed } from './surveys.queries.ts'

/** The person closed the prompt without an answer, perhaps by "ask me later". @throws Problem exposure_not_found */
export async function dismissPrompt(
  deps: Deps,
  visitor: Visitor,
  exposureId: string,
  { ageMs, later = false }: z.infer<typeof NewDismissal>,
) {
  await deps.store.write(async (tx) => {
    const { workspaceId } = visitor
    const { person } = await visitingCustomer(tx, deps, visitor)
    const exposure = await findExposure(tx, visitor.workspaceId, exposureId)
    if (!exposure || !(await saidBy(tx, person, exposure.personId))) throw problem('exposure_not_found')
    const dismissedAt = new Date(deps.now().getTime() - ageMs)
    await markDismissed(tx, { workspaceId, id: exposureId, dismissedAt, later })
    await markPacked(tx, { workspaceId, surveyId: exposure.surveyId, of: 'showings' }, exposure.createdAt, deps.now())
  })
  return { id: exposureId }
}
