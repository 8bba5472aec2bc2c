import type { BoardIdea, IdeaBoard } from '@heed/contracts'
import type { OutboxItem } from '../../runtime/outbox-store.ts'
import type { Room } from '../../runtime/room.ts'
import { setVote, votePath } from '../../ui/votes.ts'

export type Board = {
  ideas: BoardIdea[]
  /** Own ideas that are not on the server yet. */
  unsent: string[]
}

/** The ideas of the workspace, with what this person did and the server does not know yet; undefined if they did not come. */
export async function loadBoard(room: Room): Promise<Board | undefined> {
  const [answer, waiting] = await Promise.all([room.ask<IdeaBoard>('ideas'), room.waiting()])
  if (answer.kind !== 'ok') return undefined
  const ideas = answer.value.items
  const said = waiting.filter(({ path }) => path.startsWith('ideas/'))
  for (const idea of ideas) {
    const vote = said.findLast(({ path }) => path === votePath(idea.id))
    if (vote) setVote(idea, vote.body.voted === true)
    if (idea.answer && said.some(({ path }) => path === readingPath(idea.id))) idea.answer.unread = false
  }
  // What became of one's own wishes comes first.
  ideas.sort((one, other) => Number(other.answer?.unread ?? false) - Number(one.answer?.unread ?? false))
  const isNew = ({ path }: OutboxItem) => /^ideas\/[^/]+$/.test(path) && !ideas.some(({ id }) => path.endsWith(id))
  return { ideas, unsent: said.filter(isNew).map(({ body }) => String(body.title)) }
}

/** Tells the server that the person has seen what became of their ideas. */
export function markAnswersRead(room: Room, ideas: BoardIdea[]): void {
  for (const { id, answer } of ideas) if (answer?.unread) void room.send(readingPath(id), {})
  room.keepUnread({ answers: 0 })
}

const readingPath = (ideaId: string) => `ideas/${ideaId}/reading`

/**
 * Up to three ideas that share words with a title, those that share most first. Endings of longer words do not count; of
 * Japanese, which has no spaces, a word is what is written in one script, and a Chinese sign counts as two letters.
 */
export function similarIdeas(ideas: BoardIdea[], title: string): BoardIdea[] {
  const typed =
    title
      .toLowerCase()
      .match(/\p{sc=Han}{2,}|[\p{sc=Kana}ー]{3,}|(?:(?!\p{sc=Han}|\p{sc=Kana}|ー)[\p{L}\p{M}\p{N}]){3,}/gu) ?? []
  const words = new Set(typed.map((word) => word.slice(0, Math.max(5, word.length - 2))))
  const shared = (idea: BoardIdea) =>
    [...words]
      .filter((word) => idea.title.toLowerCase().includes(word))
      .join('')
      .replace(/\p{sc=Han}/gu, '$&$&').length
  return ideas
    .map((idea) => ({ idea, length: shared(idea) }))
    .filter(({ length }) => length > 3)
    .sort((one, other) => other.length - one.length)
    .slice(0, 3)
    .map(({ idea }) => idea)
}
