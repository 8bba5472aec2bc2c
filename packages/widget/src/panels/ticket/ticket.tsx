import type { PersonTicket } from '@heed/contracts'
import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Delivery } from '../../runtime/outbox.ts'
import type { Room } from '../../runtime/room.ts'
import panelCss from '../../ui/panel.css?inline'
import { Done, Head } from '../../ui/panel-parts.tsx'
import { ArticleView } from './article-view.tsx'
import { openTicket, recordDeflection, type TicketDraft } from './open-ticket.ts'
import { useSuggestions } from './use-suggestions.ts'

export const css = panelCss

type View =
  | { name: 'form'; rejected?: boolean }
  | { name: 'article'; articleId: string; title: string }
  | { name: 'delivery'; delivery: Delivery }
  | { name: 'deflected' }

/** A question with articles offered while it is typed. What was typed outlives close, reload and refusal. */
function Ticket({ room }: { room: Room }) {
  const { texts } = room
  const [draft, setDraft] = useState<TicketDraft>(() => ({ ...blank, ...(room.draft('ticket') as TicketDraft) }))
  const [view, setView] = useState<View>({ name: 'form' })
  const field = useRef<HTMLTextAreaElement>(null)
  const found = useSuggestions(room, draft.text)

  const keep = (next: TicketDraft) => {
    setDraft(next)
    room.keepDraft('ticket', next.text ? next : undefined)
  }

  const send = async (event: Event) => {
    event.preventDefault()
    if (!draft.text.trim()) return field.current?.focus()
    const offered = [...draft.offered, ...found.map(({ articleId }) => articleId)]
    setView({ name: 'delivery', delivery: { state: 'sending' } })
    await openTicket(room, { ...draft, offered }, (delivery) => {
      // The runtime puts a refused text back among the drafts; here it still stands in the field.
      setView(delivery.state === 'rejected' ? { name: 'form', rejected: true } : { name: 'delivery', delivery })
    })
    room.keepDraft('ticket', undefined)
  }

  const back = () => setView({ name: 'form' })
  useEffect(() => {
    if (view.name === 'form') field.current?.focus()
  }, [view.name])

  switch (view.name) {
    case 'article':
      return (
        <ArticleView
          room={room}
          articleId={view.articleId}
          title={view.title}
          back={back}
          solved={() => {
            recordDeflection(room, view.articleId, draft.text)
            keep(blank)
            setView({ name: 'deflected' })
          }}
        />
      )
    case 'deflected':
      return (
        <>
          <Head title={texts.askTitle} room={room} />
          <div class="main">
            <Done title={texts.deflected}>
              <Leave room={room} />
            </Done>
          </div>
        </>
      )
    case 'delivery':
      return <DeliveryView room={room} delivery={view.delivery} />
    case 'form':
      return (
        <>
          <Head title={texts.askTitle} back={() => room.go('help')} room={room} />
          <div class="main">
            <label class="field">
              {texts.ticketLabel}
              <textarea
                ref={field}
                data-start
                rows={5}
                dir="auto"
                maxLength={20_000}
                value={draft.text}
                aria-invalid={view.rejected}
                onInput={(event) => keep({ ...draft, text: event.currentTarget.value })}
              />
            </label>
            {view.rejected && (
              <p class="alarm" role="alert">
                {texts.rejected}
              </p>
            )}
            <section class="offers" aria-live="polite" aria-label={texts.suggestions}>
              {found.length > 0 && <p class="quiet">{texts.suggestions}</p>}
              <ul class="rows">
                {found.map(({ articleId, title, excerpt, locale }) => (
                  <li key={articleId}>
                    <button
                      type="button"
                      class="row"
                      lang={locale}
                      dir="auto"
                      onClick={() => {
                        const offered = [...draft.offered, ...found.map((offer) => offer.articleId)]
                        keep({ ...draft, offered, read: [...draft.read, articleId] })
                        setView({ name: 'article', articleId, title })
                      }}
                    >
                      <b>{title}</b>
                      <span class="quiet">{excerpt}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          </div>
          <div class="foot">
            <button type="button" class="primary" onClick={send}>
              {texts.sendTicket}
            </button>
          </div>
        </>
      )
  }
}

const blank: TicketDraft = { text: '', offered: [], read: [] }

/** From sending to sent, in words. */
function DeliveryView({ room, delivery }: { room: Room; delivery: Delivery }) {
  const { texts } = room
  const ticket = delivery.state === 'stored' ? (delivery.reply as PersonTicket | undefined) : undefined
  const title =
    delivery.state === 'stored'
      ? texts.ticketSent
      : delivery.state !== 'waiting'
        ? texts.sending
        : delivery.reason === 'offline'
          ? texts.waitingOffline
          : texts.waitingBusy
  return (
    <>
      <Head title={texts.askTitle} room={room} />
      <div class="main">
        <Done title={title}>
          {ticket?.number !== undefined && <p>{room.fill(texts.ticketNumber, { number: ticket.number })}</p>}
          {delivery.state === 'stored' && <p class="quiet">{texts.ticketNext}</p>}
          {delivery.state === 'waiting' && <p class="quiet">{texts.waitingNext}</p>}
          {delivery.state !== 'sending' && <Leave room={room} />}
        </Done>
      </div>
    </>
  )
}

/** The button that ends a task; takes the focus, which the form left behind. */
function Leave({ room }: { room: Room }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <button type="button" class="plain" ref={button} onClick={room.close}>
      {room.texts.close}
    </button>
  )
}

export function mount(place: HTMLElement, room: Room): () => void {
  render(<Ticket room={room} />, place)
  return () => render(null, place)
}
