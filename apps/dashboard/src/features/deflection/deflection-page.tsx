import type { DeflectionReport, Member, Workspace } from '@heed/contracts'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { NotFoundPage } from '../../shell/not-found-page.tsx'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import '../overview/overview.css'
import { PeriodChoice } from '../results/period-choice.tsx'
import { periodFilters } from '../results/result-view.ts'
import '../results/results.css'
import { useSegment } from '../segments/use-segment.ts'
import { ArmsPanel } from './arms-panel.tsx'
import { ArticlesPanel } from './articles-panel.tsx'
import { ClaimPanel } from './claim-panel.tsx'
import './deflection.css'
import { periodPairs, readCut, readPeriod, sharedFilters, tabAddress, tabs } from './deflection-view.ts'
import { EndsPanel } from './ends-panel.tsx'
import { NoRequests } from './no-requests.tsx'
import { PartsPanel } from './parts-panel.tsx'
import { TimePanel } from './time-panel.tsx'
import { UnansweredPanel } from './unanswered-panel.tsx'
import { type CutReport, useDeflection } from './use-deflection.ts'

const words = text.deflection

type Props = { tab?: string; workspace: Workspace; member: Member }

/** Help before the ticket: what it saves, which articles do it, and what people ask and do not find. */
export function DeflectionPage({ tab = 'overview', workspace, member }: Props) {
  const { link, filter, filtered } = useSegment()
  const { route } = useLocation()
  const here = tabs.find((each) => each === tab)
  if (!here) return <NotFoundPage />
  return (
    <div class="page deflection">
      <div class="page-head">
        <PageHeading title={words.title} />
      </div>
      <nav class="segmented result-tabs" aria-label={words.tabs.label}>
        {tabs.map((each) => (
          <a
            key={each}
            href={link(tabAddress(each), sharedFilters(filter))}
            aria-current={each === here ? 'page' : undefined}
          >
            {words.tabs[each]}
          </a>
        ))}
      </nav>
      <fieldset class="filters">
        <legend class="visually-hidden">{words.controls}</legend>
        <PeriodChoice period={readPeriod(filter)} onChoose={(period) => route(filtered(periodFilters(period)), true)} />
      </fieldset>
      {here === 'unanswered' ? (
        <UnansweredPanel workspace={workspace} member={member} />
      ) : (
        <Report tab={here} workspace={workspace} member={member} />
      )}
    </div>
  )
}

type ReportProps = { tab: 'overview' | 'articles'; workspace: Workspace; member: Member }

function Report({ tab, workspace, member }: ReportProps) {
  const { pairs, filter } = useSegment()
  const query = useDeflection([...pairs, ...periodPairs(readPeriod(filter))], readCut(filter))
  return (
    <Loaded query={query} skeleton={<ReportSkeleton />}>
      {(cut) => {
        if (isEmpty(cut.report)) return <NoRequests />
        if (tab === 'articles') return <ArticlesPanel articles={cut.report.articles} />
        return <Saved cut={cut} workspace={workspace} member={member} />
      }}
    </Loaded>
  )
}

const isEmpty = ({ asked, searched, articles }: DeflectionReport) => asked + searched + articles.length === 0

function Saved({ cut: { report, cut }, workspace, member }: { cut: CutReport } & Omit<ReportProps, 'tab'>) {
  return (
    <div class="deflection-grid">
      <ClaimPanel report={report} mayChange={member.role === 'owner' || member.role === 'admin'} />
      <ArmsPanel measure={report.measure} />
      <EndsPanel report={report} />
      <TimePanel report={report} />
      <PartsPanel parts={report.parts} cut={cut} currency={workspace.currency} />
    </div>
  )
}

function ReportSkeleton() {
  return (
    <div class="deflection-grid">
      <Skeleton height={260} />
      <Skeleton height={200} />
      <Skeleton height={480} />
      <Skeleton height={440} />
    </div>
  )
}
