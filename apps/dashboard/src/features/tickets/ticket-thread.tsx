import type { Message, PersonSummary } from '@heed/contracts'
import { StickyNote } from 'lucide-preact'
import { text } from '../../locales/text.ts'
import { personName } from '../../ui/customer-facts.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { MessageFiles } from './message-files.tsx'

const words = text.tickets.detail

type Props = { ticketId: string; messages: Message[]; person: PersonSummary }

/** What was said, oldest first. A log: screen readers hear what arrives. */
export function TicketThread({ ticketId, messages, person }: Props) {
  return (
    <div role="log" aria-label={words.thread}>
      <ol class="thread">
        {messages.map((message) => (
          <li key={message.id} class="message card" data-author={message.author} data-note={message.note}>
            <p class="message-head">
              <strong>{message.author === 'person' ? personName(person) : (message.authorName ?? words.member)}</strong>
              {message.note && (
                <span class="tag">
                  <StickyNote size={12} aria-hidden="true" />
                  {words.note}
                </span>
              )}
              <span class="soft small">
                <RelativeTime at={message.createdAt} />
              </span>
            </p>
            <p class="message-body" dir="auto">
              {message.body}
            </p>
            <MessageFiles ticketId={ticketId} files={message.attachments} />
          </li>
        ))}
      </ol>
    </div>
  )
}
