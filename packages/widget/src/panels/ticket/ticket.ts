import type { PersonTicket } from '@heed/contracts'
import type { Delivery } from '../../runtime/outbox.ts'
import type { HelpRoom } from '../../runtime/room.ts'
import { createDelivery } from '../../ui/delivery.ts'
import { element } from '../../ui/element.ts'
import { createOffers, type OfferedArticle } from '../../ui/offers.ts'
import { openOffered } from '../../ui/open-offered.ts'
import panelCss from '../../ui/panel.css?inline'
import { takeBack } from '../../ui/take-back.ts'
import { type TicketDraft, ticketDraft } from '../../ui/ticket-draft.ts'
import { button, foot, head, leave, main, putBack, sender, show } from '../../ui/view.ts'
import type { Votable } from '../../ui/vote-button.ts'
import { wordsField } from '../../ui/words-field.ts'
import { createAttachments } from './attachments.ts'
import { openTicket } from './open-ticket.ts'

export const css = panelCss

/**
 * Files of drafts, as long as the page lives: a draft itself holds only what can be written down. Named by a key in the
 * draft, so that they come back to nobody else.
 */
const filesOf = new Map<string, File[]>()

/** A question, with what may answer it offered before it is typed and while it is. What was typed outlives close, reload and refusal. */
export function mount(place: HTMLElement, room: HelpRoom): () => void {
  const { texts } = room
  let gone = false
  let isPressed = false
  let draft = ticketDraft(room)
  const { field, fault, complain } = wordsField('textarea', { rows: '5', maxlength: '20000', 'data-start': '' })
  const offers = createOffers(room, { kind: 'asked', read, vote })
  const attachments = createAttachments(room, filesOf.get(draft.files ?? '') ?? [], keepFiles)
  const form = element(
    'div',
    { class: 'form' },
    main(element('label', { class: 'field' }, texts.ticketLabel, field), fault, attachments.section, offers.section),
    foot(sender(texts.sendTicket, send)),
  )
  const view = [head(room, texts.askTitle, () => room.go('help')), form]

  field.value = draft.text
  type()
  field.addEventListener('input', type)
  field.addEventListener('paste', (event) => takeFrom(event, (event as ClipboardEvent).clipboardData))
  form.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  })
  form.addEventListener('drop', (event) => takeFrom(event, event.dataTransfer))
  place.replaceChildren(...view)
  // Where a question stands that waits for a connection: it must be here before that goes.
  room.ahead('messages')

  function type() {
    complain(takeBack(room, 'refused:ticket', field))
    keep({ ...draft, text: field.value })
    // With the first words a request begins.
    if (draft.text.trim() && !draft.requestId) keep({ ...draft, requestId: room.newRequestId() })
    offers.look(draft.text, draft.requestId)
  }

  function keep(next: TicketDraft) {
    draft = next
    room.keepDraft('ticket', draft.text || draft.files ? draft : undefined)
  }

  function keepFiles(files: File[]) {
    const { files: key = room.newId('att'), ...words } = draft
    if (files.length > 0) filesOf.set(key, files)
    else filesOf.delete(key)
    keep(files.length > 0 ? { ...words, files: key } : words)
  }

  /** Formatted words that come with their picture, such as cells of a spreadsheet, stay words. */
  function takeFrom(event: Event, from: DataTransfer | null) {
    if (!from?.files.length || ['text/plain', 'text/html'].every((type) => from.types.includes(type))) return
    event.preventDefault()
    void attachments.add([...from.files])
  }

  function read(article: OfferedArticle, chosen: HTMLElement) {
    const back = () => show(place, view, chosen)
    openOffered(place, room, article.title, back, ({ readArticle }) => {
      const { articleId } = article
      keep({ ...draft, offered: [...draft.offered, ...offers.standing()], read: [...draft.read, articleId] })
      readArticle(place, {
        article,
        text: draft.text,
        requestId: draft.requestId,
        back,
        further: () => show(place, view),
        solved: forget,
      })
    })
  }

  /** The question ends with it, unless the person comes back. */
  function vote(idea: Votable, chosen: HTMLElement) {
    const back = () => show(place, view, chosen)
    openOffered(place, room, texts.ideasTitle, back, ({ castVote }) => {
      const asked = draft
      castVote(place, idea, {
        requestId: draft.requestId,
        back() {
          keep(asked)
          keepFiles(attachments.files())
          back()
        },
      })
      forget()
    })
  }

  function forget() {
    filesOf.delete(draft.files ?? '')
    // Another tab may have begun another question since.
    if (ticketDraft(room).text === draft.text) room.keepDraft('ticket', undefined)
  }

  async function send() {
    if (isPressed) return
    // A file that was chosen a moment ago is on its way into the list; until then a second press would send twice.
    isPressed = true
    const isWhole = await attachments.listed()
    isPressed = false
    if (!isWhole || gone) return
    const files = attachments.files()
    if (!draft.text.trim()) {
      complain(texts.wordsMissing)
      return field.focus()
    }
    const delivery = createDelivery(
      room,
      texts.ticketSent,
      button('plain', texts.messagesTitle, () => room.go('messages')),
      leave(room),
    )
    show(place, [head(room, texts.askTitle), main(delivery.block)])

    const left = new Set(files)
    const refused: File[] = []
    let last: Delivery = { state: 'sending' }
    const tell = () => {
      if (!gone) delivery.tell(last, ...numberOf(last), ...attachments.fates(refused, left.size))
    }
    const watch = (now: Delivery) => {
      last = now
      if (now.state !== 'rejected') return tell()
      if (gone) return
      type()
      keepFiles(files)
      putBack(place, view)
    }
    void openTicket(
      room,
      { ...draft, offered: [...draft.offered, ...offers.standing()] },
      files,
      watch,
      (file, now) => {
        if (last.state === 'rejected') return
        if (now.state === 'rejected') refused.push(file)
        if (now.state === 'rejected' || now.state === 'stored') left.delete(file)
        tell()
      },
    ).then(() => {
      if (last.state === 'rejected') return
      forget()
      field.value = ''
    })
  }

  /** The question's number and where the answer will appear, once the server has it. */
  function numberOf(delivery: Delivery): HTMLElement[] {
    if (delivery.state !== 'stored') return []
    const { number } = (delivery.reply ?? {}) as Partial<PersonTicket>
    return [
      ...(number === undefined ? [] : [element('p', {}, room.fill(texts.ticketNumber, { number }))]),
      element('p', { class: 'quiet' }, texts.ticketNext),
    ]
  }

  return () => {
    gone = true
    offers.stop()
    place.replaceChildren()
  }
}
