import type { NpsResult, Workspace } from '@heed/contracts'
import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { Blank, Loaded, Skeleton } from '../../ui/loaded.tsx'
import { MarginBar } from '../../ui/margin-bar.tsx'
import { formatShare } from '../../ui/numbers.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { StartingCard } from '../get-started/starting-card.tsx'
import { ofPlan } from '../segments/conditions.ts'
import { useSegment } from '../segments/use-segment.ts'
import { useSurveys } from '../surveys/use-surveys.ts'
import { Distribution } from './distribution.tsx'
import { MonthChart } from './month-chart.tsx'
import { withoutHoles } from './months.ts'
import { NpsSummary } from './nps-summary.tsx'
import './overview.css'
import { PlansTable } from './plans-table.tsx'
import { TicketsSummary } from './tickets-summary.tsx'
import { useNps, useTicketFigures } from './use-overview.ts'

const words = text.overview

/** One page that answers: how do these customers feel, how sure is that, and does help come in time. */
export function OverviewPage({ workspace }: { workspace: Workspace }) {
  const { pairs, link, filter, filtered } = useSegment()
  const { route } = useLocation()
  const surveyId = filter('surveyId')
  const nps = useNps(pairs, surveyId)
  const tickets = useTicketFigures(pairs)
  const surveys = useSurveys()
  const choices = (surveys.data?.items ?? []).filter(({ kind }) => kind === 'nps')

  return (
    <div class="page overview">
      <div class="page-head">
        <PageHeading title={words.title} />
        {choices.length > 1 && (
          <label class="inline-field">
            <span class="soft">{words.survey}</span>
            <select
              class="select"
              value={surveyId ?? ''}
              onChange={(event) => route(filtered({ surveyId: event.currentTarget.value || undefined }), true)}
            >
              <option value="">{words.allSurveys}</option>
              {choices.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <StartingCard workspace={workspace} />
      <Loaded query={nps} skeleton={<NpsSkeleton />}>
        {(result) => <NpsPart result={result} currency={workspace.currency} surveyId={surveyId} />}
      </Loaded>
      <Loaded query={tickets} skeleton={<Skeleton height={320} />}>
        {(figures) => (
          <TicketsSummary figures={figures} workspace={workspace} hrefOf={(filters) => link('/tickets', filters)} />
        )}
      </Loaded>
    </div>
  )
}

type NpsProps = { result: NpsResult; currency: string; surveyId: string | undefined }

function NpsPart({ result, currency, surveyId }: NpsProps) {
  const { segment, asOf, link, cut } = useSegment()
  const { route } = useLocation()
  const months = useMemo(() => withoutHoles(result.months), [result])
  // Each link opens exactly the answers that its figure counts.
  const counted = surveyId ? { surveyId } : { kind: 'nps' }
  const answers = (filters: Record<string, string | undefined> = {}) => link('/responses', { ...counted, ...filters })
  const days = String(result.periodDays)

  if (result.raw.answers === 0 && months.length === 0) {
    return (
      <section class="card">
        <Blank title={words.nps.none} body={segment.all.length === 0 ? words.nps.noneAnyone : words.nps.noneBody}>
          {segment.all.length > 0 && (
            <a class="button" href={cut({ all: [] })}>
              {text.segments.clear}
            </a>
          )}
        </Blank>
      </section>
    )
  }
  return (
    <div class="overview-grid">
      <section class="card panel nps-summary">
        <header class="panel-head">
          <h2>{words.nps.title}</h2>
          <p class="soft small">{words.nps.period(result.periodDays)}</p>
        </header>
        <NpsSummary result={result} currency={currency} answersHref={answers({ days })} />
      </section>
      <Distribution distribution={result.distribution} hrefOf={(filters) => answers({ days, ...filters })} />
      <MonthChart
        months={months}
        hrefOf={(month) => answers({ month })}
        onOpen={(month) => route(answers({ month }))}
      />
      <PlansTable
        byPlan={result.byPlan}
        hrefOfPlan={(plan) => cut(ofPlan(segment, plan))}
        answersOfPlan={
          asOf === 'now' ? null : (plan) => link('/responses', { ...counted, days }, ofPlan(segment, plan))
        }
      />
      <ResponseRate result={result} answersHref={answers({ days })} />
    </div>
  )
}

type RateProps = { result: NpsResult; answersHref: string }

function ResponseRate({ result: { responseRate, exposures, raw }, answersHref }: RateProps) {
  return (
    <section class="card panel rate">
      <header class="panel-head">
        <h2>{words.rate.title}</h2>
      </header>
      {responseRate === null ? (
        <p class="soft">{words.rate.none}</p>
      ) : (
        <>
          <p class="tile-figure numbers">
            <a href={answersHref}>{formatShare(responseRate.share)}</a>
          </p>
          <MarginBar value={responseRate.share} low={responseRate.low} high={responseRate.high} min={0} max={1} />
          <p class="soft small">
            {words.rate.withMargin(formatShare(responseRate.low), formatShare(responseRate.high))} ·{' '}
            {words.rate.base(raw.answers, exposures)}
          </p>
        </>
      )}
    </section>
  )
}

function NpsSkeleton() {
  return (
    <div class="overview-grid">
      <Skeleton height={300} />
      <Skeleton height={300} />
      <div class="months">
        <Skeleton height={440} />
      </div>
    </div>
  )
}
