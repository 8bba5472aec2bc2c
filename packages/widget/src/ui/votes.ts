import type { NewVote } from '@heed/contracts'
import type { Room } from '../runtime/room.ts'
import { element } from './element.ts'
import type { Votable } from './vote-button.ts'

export const votePath = (ideaId: string) => `ideas/${ideaId}/vote`

/** Counts the person's vote in, or out again. */
export function setVote(idea: Votable, voted: boolean): void {
  if (idea.voted !== voted) idea.votes += voted ? 1 : -1
  idea.voted = voted
}

/**
 * Turns the person's vote, here at once and on the server sooner or later.
 * @param refused the server did not take it
 * @param requestId of the request that ends with it
 */
export function turnVote(room: Room, idea: Votable, refused: () => void, requestId?: string): void {
  const voted = !idea.voted
  setVote(idea, voted)
  const vote: Omit<NewVote, 'ageMs'> = { voted, ...(requestId && { requestId }) }
  void room.send(votePath(idea.id), vote, ({ state }) => {
    if (state !== 'rejected') return
    setVote(idea, !voted)
    refused()
  })
  room.emit('vote', { ideaId: idea.id, voted })
}

/** One sentence that says why somebody votes, in a line of its own; thanks once it was sent. */
export function whyField(room: Room, { id }: Votable): HTMLElement {
  const { texts } = room
  const field = element('input', { part: 'field', maxlength: '300', dir: 'auto', autocomplete: 'off' })
  const form = element(
    'form',
    { class: 'why' },
    element('label', { class: 'quiet' }, texts.voteWhy, field),
    element('button', { class: 'plain' }, texts.sendWhy),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const reason = field.value.trim()
    if (!reason) return field.focus()
    const vote: Omit<NewVote, 'ageMs'> = { voted: true, reason }
    void room.send(votePath(id), vote)
    const thanks = element('p', { class: 'quiet', role: 'status', tabindex: '-1' }, texts.whyThanks)
    form.replaceWith(thanks)
    thanks.focus()
  })
  return form
}
