import type { IdeaSplit, VotePart } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { proposeSpendCuts } from '@heed/stats'
import type { SQL } from 'drizzle-orm'
import { problem } from '../../http/problem.ts'
import { listSpends } from '../results/count-base.ts'
import { spendBand, tenureBand } from '../results/dimensions-sql.ts'
import { partWords } from '../results/part-words.ts'
import type { Scope } from '../segments/scope.ts'
import { countedValue } from '../segments/segment-sql.ts'
import { countVotesBy } from './idea-figures.queries.ts'
import { findStandingIdea } from './ideas.queries.ts'

/** An idea's votes by plan, tenure and spend as of each vote. @throws Problem idea_not_found */
export async function splitIdea(handle: Handle, scope: Scope, ideaId: string): Promise<IdeaSplit> {
  const idea = await findStandingIdea(handle, scope.workspaceId, ideaId)
  if (!idea) throw problem('idea_not_found')
  const { votes } = handle.tables
  const bounds = proposeSpendCuts(await listSpends(handle, scope))
  const partsBy = async (by: keyof IdeaSplit, value: SQL): Promise<VotePart[]> => {
    const rows = await countVotesBy(handle, scope, idea.id, countedValue(value, votes.valuesTrust, scope))
    const largestFirst = by === 'plan'
    return rows
      .toSorted((a, b) => (largestFirst ? b.votes - a.votes || inOrder(a.part, b.part) : inOrder(a.part, b.part)))
      .map(({ part, ...counts }) => ({ ...partWords(by, part, bounds), ...counts }))
  }
  const [plan, tenure, spend] = await Promise.all([
    partsBy('plan', votes.plan.getSQL()),
    partsBy('tenure', tenureBand(votes.tenureDays)),
    partsBy('spend', spendBand(votes.reportingSpendMinor, bounds)),
  ])
  return { plan, tenure, spend }
}

/** Rising, what is not known last. */
const inOrder = (a: string | number | null, b: string | number | null) => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return a < b ? -1 : a > b ? 1 : 0
}
