import type { TimelineEntry } from '@heed/contracts'
import { Activity, BookOpen, Eye, Inbox, Lightbulb } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { text } from '../../locales/text.ts'
import { answerInShort } from '../../ui/answer-words.ts'
import { personName, TrustTag } from '../../ui/customer-facts.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { ScoreBadge } from '../../ui/score-badge.tsx'
import { propertiesInWords } from './event-words.ts'

const words = text.customers.timeline

type Link = (path: string) => string
type Props = { entry: TimelineEntry; link: Link; showsName: boolean; showsTrust: boolean }

/** One thing that happened: what, on which occasion, and when. */
export function TimelineRow({ entry, link, showsName, showsTrust }: Props) {
  const { mark, what, href, isQuiet, around } = partsOf(entry, link)
  return (
    <li class="row timeline-row">
      <span class="timeline-mark">{mark}</span>
      <div class="row-body">
        {href === undefined ? (
          <p class="clamp" dir="auto">
            {what}
          </p>
        ) : (
          <a class={isQuiet ? 'row-link soft' : 'row-link row-comment'} href={href} data-row>
            <span class="clamp" dir="auto">
              {what}
            </span>
          </a>
        )}
        {(around || showsName || (showsTrust && entry.trust === 'unverified')) && (
          <p class="row-facts soft">
            {showsName && (
              <span>
                <a class="timeline-who" href={link(`/people/${entry.person.id}`)} dir="auto">
                  {personName(entry.person)}
                </a>
              </span>
            )}
            {around}
            {showsTrust && <TrustTag trust={entry.trust} />}
          </p>
        )}
      </div>
      <p class="row-time soft">
        <RelativeTime at={entry.at} />
      </p>
    </li>
  )
}

type Parts = {
  mark: ComponentChildren
  what: string
  /** Where it can be read in full. */
  href?: string
  /** Nothing was said in words. */
  isQuiet?: boolean
  around?: ComponentChildren
}

function partsOf(entry: TimelineEntry, link: Link): Parts {
  switch (entry.kind) {
    case 'response':
      return {
        mark: <ScoreBadge answer={{ kind: entry.surveyKind, score: entry.score }} size="small" />,
        what: answerInShort(entry),
        href: link(`/responses/${entry.id}`),
        isQuiet: entry.comment === null && entry.choices.length === 0,
        around: <span dir="auto">{entry.surveyName}</span>,
      }
    case 'ticket':
      return {
        mark: <Inbox size={16} aria-hidden="true" />,
        what: `${text.tickets.number(entry.number)} ${entry.preview}`,
        href: link(`/tickets/${entry.id}`),
        around: <span class="tag">{text.tickets.state[entry.state]}</span>,
      }
    case 'vote':
      return {
        mark: <Lightbulb size={16} aria-hidden="true" />,
        what: words.voted(entry.ideaTitle),
        href: link(`/ideas/${entry.id}`),
        around: entry.reason && <span dir="auto">{entry.reason}</span>,
      }
    case 'deflection':
      return {
        mark: <BookOpen size={16} aria-hidden="true" />,
        what: entry.articleTitle === null ? words.foundInDeleted : words.foundIn(entry.articleTitle),
        around: <span dir="auto">{words.asked(entry.text)}</span>,
      }
    case 'exposure':
      return {
        mark: <Eye size={16} aria-hidden="true" />,
        what: entry.dismissed ? words.dismissed(entry.surveyName) : words.shown(entry.surveyName),
      }
    case 'event': {
      const properties = propertiesInWords(entry.properties)
      return {
        mark: <Activity size={16} aria-hidden="true" />,
        what: words.event[entry.eventKind](entry.name),
        around: properties && (
          <span class="clamp" dir="auto">
            {properties}
          </span>
        ),
      }
    }
  }
}
