import type { TicketDetail } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { CustomerPanel, Fact } from '../../ui/customer-panel.tsx'
import { EarlierAnswers } from '../../ui/earlier-answers.tsx'
import { PageLink } from '../../ui/external-link.tsx'
import { formatDuration } from '../../ui/numbers.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { useNow } from '../../ui/use-now.ts'
import { waitingMs } from './waiting.ts'

const words = text.tickets.detail

type Props = { ticket: TicketDetail; targetMs: number; link: (path: string) => string }

/** All that helps to answer: who, where, what they read, what they said before. */
export function TicketContext({ ticket, targetMs, link }: Props) {
  const { person, account, snapshot, context, articlesOffered, articlesRead, responses, earlierTickets } = ticket
  const browser = [context.browser, context.system].filter((part) => part !== null).join(' · ')
  const waited = waitingMs(ticket, useNow())
  const isRead = (id: string) => articlesRead.some((article) => article.id === id)
  const articles = [...articlesOffered, ...articlesRead.filter(({ id }) => !articlesOffered.some((a) => a.id === id))]

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
        {articles.map(({ id, title }) => (
          <li key={id}>
            {title} {isRead(id) && <span class="tag">{words.read}</span>}
          </li>
        ))}
      </ul>

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
