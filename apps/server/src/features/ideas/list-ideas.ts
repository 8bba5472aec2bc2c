import {
  type IdeaItem,
  type IdeaList,
  type IdeaQuery,
  type IdeaSort,
  IdeaState,
  standardAccountShare,
} from '@heed/contracts'
import type { Handle } from '@heed/db'
import { balancedScore, heaviestNeeded } from '@heed/stats'
import { problem } from '../../http/problem.ts'
import { everyone, type Filter, type Scope } from '../segments/scope.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { findLeastSpend, type IdeaChoice, listCountedIdeas, listHeaviest } from './idea-figures.queries.ts'
import { toIdeaItem } from './idea-views.ts'
import { isSettled } from './ideas.queries.ts'

const mostListed = 500

/** The most that one account may weigh in the balanced score. */
export const accountShareOf = ({ ideaAccountShare }: Pick<WorkspaceRow, 'ideaAccountShare'>): number =>
  ideaAccountShare ?? standardAccountShare

/** Ideas of a segment's votes by one figure, settled ones last, with how many there are in each state. */
export async function listIdeas(
  handle: Handle,
  scope: Scope,
  filter: Filter,
  { sort, state, ...choice }: IdeaQuery,
  accountShare: number,
): Promise<IdeaList> {
  const items = await countIdeas(handle, scope, filter, choice, accountShare)
  const ofState = (each: IdeaState) => items.filter((idea) => idea.state === each)
  const figure = figures[sort]
  return {
    items: (state ? ofState(state) : items)
      .toSorted(
        (a, b) =>
          Number(isSettled(a)) - Number(isSettled(b)) ||
          figure(b) - figure(a) ||
          b.votes - a.votes ||
          compare(b.createdAt, a.createdAt) ||
          compare(b.id, a.id),
      )
      .slice(0, mostListed),
    states: Object.fromEntries(IdeaState.options.map((each) => [each, ofState(each).length])) as IdeaList['states'],
    accountShare,
  }
}

/** One idea with the votes of everyone. @throws Problem idea_not_found, also of one that was merged */
export async function readIdeaItem(
  handle: Handle,
  scope: Scope,
  ideaId: string,
  accountShare: number,
): Promise<IdeaItem> {
  const [item] = await countIdeas(handle, scope, everyone, { ideaId }, accountShare)
  if (!item) throw problem('idea_not_found')
  return item
}

async function countIdeas(
  handle: Handle,
  scope: Scope,
  filter: Filter,
  choice: IdeaChoice,
  accountShare: number,
): Promise<IdeaItem[]> {
  const least = await findLeastSpend(handle, scope)
  const [rows, heaviest] = await Promise.all([
    listCountedIdeas(handle, scope, filter, choice, least),
    listHeaviest(handle, scope, filter, { least, most: heaviestNeeded(accountShare), ideaId: choice.ideaId }),
  ])
  return rows.map((row) => {
    const voices = { count: row.voices, total: row.weight, heaviest: heaviest.get(row.idea.id) ?? [] }
    return toIdeaItem(row, balancedScore(voices, accountShare, least))
  })
}

const figures: Record<IdeaSort, (idea: IdeaItem) => number> = {
  votes: ({ votes }) => votes,
  accounts: ({ accounts }) => accounts,
  spend: ({ spendMinor }) => spendMinor,
  balanced: ({ balancedMinor }) => balancedMinor,
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
