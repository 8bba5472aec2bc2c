import type { TicketDetail } from '@heed/contracts'
import { CircleAlert } from 'lucide-preact'
import type { RefObject } from 'preact'
import { text } from '../../locales/text.ts'

const words = text.tickets

type Props = { ticket: TicketDetail; button: RefObject<HTMLButtonElement>; isSending: boolean; onAnyway: () => void }

/** Says that another reply was sent since this one was begun, and lets it be sent all the same. */
export function OvertakenNotice({ ticket, button, isSending, onAnyway }: Props) {
  const last = ticket.messages.findLast(({ author, note }) => author === 'member' && !note)
  return (
    <div class="notice" role="alert">
      <CircleAlert size={16} aria-hidden="true" />
      <span dir="auto">{words.reply.overtaken(last?.authorName ?? words.detail.member)}</span>
      <button ref={button} type="button" class="button" aria-disabled={isSending} onClick={onAnyway}>
        {words.reply.sendAnyway}
      </button>
    </div>
  )
}
