import type { Session } from '@heed/contracts'
import {
  BookOpenText,
  Building2,
  ChartNoAxesColumn,
  Inbox,
  LifeBuoy,
  Lightbulb,
  ListFilter,
  Megaphone,
  MessageSquareText,
  Settings,
  Users,
} from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { Bell } from '../features/notices/bell.tsx'
import { SegmentBar } from '../features/segments/segment-bar.tsx'
import { useSegment } from '../features/segments/use-segment.ts'
import { useWaitingCount } from '../features/tickets/use-waiting-count.ts'
import { text } from '../locales/text.ts'
import { useKeys } from '../ui/keyboard.ts'
import { Mark } from '../ui/mark.tsx'
import { formatCount } from '../ui/numbers.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { MemberMenu } from './member-menu.tsx'
import './shell.css'
import { useCountInTitle } from './use-count-in-title.ts'

const words = text.common

const places = [
  { path: '/', label: words.nav.overview, Icon: ChartNoAxesColumn },
  { path: '/tickets', label: words.nav.inbox, Icon: Inbox },
  { path: '/surveys', label: words.nav.surveys, Icon: Megaphone },
  { path: '/responses', label: words.nav.responses, Icon: MessageSquareText },
  { path: '/ideas', label: words.nav.ideas, Icon: Lightbulb },
  { path: '/articles', label: words.nav.articles, Icon: BookOpenText },
  { path: '/deflection', label: words.nav.deflection, Icon: LifeBuoy },
  { path: '/people', label: words.nav.people, Icon: Users },
  { path: '/accounts', label: words.nav.accounts, Icon: Building2 },
  { path: '/segments', label: words.nav.segments, Icon: ListFilter },
  { path: '/settings', label: words.nav.settings, Icon: Settings },
]

/**
 * Articles are about no customers. Where a survey is made, whom it asks is a question of its own; a second filter above
 * would be taken for it.
 */
const hasOwnCustomers = (path: string): boolean =>
  /^\/surveys(\/new|\/import|\/[^/]+\/(edit|sampling))?$|^\/articles(\/|$)|^\/get-started$/.test(path)

/** What stands around every page: the places, whom one is looking at, and one's own menu. */
export function Shell({ session, children }: { session: Session; children: ComponentChildren }) {
  const { path, route } = useLocation()
  const { link } = useSegment()
  const [showsKeys, setShowsKeys] = useState(false)
  const nav = useRef<HTMLElement>(null)
  const waiting = useWaitingCount()
  useCountInTitle(waiting)

  // On a phone not all places fit side by side.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current place is another one with another path
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [path])

  useKeys({
    'g o': () => route(link('/')),
    'g i': () => route(link('/tickets')),
    'g u': () => route(link('/surveys')),
    'g r': () => route(link('/responses')),
    'g d': () => route(link('/ideas')),
    'g h': () => route(link('/articles')),
    'g f': () => route(link('/deflection')),
    'g p': () => route(link('/people')),
    'g a': () => route(link('/accounts')),
    'g e': () => route(link('/segments')),
    'g s': () => route(link('/settings')),
    '?': () => setShowsKeys(true),
  })

  const isHere = (place: string) => (place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`))

  return (
    <div class="shell">
      <a class="skip-link" href="#main">
        {words.skipToContent}
      </a>
      <header class="side">
        <div class="side-head">
          <Mark size={26} />
          <p class="workspace-name" title={session.workspace.name}>
            {session.workspace.name}
          </p>
          {session.workspace.sample && (
            <span class="tag" title={words.sampleDataHint}>
              {words.sampleData}
            </span>
          )}
          <Bell workspace={session.workspace} member={session.member} />
        </div>
        <nav ref={nav} aria-label={words.nav.label}>
          <ul>
            {places.map(({ path: to, label, Icon }) => (
              <li key={to}>
                <a href={link(to)} aria-current={isHere(to) ? 'page' : undefined}>
                  <Icon size={18} aria-hidden="true" />
                  {label}
                  {to === '/tickets' && waiting > 0 && <Waiting count={waiting} />}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <MemberMenu member={session.member} onKeys={() => setShowsKeys(true)} />
      </header>
      <div class="content">
        {!hasOwnCustomers(path) && (
          <SegmentBar currency={session.workspace.currency} maySave={session.member.role !== 'viewer'} />
        )}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      {showsKeys && <KeysDialog onClose={() => setShowsKeys(false)} />}
    </div>
  )
}

function Waiting({ count }: { count: number }) {
  return (
    <>
      <span class="nav-count numbers" aria-hidden="true">
        {formatCount(count)}
      </span>
      <span class="visually-hidden"> {words.nav.waiting(count)}</span>
    </>
  )
}
