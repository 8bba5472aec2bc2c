import type { BoardIdea, IdeaItem } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { problem } from '../../http/problem.ts'
import type { CountedIdea } from './idea-figures.queries.ts'
import { type BoardRow, findOnBoard, type IdeaRow, type Voter } from './ideas.queries.ts'

/** What everyone may see of an idea: nothing of who had it. */
const toPublic = ({ id, title, body, state, createdAt }: IdeaRow) => ({
  id,
  title,
  body,
  state,
  createdAt: createdAt.toISOString(),
})

/** As a visitor sees it. */
export const toBoardIdea = ({ idea, votes, votedAs }: BoardRow): BoardIdea => ({
  ...toPublic(idea),
  votes,
  voted: votedAs !== null,
})

/** The idea as this browser sees it on the board. @throws Problem idea_not_found */
export async function readBoardIdea(handle: Handle, voter: Voter, ideaId: string) {
  const row = await findOnBoard(handle, voter, ideaId)
  if (!row) throw problem('idea_not_found')
  return toBoardIdea(row)
}

/** As members see it. */
export const toIdeaItem = ({ idea, votes, accounts, spend }: CountedIdea): IdeaItem => ({
  ...toPublic(idea),
  votes,
  accounts,
  spendMinor: spend,
})
