import type { Handle } from '@heed/db'
import { placeVotes } from './place-votes.ts'
import { deleteVoteRows, insertVoteRows, listVotes, type VoteRow } from './votes.queries.ts'

/** Ideas that are all the same as the first. */
export type SameIdeas = readonly [standing: string, ...merged: string[]]

/**
 * Puts the votes of some ideas where they belong, after it changed which of them are the same. What was given to no idea
 * of these is not touched.
 * @param personId of this person alone
 */
export async function moveVotes(tx: Handle, workspaceId: string, groups: SameIdeas[], personId?: string) {
  const before = await listVotes(tx, workspaceId, groups.flat(), personId)
  const after = groups.flatMap((group) =>
    placeVotes(
      before.filter(({ ideaId, fromIdeaId }) => group.includes(fromIdeaId ?? ideaId)),
      group[0],
    ),
  )
  const isStill = new Set(before.map(placeOf))
  const kept = new Set(after.map(placeOf).filter((place) => isStill.has(place)))
  await deleteVoteRows(
    tx,
    workspaceId,
    before.filter((vote) => !kept.has(placeOf(vote))),
  )
  await insertVoteRows(
    tx,
    after.filter((vote) => !kept.has(placeOf(vote))),
  )
}

/** Whose vote it is, to which idea it was given, and where it lies. */
const placeOf = ({ personId, ideaId, fromIdeaId }: VoteRow) => `${personId} ${ideaId} ${fromIdeaId ?? ''}`
