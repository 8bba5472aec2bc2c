import type { NewVote } from '@heed/contracts'
import type { Room } from '../runtime/room.ts'
import { element } from './element.ts'
import { counted } from './in-words.ts'
import { button } from './view.ts'

/** An idea as far as a vote for it goes. */
export type Votable = { id: string; title: string; state: string; votes: number; voted: boolean }

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

/** What is shipped or closed takes no new vote, but one may still be taken back. */
const isBarred = ({ voted, state }: Votable) => !voted && (state === 'shipped' || state === 'closed')

/**
 * The button that votes: how many did, and whether this person is among them.
 * @returns it, and what brings it in line with the idea
 */
export function voteButton(room: Room, idea: Votable, press: () => void) {
  const made = button('plain vote', '', () => {
    if (!isBarred(idea)) press()
  })
  const mark = () => {
    const { title, votes, voted } = idea
    made.textContent = new Intl.NumberFormat(room.locale.tag).format(votes)
    made.setAttribute('aria-pressed', `${voted}`)
    // It stays where the focus can be: a disabled button would lose it.
    made.setAttribute('aria-disabled', `${isBarred(idea)}`)
    const name = room.fill(room.texts.voteFor, { title, votes: counted(room, room.texts.votes, votes) })
    made.setAttribute('aria-label', name)
  }
  mark()
  return { button: made, mark }
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
