import type { NewDismissal } from '@heed/contracts'
import type { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { type Visitor, visitingCustomer } from '../people/record-person.ts'
import { findExposure, markDismissed } from './surveys.queries.ts'

/** The person closed the prompt without an answer. @throws Problem exposure_not_found */
export async function dismissPrompt(
  deps: Deps,
  visitor: Visitor,
  exposureId: string,
  { ageMs }: z.infer<typeof NewDismissal>,
) {
  await deps.store.write(async (tx) => {
    const { person } = await visitingCustomer(tx, deps, visitor)
    const exposure = await findExposure(tx, visitor.workspaceId, exposureId)
    if (exposure?.personId !== person.id) throw problem('exposure_not_found')
    await markDismissed(tx, visitor.workspaceId, exposureId, new Date(deps.now().getTime() - ageMs))
  })
  return { id: exposureId }
}
