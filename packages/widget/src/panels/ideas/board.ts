import type { BoardIdea, IdeaBoard, NewVote } from '@heed/contracts'
import type { OutboxItem } from '../../runtime/outbox-store.ts'
import type { Room } from '../../runtime/room.ts'

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
  }
  const isNew = ({ path }: OutboxItem) => !path.endsWith('/vote') && !ideas.some(({ id }) => path.endsWith(id))
  return { ideas, unsent: said.filter(isNew).map(({ body }) => String(body.title)) }
}

/**
 * Turns the person's vote, here at once and on the server sooner or later.
 * @param refused the server did not take it
 */
export function turnVote(room: Room, idea: BoardIdea, refused: () => void): void {
  const voted = !idea.voted
  setVote(idea, voted)
  const vote: Omit<NewVote, 'ageMs'> = { voted }
  void room.send(votePath(idea.id), vote, ({ state }) => {
    if (state !== 'rejected') return
    setVote(idea, !voted)
    refused()
  })
  room.emit('vote', { ideaId: idea.id, voted })
}

const votePath = (ideaId: string) => `ideas/${ideaId}/vote`

function setVote(idea: BoardIdea, voted: boolean): void {
  if (idea.voted !== voted) idea.votes += voted ? 1 : -1
  idea.voted = voted
}

/** Up to three ideas that share words with a title, those that share most first. */
export function similarIdeas(ideas: BoardIdea[], title: string): BoardIdea[] {
  const words = new Set(title.toLowerCase().match(/[\p{L}\p{M}\p{N}]{3,}/gu))
  const shared = (idea: BoardIdea) =>
    [...words].filter((word) => idea.title.toLowerCase().includes(word)).join('').length
  return ideas
    .map((idea) => ({ idea, length: shared(idea) }))
    .filter(({ length }) => length > 3)
    .sort((one, other) => other.length - one.length)
    .slice(0, 3)
    .map(({ idea }) => idea)
}
