import type { BoardIdea } from '@heed/contracts'
import type { Room } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import { ideaState } from '../../ui/idea-state.ts'
import { counted } from '../../ui/in-words.ts'
import { time } from '../../ui/time.ts'
import { quiet } from '../../ui/view.ts'
import { voteButton } from '../../ui/vote-button.ts'
import { turnVote, whyField } from '../../ui/votes.ts'

/**
 * An idea with the button that votes for it; more about it opens below its title. What became of it, and the voter has
 * not seen, stands open from the start.
 * @param complain told when the server does not take a vote, and with nothing once that is over
 */
export function ideaItem(room: Room, idea: BoardIdea, complain: (words: string) => void): HTMLElement {
  const { texts } = room
  const { id, title, body, state, answer } = idea
  const { button: press, mark } = voteButton(room, idea, () => {
    complain('')
    turnVote(room, idea, () => {
      turned()
      complain(texts.voteRefused)
    })
    turned()
  })
  const why = element('div')
  const turned = () => {
    mark()
    why.replaceChildren(...(idea.voted ? [whyField(room, idea)] : []))
  }

  const said = answer?.body
    ? [
        element(
          'p',
          { class: 'answer', dir: 'auto' },
          answer.body,
          ' ',
          quiet(texts.team, ' · ', time(room, answer.createdAt)),
        ),
      ]
    : []
  const fresh = answer?.unread ? [element('strong', {}, counted(room, texts.newAnswers, 1)), ' '] : []
  const line = [element('bdi', {}, title), quiet(...fresh, ideaState(room, state))]
  const more = [...(body ? [element('p', { class: 'quiet', dir: 'auto' }, body)] : []), ...said]
  const about = more[0] ? element('details', {}, element('summary', {}, ...line), ...more) : element('div', {}, ...line)
  if (answer?.unread) about.setAttribute('open', '')
  return element('li', { class: 'idea', part: 'row', 'data-key': id }, press, element('div', {}, about, why))
}
