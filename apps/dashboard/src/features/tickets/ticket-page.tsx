import type { Member, TicketDetail, Workspace } from '@heed/contracts'
import { useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { personName } from '../../ui/customer-facts.tsx'
import { DetailPage } from '../../ui/detail-page.tsx'
import { useKeys } from '../../ui/keyboard.ts'
import { formatDuration } from '../../ui/numbers.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { ClosureForm } from './closure-form.tsx'
import { ReplyBox } from './reply-box.tsx'
import { TicketContext } from './ticket-context.tsx'
import { TicketThread } from './ticket-thread.tsx'
import { filtersOf, pairsOf, readView } from './tickets-page.tsx'
import './tickets.css'
import type { PickedArticle } from './use-article-search.ts'
import { useNeighbours } from './use-neighbours.ts'
import { useTicket } from './use-tickets.ts'

const words = text.tickets

type Props = { id?: string; workspace: Workspace; member: Member }

/** A ticket: the conversation, a place to answer, and the customer beside it. */
export function TicketPage({ id = '', workspace, member }: Props) {
  const { link, filter, pairs } = useSegment()
  const query = useTicket(id)
  const view = readView(filter)
  const back = link('/tickets', filtersOf(view))
  useNeighbours(id, [...pairs, ...pairsOf(view)], (other) => link(`/tickets/${other}`, filtersOf(view)))

  return (
    <DetailPage query={query} back={back} words={words.detail}>
      {/* Keyed: another ticket is another draft and another area. */}
      {(ticket) => <Ticket key={ticket.id} ticket={ticket} workspace={workspace} member={member} link={link} />}
    </DetailPage>
  )
}

type TicketProps = { ticket: TicketDetail; workspace: Workspace; member: Member; link: (path: string) => string }

function Ticket({ ticket, workspace, member, link }: TicketProps) {
  const closureForm = useRef<HTMLFormElement>(null)
  const articleField = useRef<HTMLInputElement>(null)
  const [article, setArticle] = useState<PickedArticle | null>(null)
  const mayWrite = member.role !== 'viewer'

  useKeys({
    e: () => {
      // Closing asks for an area: without one the form's own check moves the focus to it.
      if (ticket.state === 'open') closureForm.current?.requestSubmit()
    },
    a: () => articleField.current?.focus(),
  })

  return (
    <div class="split">
      <div class="split-main">
        <header class="ticket-head">
          <PageHeading title={words.detail.title(ticket.number, personName(ticket.person))} />
          <p class="soft">
            <span class="tag">{words.state[ticket.state]}</span> {ticket.area?.name}
            {ticket.firstResponseMs !== null && (
              <span> {words.firstResponse(formatDuration(ticket.firstResponseMs))}</span>
            )}
          </p>
        </header>
        <TicketThread ticketId={ticket.id} messages={ticket.messages} person={ticket.person} />
        {mayWrite ? (
          <section class="card panel ticket-write">
            <ReplyBox
              ticket={ticket}
              memberId={member.id}
              // What was sent is most likely what answers; the form below says so, and it can be taken out there.
              onLinked={(linked) => setArticle(article ?? linked)}
            />
            <ClosureForm
              ticket={ticket}
              form={closureForm}
              article={article}
              onArticle={setArticle}
              articleField={articleField}
              link={link}
            />
          </section>
        ) : (
          <p class="card panel soft">{words.reply.viewer}</p>
        )}
      </div>
      <TicketContext ticket={ticket} targetMs={workspace.firstResponseTargetMs} link={link} mayWrite={mayWrite} />
    </div>
  )
}
