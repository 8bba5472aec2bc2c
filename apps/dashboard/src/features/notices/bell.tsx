import type { Member, Notice, Workspace } from '@heed/contracts'
import { Bell as BellIcon } from 'lucide-preact'
import { useId, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { useDisclosure } from '../../ui/use-disclosure.ts'
import { useSegment } from '../segments/use-segment.ts'
import { noticeAddress, noticeInWords } from './notice-words.ts'
import './notices.css'
import { useNotices, useReading } from './use-notices.ts'

const words = text.notices
const mostShown = 99

type Props = { workspace: Workspace; member: Member }

/** How many notices are new, and all of them behind it. Opening it marks them as read for the team. */
export function Bell({ workspace, member }: Props) {
  const { isOpen, setOpen, place, button, walked } = useDisclosure()
  const { data, isError } = useNotices()
  const reading = useReading()
  // What was new when it was opened stays marked while one reads.
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  const id = useId()
  const items = data?.items ?? []
  const unread = data?.unread ?? 0

  const toggle = () => {
    setOpen(!isOpen)
    if (isOpen) return
    setFresh(new Set(items.filter(({ read }) => !read).map((notice) => notice.id)))
    const [newest] = items
    if (newest && unread > 0 && member.role !== 'viewer') reading.mutate({ until: newest.createdAt })
  }

  return (
    <div class="bell" ref={place} {...walked}>
      <button
        ref={button}
        type="button"
        class="icon-button bell-button"
        aria-label={words.open(unread)}
        title={words.open(unread)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={toggle}
      >
        <BellIcon size={18} aria-hidden="true" />
        {unread > 0 && (
          <span class="bell-count" aria-hidden="true">
            {unread > mostShown ? words.many(mostShown) : unread}
          </span>
        )}
      </button>
      {isOpen && (
        <div class="bell-panel card" id={id}>
          <h2>{words.title}</h2>
          {isError && data === undefined ? (
            <p class="soft">{words.failed}</p>
          ) : items.length === 0 ? (
            <div class="bell-empty">
              <p>{words.empty}</p>
              <p class="soft small">{words.emptyBody}</p>
            </div>
          ) : (
            <ul class="bell-list">
              {items.map((notice) => (
                <NoticeRow
                  key={notice.id}
                  notice={notice}
                  isNew={fresh.has(notice.id)}
                  currency={workspace.currency}
                  onOpen={() => setOpen(false)}
                />
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}

type RowProps = { notice: Notice; isNew: boolean; currency: string; onOpen: () => void }

function NoticeRow({ notice, isNew, currency, onOpen }: RowProps) {
  const { link } = useSegment()
  const { kind, surveyName, ticketId, createdAt } = notice
  return (
    <li data-new={isNew}>
      <a href={link(noticeAddress(notice))} data-stop onClick={onOpen} dir="auto">
        {noticeInWords(notice, currency)}
      </a>
      <p class="soft small">
        {isNew && <strong>{words.unread} · </strong>}
        {kind === 'low_score' && (
          <>
            <bdi>{surveyName}</bdi> ·{' '}
          </>
        )}
        <RelativeTime at={createdAt} />
        {ticketId !== null && (
          <>
            {' · '}
            <a href={link(`/tickets/${encodeURIComponent(ticketId)}`)} data-stop onClick={onOpen}>
              {words.ticket}
            </a>
          </>
        )}
      </p>
    </li>
  )
}
