import type { Room } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import type { VoteRequest } from '../../ui/further.ts'
import { button, done, head, leave, main, putBack, show } from '../../ui/view.ts'
import type { Votable } from '../../ui/vote-button.ts'
import { setVote, turnVote, whyField } from '../../ui/votes.ts'

/** Ends a request with a vote: thanks in place of what stood there, and the ways on from it. */
export function castVote(place: HTMLElement, room: Room, idea: Votable, { requestId, back }: VoteRequest): void {
  const { texts } = room
  const stood = idea.voted
  const titled = head(room, texts.ideasTitle, back)
  const why = whyField(room, idea)
  const takeBack = button('link', texts.takeBack, () => {
    turnVote(room, idea, () => {}, requestId)
    back()
  })
  const actions = element('div', { class: 'actions' }, leave(room), button('plain', texts.notSolved, back))
  const block = done(texts.voted, element('p', { dir: 'auto' }, idea.title), why, actions)

  // Who voted before says it again with this request.
  if (stood) setVote(idea, false)
  else block.append(takeBack)
  turnVote(
    room,
    idea,
    () => {
      if (block.isConnected) putBack(place, [titled, main(done(texts.voteRefused, actions))])
    },
    requestId,
  )
  show(place, [titled, main(block)])
}
