import type { TicketDetail } from '@heed/contracts'
import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { personName } from '../../ui/customer-facts.tsx'
import { problemWords } from '../../ui/problem-words.ts'
import { type DraftKind, keepDraft, readDraft } from './drafts.ts'
import { useSendMessage } from './use-tickets.ts'

const words = text.tickets.reply
const kinds: DraftKind[] = ['reply', 'note']
const modifier = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'

type Props = { ticket: TicketDetail; memberId: string; field: RefObject<HTMLTextAreaElement> }

/** Writes to the person, or a note to the other members. What is written stays in this browser until the server has it. */
export function ReplyBox({ ticket, memberId, field }: Props) {
  const place = (kind: DraftKind) => ({ memberId, ticketId: ticket.id, kind })
  const [kind, setKind] = useState<DraftKind>('reply')
  const [drafts, setDrafts] = useState(() => ({ reply: readDraft(place('reply')), note: readDraft(place('note')) }))
  const [isKept, setKept] = useState(drafts.reply !== '')
  const [didSend, setDidSend] = useState(false)
  const sending = useSendMessage(ticket.id, ({ note }) => {
    const stored = note ? 'note' : 'reply'
    keepDraft(place(stored), '')
    setDrafts((all) => ({ ...all, [stored]: '' }))
    setKept(false)
    setDidSend(true)
  })
  const draft = drafts[kind]

  const write = (body: string) => {
    setDrafts({ ...drafts, [kind]: body })
    setKept(keepDraft(place(kind), body))
    setDidSend(false)
  }

  const submit = () => {
    const body = draft.trim()
    if (body === '' || sending.isPending) return
    sending.mutate({ body, note: kind === 'note' })
  }

  const label = kind === 'note' ? words.noteHint : words.replyTo(personName(ticket.person))
  return (
    <form
      class="reply"
      data-kind={kind}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <fieldset class="segmented">
        <legend class="visually-hidden">{words.label}</legend>
        {kinds.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="kind"
              checked={kind === each}
              onChange={() => {
                setKind(each)
                setKept(drafts[each].trim() !== '')
                sending.reset()
              }}
            />
            {words[each]}
          </label>
        ))}
      </fieldset>
      <textarea
        ref={field}
        class="input reply-field"
        aria-label={label}
        placeholder={label}
        rows={5}
        dir="auto"
        maxLength={20_000}
        value={draft}
        readOnly={sending.isPending}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            submit()
          }
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      {sending.isError && (
        <p class="notice" role="alert">
          {words.notSent} {problemWords(sending.error)}
        </p>
      )}
      <div class="reply-foot">
        <p class="soft small" role="status">
          {didSend ? words.sent : isKept ? words.draftKept : <span class="keys-hint">{words.keys(modifier)}</span>}
        </p>
        <button
          type="submit"
          class="button"
          data-look="main"
          disabled={draft.trim() === ''}
          aria-disabled={sending.isPending}
        >
          {sending.isPending ? words.sending : kind === 'note' ? words.saveNote : words.sendReply}
        </button>
      </div>
    </form>
  )
}
