import type { HelpRoom } from '../runtime/room.ts'
import { counted } from './in-words.ts'
import { button } from './view.ts'

/** An idea as far as a vote for it goes. */
export type Votable = { id: string; title: string; state: string; votes: number; voted: boolean }

/** What is shipped or closed takes no new vote, but one may still be taken back. */
const isBarred = ({ voted, state }: Votable) => !voted && (state === 'shipped' || state === 'closed')

/**
 * The button that votes: how many did, and whether this person is among them.
 * @returns it, and what brings it in line with the idea
 */
export function voteButton(room: HelpRoom, idea: Votable, press: () => void) {
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
