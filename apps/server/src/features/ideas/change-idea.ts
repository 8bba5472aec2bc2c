import type { IdeaPatch } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { holdArea } from '../areas/hold-area.ts'
import { insertAnswer, listAnswers } from './idea-answers.queries.ts'
import { findIdea, type IdeaRow, isChangedSince, markIdea } from './ideas.queries.ts'
import { listVoters, lockVotes } from './votes.queries.ts'

/** Who changes it, and when. */
export type Editor = { workspaceId: string; memberId: string; now: Date }

/**
 * Changes what is given of an idea. A new state, or words to the voters, is told to each of them: in the widget, and by
 * mail, which waits in the same write. Votes stay as they are. With `basedOn`, a state that a colleague set since stays.
 * @throws Problem idea_not_found, idea_merged, idea_changed, area_not_found
 */
export async function changeIdea(deps: Deps, editor: Editor, ideaId: string, patch: IdeaPatch): Promise<void> {
  const { workspaceId, now } = editor
  const { title, body, areaId, state, answer, basedOn } = patch
  const queued = await deps.store.write(async (tx) => {
    // Nobody votes, or is erased, between those who are told and their mail.
    await lockVotes(tx, workspaceId)
    const idea = await findIdea(tx, workspaceId, ideaId)
    if (!idea) throw problem('idea_not_found')
    if (idea.mergedIntoId) throw problem('idea_merged')
    // Sent again after a lost reply it is the state already, and takes nothing back.
    if (state !== undefined && state !== idea.state && isChangedSince(idea, basedOn)) throw problem('idea_changed')
    if (areaId && !(await holdArea(tx, workspaceId, areaId))) throw problem('area_not_found')
    const changed = {
      ...(title !== undefined && { title }),
      ...(body !== undefined && { body: body || null }),
      ...(areaId !== undefined && { areaId }),
      ...(state !== undefined && { state }),
    }
    await markIdea(tx, idea, changed, now)
    const isNews = (state !== undefined && state !== idea.state) || (!!answer && (await isNew(tx, idea, answer)))
    return isNews ? tellVoters(tx, deps, editor, { ...idea, ...changed }, answer || null) : 0
  })
  if (queued > 0) deps.mail.wake()
}

/** Sent twice, by a second press or after a lost reply, the same words are told once. */
async function isNew(tx: Handle, { workspaceId, id, state }: IdeaRow, words: string): Promise<boolean> {
  const [newest] = await listAnswers(tx, workspaceId, [id])
  return newest?.answer.state !== state || newest.answer.body !== words
}

async function tellVoters(tx: Handle, deps: Deps, editor: Editor, idea: IdeaRow, body: string | null): Promise<number> {
  const { workspaceId, memberId, now } = editor
  const id = deps.newId('ideaAnswer')
  await insertAnswer(tx, { workspaceId, id, ideaId: idea.id, state: idea.state, body, memberId, createdAt: now })
  const voters = await listVoters(tx, workspaceId, idea.id)
  return queueMail(tx, deps, workspaceId, { kind: 'idea_answer', id, idea, answer: body }, voters)
}
