import type { SharedSurveyResult } from '@heed/contracts'
import { useQuery } from '@tanstack/preact-query'
import { useEffect } from 'preact/hooks'
import { ApiProblem, get } from '../../api.ts'
import { text } from '../../locales/text.ts'
import { Blank, Loaded, Skeleton } from '../../ui/loaded.tsx'
import { Mark } from '../../ui/mark.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { DistributionPanel } from '../results/distribution-panel.tsx'
import { Headline } from '../results/headline.tsx'
import { MethodNote } from '../results/method-note.tsx'
import { spanInWords } from '../results/period-words.ts'
import '../results/print.css'
import '../results/results.css'
import { TimePanel } from '../results/time-panel.tsx'
import './shared.css'

const words = text.results.sharing.page

/** One survey's figures for whoever has the link: no names, no comments, nothing to open. */
export function SharedPage({ token }: { token: string }) {
  useUnlisted()
  const query = useQuery({
    queryKey: ['shared', token],
    queryFn: ({ signal }) => get<SharedSurveyResult>(`/shared/${encodeURIComponent(token)}/results`, [], signal),
  })
  const isGone = query.error instanceof ApiProblem && query.error.status === 404
  return (
    <main class="shared" id="main">
      <Mark size={22} />
      {isGone ? (
        <div class="card">
          <PageHeading title={words.gone}>
            <span class="visually-hidden">{words.gone}</span>
          </PageHeading>
          <Blank title={words.gone} body={words.goneBody} />
        </div>
      ) : (
        <Loaded query={query} skeleton={<Skeleton height={640} />}>
          {(shared) => <Shared shared={shared} />}
        </Loaded>
      )}
    </main>
  )
}

function Shared({ shared: { workspaceName, surveyName, kind, filtered, result } }: { shared: SharedSurveyResult }) {
  return (
    <div class="shared-body">
      <header class="shared-head">
        <PageHeading title={words.title(surveyName)}>
          <bdi>{surveyName}</bdi>
        </PageHeading>
        <p class="soft">
          {words.of(workspaceName)} · {text.responses.kinds[kind]} · {spanInWords(result.period)}
        </p>
        {filtered && <p class="soft">{words.partly}</p>}
      </header>
      <div class="results-grid">
        <Headline result={result} why={whyNone(result)} href={null} />
        {result.measure !== 'text' && <TimePanel result={result} measure={result.measure} hrefOf={null} />}
        {result.distribution.length > 0 && (
          <div class="results-wide">
            <DistributionPanel result={result} kind={kind} hrefOf={null} />
          </div>
        )}
        <MethodNote result={result} />
      </div>
      <p class="soft small">{words.made}</p>
    </div>
  )
}

/** Why there is no weighted figure; how the segments differ would tell of customers. */
const whyNone = ({ weightedMissing }: SharedSurveyResult['result']): string[] =>
  weightedMissing ? [text.results.why.missing[weightedMissing]] : []

/** Whoever has the link may read it; nobody should find it. */
function useUnlisted(): void {
  useEffect(() => {
    const meta = document.head.appendChild(document.createElement('meta'))
    meta.name = 'robots'
    meta.content = 'noindex, nofollow'
    return () => meta.remove()
  }, [])
}
