import type { BoardIdea, NewIdea } from '@heed/contracts'
import type { Room } from '../../runtime/room.ts'
import { createDelivery } from '../../ui/delivery.ts'
import { element } from '../../ui/element.ts'
import { redraw } from '../../ui/redraw.ts'
import { button, foot, head, main, putBack, quiet, sender, show } from '../../ui/view.ts'
import { wordsField } from '../../ui/words-field.ts'
import { similarIdeas } from './board.ts'
import { ideaItem } from './idea-item.ts'

type Draft = { title: string; body: string }

/**
 * The form for an idea, in place of the board. What is typed is kept until it is sent.
 * @param ideas what the board holds: an idea that is there already is voted for, not filed again
 * @param back told whether an idea was filed
 */
export function suggestIdea(place: HTMLElement, room: Room, ideas: BoardIdea[], back: (fresh: boolean) => void): void {
  const { texts } = room
  const draft = { title: '', body: '', ...(room.draft('idea') as Partial<Draft>) }
  const { field: title, fault, complain } = wordsField('input', { maxlength: '120', 'data-start': '' })
  const { field: body } = wordsField('textarea', { rows: '3', maxlength: '5000' })
  const items = new Map<BoardIdea, HTMLElement>()
  const list = element('ul', { class: 'rows' })
  const similar = element(
    'section',
    { class: 'offers', 'aria-live': 'polite', 'aria-label': texts.similarIdeas },
    element('p', { class: 'quiet' }, texts.similarIdeas),
    list,
  )
  const view = [
    head(room, texts.suggestIdea, () => back(false)),
    main(
      element('label', { class: 'field' }, texts.ideaTitle, title),
      fault,
      element('label', { class: 'field' }, texts.ideaBody, ' ', quiet(`(${texts.optional})`), body),
      // Below the fields: neither moves while one types.
      similar,
    ),
    foot(sender(texts.sendIdea, send)),
  ]

  const say = (words: string) => {
    fault.textContent = words
  }

  title.value = draft.title
  body.value = draft.body
  for (const field of [title, body]) field.addEventListener('input', keep)
  title.addEventListener('input', compare)
  compare()
  show(place, view)

  function keep() {
    const typed: Draft = { title: title.value, body: body.value }
    complain('')
    room.keepDraft('idea', typed.title || typed.body ? typed : undefined)
  }

  function compare() {
    const alike = similarIdeas(ideas, title.value)
    similar.hidden = alike.length === 0
    for (const idea of alike) if (!items.has(idea)) items.set(idea, ideaItem(room, idea, say))
    redraw(
      list,
      alike.flatMap((idea) => items.get(idea) ?? []),
    )
  }

  async function send() {
    const words = title.value.trim()
    const more = body.value.trim()
    if (!words) {
      complain(texts.wordsMissing)
      return title.focus()
    }
    const ideaId = room.newId('ide')
    const idea: Omit<NewIdea, 'ageMs'> = {
      title: words.slice(0, 120),
      ...(more && { body: more.slice(0, 5000) }),
      locale: room.locale.tag,
    }
    let refused = false
    const delivery = createDelivery(
      room,
      texts.ideaSent,
      button('plain', texts.ideasTitle, () => back(true)),
    )
    show(place, [head(room, texts.suggestIdea), main(delivery.block)])

    await room.send(`ideas/${ideaId}`, idea, (now) => {
      if (now.state !== 'rejected') return delivery.tell(now)
      refused = true
      // Whoever left has the words back already, and may be writing others by now.
      if (!delivery.block.isConnected) return
      keep()
      putBack(place, view)
      complain(texts.rejected)
    })
    if (!refused) room.keepDraft('idea', undefined)
    room.emit('idea', { ideaId })
  }
}
