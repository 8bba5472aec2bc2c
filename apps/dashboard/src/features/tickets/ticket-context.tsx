import type { TicketDetail } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { CustomerPanel, Fact } from '../../ui/customer-panel.tsx'
import { EarlierAnswers } from '../../ui/earlier-answers.tsx'
import { PageLink } from '../../ui/external-link.tsx'
import { formatDuration } from '../../ui/numbers.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { useNow } from '../../ui/use-now.ts'
import { IdeaLinks } from '../ideas/idea-links.tsx'
import { nearArticles } from './near-articles.ts'
import { waitingMs } from './waiting.ts'

const words = text.tickets.detail

type Props = { ticket: TicketDetail; targetMs: number; link: (path: string) => string; mayWrite: boolean }

/** All that helps to answer: who, where, what they read, what they said before. */
export function TicketContext({ ticket, targetMs, link, mayWrite }: Props) {
  const { person, account, snapshot, context, responses, earlierTickets } = ticket
  const browser = [context.browser, context.system].filter((part) => part !== null).join(' · ')
  const waited = waitingMs(ticket, useNow())
  const articles = nearArticles(ticket)

  return (
    <CustomerPanel person={person} account={account} snapshot={snapshot} asOf={words.asOf} link={link}>
      <h2>{text.tickets.number(ticket.number)}</h2>
      <dl class="facts">
        <Fact name={words.createdAt}>
          <RelativeTime at={ticket.createdAt} />
        </Fact>
        {waited !== null && (
          <Fact name={text.tickets.filters.awaiting}>
            <span class="numbers">{formatDuration(waited)}</span>
            {waited > targetMs && <span class="late"> {text.tickets.overTarget(formatDuration(targetMs))}</span>}
          </Fact>
        )}
        {context.page && (
          <Fact name={words.page}>
            <PageLink url={context.page.url} title={context.page.title} />
          </Fact>
        )}
        {browser && <Fact name={words.browser}>{browser}</Fact>}
        {context.viewport && (
          <Fact name={words.window}>{words.size(context.viewport.width, context.viewport.height)}</Fact>
        )}
        {context.locale && <Fact name={words.language}>{context.locale}</Fact>}
      </dl>

      <h2>{words.articlesOffered}</h2>
      {articles.length === 0 && <p class="soft">{words.noArticles}</p>}
      <ul class="plain-rows">
        {articles.map(({ id, title, note }) => (
          <li key={id}>
            <a href={link(`/articles/${id}`)} dir="auto">
              {title}
            </a>{' '}
            <span class="tag">{note}</span>
          </li>
        ))}
      </ul>

      <IdeaLinks targetId={ticket.id} personId={person.id} ticketId={ticket.id} mayChange={mayWrite} />

      <h2>{words.history}</h2>
      {responses.length === 0 && <p class="soft">{words.noHistory}</p>}
      <EarlierAnswers answers={responses} link={link} />

      <h2>{words.earlier}</h2>
      {earlierTickets.length === 0 && <p class="soft">{words.noEarlier}</p>}
      <ul class="small-rows">
        {earlierTickets.map((earlier) => (
          <li key={earlier.id}>
            <span class="tag">{text.tickets.state[earlier.state]}</span>
            <a href={link(`/tickets/${earlier.id}`)} class="clamp" dir="auto">
              {text.tickets.number(earlier.number)} {earlier.preview}
            </a>
            <span class="soft">
              <RelativeTime at={earlier.createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </CustomerPanel>
  )
}
