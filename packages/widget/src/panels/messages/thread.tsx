import type { PersonTicket } from '@heed/contracts'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { OutboxItem } from '../../runtime/outbox-store.ts'
import type { Room } from '../../runtime/room.ts'
import { Head } from '../../ui/panel-parts.tsx'
import { Time } from '../../ui/relative-time.tsx'
import { replyToTicket } from './reply-to-ticket.ts'

type Props = {
  room: Room
  ticket: PersonTicket
  waiting: OutboxItem[]
  refresh: () => Promise<void>
  back: () => void
}

/** One question with its replies, and the field for the next one. */
export function Thread({ room, ticket, waiting, refresh, back }: Props) {
  const { texts, locale } = room
  const draftName = `message:${ticket.id}`
  const [text, setText] = useState(() => String(room.draft(draftName) ?? ''))
  const [rejected, setRejected] = useState(false)
  const main = useRef<HTMLDivElement>(null)
  /** A second click must not send the same words twice. */
  const busy = useRef(false)
  const open = ticket.state === 'open'
  const title = `${room.fill(texts.ticketNumber, { number: ticket.number })} · ${open ? texts.stateOpen : texts.stateClosed}`

  const type = (next: string) => {
    setText(next)
    room.keepDraft(draftName, next || undefined)
  }

  const send = async () => {
    if (!text.trim() || busy.current) return
    busy.current = true
    setRejected(false)
    await replyToTicket(room, ticket.id, text, ({ state }) => {
      if (state === 'rejected') {
        setRejected(true)
        setText((now) => now || text)
      }
      void refresh()
    })
    busy.current = false
    type('')
    void refresh()
  }

  const count = ticket.messages.length + waiting.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is the reason to scroll
  useEffect(() => {
    main.current?.scrollTo({ top: main.current.scrollHeight })
  }, [count])
  useEffect(() => main.current?.focus(), [])

  return (
    <>
      <Head title={title} back={back} room={room} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div class="main" ref={main} tabIndex={0} role="log" aria-label={title}>
        {ticket.messages.map(({ id, author, authorName, body, createdAt }) => (
          <div key={id} class={author === 'person' ? 'bubble mine' : 'bubble'}>
            <span class="quiet">
              {author === 'person' ? texts.you : (authorName ?? texts.team)} ·{' '}
              <Time iso={createdAt} locale={locale.tag} />
            </span>
            <div dir="auto">{body}</div>
          </div>
        ))}
        {waiting.map(({ id, body }) => (
          <div key={id} class="bubble mine">
            <span class="quiet">{texts.notSentYet}</span>
            <div dir="auto">{String(body.body)}</div>
          </div>
        ))}
      </div>
      <div class="foot">
        <label class="field reply">
          <span class="quiet">{open ? texts.replyLabel : texts.reopenLabel}</span>
          <textarea
            rows={2}
            dir="auto"
            maxLength={20_000}
            value={text}
            aria-invalid={rejected}
            onInput={(event) => type(event.currentTarget.value)}
          />
        </label>
        {rejected && (
          <p class="alarm" role="alert">
            {texts.rejected}
          </p>
        )}
        <button type="button" class="primary" onClick={send}>
          {texts.sendReply}
        </button>
      </div>
    </>
  )
}
