import type { Room } from '../../runtime/room.ts'
import type { Further } from '../../ui/further.ts'
import { createAttachedFiles } from './attached-files.ts'
import { castVote } from './cast-vote.ts'
import { readArticle } from './read-article.ts'

/** What a person does further in help: a download of its own, which comes once help stands open. */
export const furtherIn = (room: Room): Further => ({
  readArticle: (place, reading) => readArticle(place, room, reading),
  castVote: (place, idea, request) => castVote(place, room, idea, request),
  createAttachedFiles: (changed) => createAttachedFiles(room, changed),
})
