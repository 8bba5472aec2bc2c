import type { BoardIdea } from '@heed/contracts'
import type { Room } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import { counted } from '../../ui/in-words.ts'
import { button, quiet } from '../../ui/view.ts'
import { turnVote } from './board.ts'

/**
 * An idea with the button that votes for it; more about it opens below its title.
 * @param complain told when the server does not take a vote, and with nothing once that is over
 */
export function ideaItem(room: Room, idea: BoardIdea, complain: (words: string) => void): HTMLElement {
  const { texts, fill, locale } = room
  const { id, title, body, state } = idea
  // What is shipped or closed takes no new vote, but one may still be taken back.
  const barred = () => !idea.voted && (state === 'shipped' || state === 'closed')
  const press = button('plain vote', '', () => {
    if (barred()) return
    complain('')
    turnVote(room, idea, () => {
      mark()
      complain(texts.voteRefused)
    })
    mark()
  })
  const mark = () => {
    const { votes, voted } = idea
    press.textContent = new Intl.NumberFormat(locale.tag).format(votes)
    press.setAttribute('aria-pressed', `${voted}`)
    // It stays where the focus can be: a disabled button would lose it.
    press.setAttribute('aria-disabled', `${barred()}`)
    press.setAttribute('aria-label', fill(texts.voteFor, { title, votes: counted(room, texts.votes, votes) }))
  }
  mark()

  const states: Record<BoardIdea['state'], string> = {
    open: '',
    planned: texts.ideaPlanned,
    in_progress: texts.ideaInProgress,
    shipped: texts.ideaShipped,
    closed: texts.ideaClosed,
  }
  const line = [element('bdi', {}, title), ...(states[state] ? [quiet(states[state])] : [])]
  const about = body
    ? element('details', {}, element('summary', {}, ...line), element('p', { class: 'quiet', dir: 'auto' }, body))
    : element('div', {}, ...line)
  return element('li', { class: 'idea', part: 'row', 'data-key': id }, press, about)
}
