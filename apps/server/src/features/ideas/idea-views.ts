import type { BoardIdea, IdeaItem } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { problem } from '../../http/problem.ts'
import { isUnread } from './idea-answers.queries.ts'
import type { CountedIdea } from './idea-figures.queries.ts'
import { type BoardRow, findOnBoard, type IdeaRow } from './ideas.queries.ts'
import type { Voter } from './votes.queries.ts'

/** What everyone may see of an idea: nothing of who had it. */
const toPublic = ({ id, title, body, state, createdAt }: IdeaRow) => ({
  id,
  title,
  body,
  state,
  createdAt: createdAt.toISOString(),
})

/** As a visitor sees it. */
export const toBoardIdea = ({ idea, votes, votedAt, answersReadAt, answer }: BoardRow): BoardIdea => ({
  ...toPublic(idea),
  votes,
  voted: votedAt !== null,
  answer: answer && {
    state: answer.state,
    body: answer.body,
    createdAt: answer.createdAt.toISOString(),
    unread: isUnread(answer.createdAt, votedAt, answersReadAt),
  },
})

/** The idea as this voter sees it on the board. @throws Problem idea_not_found */
export async function readBoardIdea(handle: Handle, voter: Voter, ideaId: string) {
  const row = await findOnBoard(handle, voter, ideaId)
  if (!row) throw problem('idea_not_found')
  return toBoardIdea(row)
}

/** As members see it. */
export const toIdeaItem = ({ idea, area, votes, accounts, spend }: CountedIdea, balancedMinor: number): IdeaItem => ({
  ...toPublic(idea),
  votes,
  accounts,
  spendMinor: spend,
  balancedMinor: Math.round(balancedMinor),
  area,
})
