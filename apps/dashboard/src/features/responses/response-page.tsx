import type { Member, ResponseDetail } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { personName } from '../../ui/customer-facts.tsx'
import { CustomerPanel } from '../../ui/customer-panel.tsx'
import { DetailPage } from '../../ui/detail-page.tsx'
import { EarlierAnswers } from '../../ui/earlier-answers.tsx'
import { PageLink } from '../../ui/external-link.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { gistOf, ScoreBadge } from '../../ui/score-badge.tsx'
import { IdeaLinks } from '../ideas/idea-links.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { AnswerMarks } from './answer-marks.tsx'
import { filterNames } from './response-filters.tsx'
import './responses.css'
import { useResponse } from './use-responses.ts'

const words = text.responses.detail

/** One answer in full: the words, the customer as of then, what else this person said and asked. */
export function ResponsePage({ id = '', member }: { id?: string; member: Member }) {
  const { link, filter } = useSegment()
  const query = useResponse(id)
  const back = link('/responses', Object.fromEntries(filterNames.map((name) => [name, filter(name)])))

  return (
    <DetailPage query={query} back={back} words={words} height={420}>
      {(response) => <Answer response={response} link={link} member={member} />}
    </DetailPage>
  )
}

type AnswerProps = { response: ResponseDetail; link: (path: string) => string; member: Member }

function Answer({ response, link, member }: AnswerProps) {
  const { choices, comment, createdAt, surveyName, page, locale, person, account, snapshot, history, tickets } =
    response
  return (
    <div class="split">
      <div class="split-main">
        <article class="card panel answer">
          <header class="answer-head">
            <ScoreBadge answer={response} />
            <div>
              <PageHeading title={words.title(personName(person))} />
              <p class="soft">
                {gistOf(response)} · <bdi>{surveyName}</bdi> · <RelativeTime at={createdAt} />
              </p>
            </div>
            <AnswerMarks answer={response} member={member} />
          </header>
          {choices.length > 0 && (
            <ul class="answer-chosen">
              {choices.map(({ id, label }) => (
                <li key={id} dir="auto">
                  {label}
                </li>
              ))}
            </ul>
          )}
          {comment === null ? (
            <p class="soft">{text.responses.noComment}</p>
          ) : (
            <p class="answer-comment" dir="auto">
              {comment}
            </p>
          )}
          {(page || locale) && (
            <dl class="facts">
              {page && (
                <div>
                  <dt>{words.page}</dt>
                  <dd>
                    <PageLink url={page.url} title={page.title} />
                  </dd>
                </div>
              )}
              {locale && (
                <div>
                  <dt>{words.language}</dt>
                  <dd>{locale}</dd>
                </div>
              )}
            </dl>
          )}
        </article>
        <section class="card panel">
          <h2>{words.history}</h2>
          {history.length === 0 && <p class="soft">{words.noHistory}</p>}
          <EarlierAnswers answers={history} link={link} />
        </section>
        <section class="card panel">
          <h2>{words.tickets}</h2>
          {tickets.length === 0 && <p class="soft">{words.noTickets}</p>}
          <ul class="small-rows">
            {tickets.map((ticket) => (
              <li key={ticket.id}>
                <span class="tag">{text.tickets.state[ticket.state]}</span>
                <a href={link(`/tickets/${ticket.id}`)} class="clamp" dir="auto">
                  {text.tickets.number(ticket.number)} {ticket.preview}
                </a>
                <span class="soft small">
                  <RelativeTime at={ticket.createdAt} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <CustomerPanel person={person} account={account} snapshot={snapshot} asOf={words.asOf} link={link}>
        <IdeaLinks targetId={response.id} personId={person.id} mayChange={member.role !== 'viewer'} />
      </CustomerPanel>
    </div>
  )
}
