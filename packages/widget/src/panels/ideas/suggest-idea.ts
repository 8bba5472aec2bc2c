import type { BoardIdea, NewIdea } from '@heed/contracts'
import type { Room } from '../../runtime/room.ts'
import { createDelivery } from '../../ui/delivery.ts'
import { element } from '../../ui/element.ts'
import { redraw } from '../../ui/redraw.ts'
import { takeBack } from '../../ui/take-back.ts'
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
  for (const field of [title, body]) field.addEventListener('input', type)
  type()
  show(place, view)

  function type() {
    const blank = !title.value && !body.value
    complain(takeBack(room, 'refused:idea', body))
    if (blank) {
      const [first = '', ...more] = body.value.split('\n')
      title.value = first
      body.value = more.join('\n')
    }
    const typed: Draft = { title: title.value, body: body.value }
    room.keepDraft('idea', typed.title || typed.body ? typed : undefined)
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
      // Whoever left gets the words back with the form.
      if (!delivery.block.isConnected) return
      type()
      putBack(place, view)
    })
    if (!refused) {
      title.value = body.value = ''
      type()
    }
    room.emit('idea', { ideaId })
  }
}
