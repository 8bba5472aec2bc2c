import type { NewPersonMessage } from '@heed/contracts'
import type { Room } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import { takeBack } from '../../ui/take-back.ts'
import { quiet, sender } from '../../ui/view.ts'
import { wordsField } from '../../ui/words-field.ts'

/**
 * The field below a thread. What is typed is kept for each ticket; a reply opens a closed one again.
 * @param refresh called when something may have changed on the server
 */
export function createReply(room: Room, ticketId: string, refresh: () => void) {
  const { texts } = room
  const draftName = `message:${ticketId}`
  /** A second click must not send the same words twice. */
  let busy = false
  const { field, fault, complain } = wordsField('textarea', { rows: '2', maxlength: '20000' })
  const label = quiet(texts.replyLabel)

  const type = () => {
    complain(takeBack(room, `refused:${draftName}`, field))
    room.keepDraft(draftName, field.value || undefined)
  }
  const send = async () => {
    const words = field.value
    if (!words.trim() || busy) return field.focus()
    busy = true
    complain('')
    const message: Omit<NewPersonMessage, 'ageMs'> = { body: words.trim().slice(0, 20_000) }
    const path = `tickets/${ticketId}/messages/${room.newId('msg')}`
    await room.send(path, message, ({ state }) => {
      // Where it stands in the widget's card, the runtime was first.
      if (state === 'rejected' && field.isConnected && !fault.textContent) type()
      refresh()
    })
    busy = false
    if (field.value === words) {
      field.value = ''
      type()
    }
    field.focus()
    refresh()
  }

  field.value = String(room.draft(draftName) ?? '')
  type()
  field.addEventListener('input', type)

  return {
    parts: [element('label', { class: 'field reply' }, label, field), fault, sender(texts.sendReply, send)],
    /** The label of the field; says that a reply opens a closed ticket again. */
    label,
  }
}
