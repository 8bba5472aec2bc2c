import type { Member, Survey, Workspace } from '@heed/contracts'
import { useMemo } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Blank, Loaded, Skeleton } from '../../ui/loaded.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { useVersions } from '../surveys/use-survey.ts'
import { BenchmarkChoice, readBenchmark } from './benchmark.tsx'
import { CutPanel } from './cut-panel.tsx'
import { DistributionPanel } from './distribution-panel.tsx'
import { ExportMenu } from './export-menu.tsx'
import { Funnel } from './funnel.tsx'
import { Headline } from './headline.tsx'
import { MethodNote } from './method-note.tsx'
import './print.css'
import { PrintHead } from './print-head.tsx'
import { ResultControls } from './result-controls.tsx'
import { pairsOfView, readView } from './result-view.ts'
import { ShareButton } from './share-dialog.tsx'
import { SurveyFrame } from './survey-frame.tsx'
import { TimePanel } from './time-panel.tsx'
import { useAnswersLink } from './use-answers-link.ts'
import { useCut, useResult } from './use-results.ts'
import { whyInWords } from './why-words.ts'

const words = text.results

type Props = { id?: string; workspace: Workspace; member: Member }

/** A survey's result: the figure and how far it can be trusted, how it went, whom it comes from. */
export function ResultsPage({ id = '', workspace, member }: Props) {
  return (
    <SurveyFrame
      id={id}
      tab="results"
      member={member}
      acts={(survey) => (
        <>
          {member.role !== 'viewer' && <ShareButton survey={survey} currency={workspace.currency} />}
          <ExportMenu survey={survey} currency={workspace.currency} />
        </>
      )}
    >
      {(survey) => <Results survey={survey} workspace={workspace} />}
    </SurveyFrame>
  )
}

function Results({ survey, workspace }: { survey: Survey; workspace: Workspace }) {
  const { pairs, filter } = useSegment()
  const view = readView(filter)
  const asked = useMemo(() => [...pairs, ...pairsOfView(readView(filter))], [pairs, filter])
  const query = useResult(survey.id, asked)
  const isWeighed = query.data?.weighted != null
  const byPlan = useCut(survey.id, asked, 'plan', isWeighed)
  const byTenure = useCut(survey.id, asked, 'tenure', isWeighed)
  const versions = useVersions(survey.id)
  const answers = useAnswersLink(survey, query.data)

  return (
    <>
      <ResultControls versions={versions.data?.items ?? []} view={view} />
      <Loaded query={query} skeleton={<ResultsSkeleton />}>
        {(result) => {
          const benchmark = result.measure === 'nps' ? readBenchmark(filter('benchmark')) : undefined
          if (result.raw.answers === 0 && result.funnel.seen === 0)
            return (
              <div class="card">
                <Blank
                  title={words.headline.none}
                  body={survey.launchedAt === null ? words.headline.noneYet : words.headline.noneBody}
                />
              </div>
            )
          return (
            <div class="results-grid">
              <PrintHead survey={survey} workspace={workspace} result={result} />
              <Headline
                result={result}
                why={whyInWords(result, { plan: byPlan.data, tenure: byTenure.data }, workspace.currency)}
                href={answers({})}
                benchmark={benchmark}
              >
                {result.measure === 'nps' && <BenchmarkChoice benchmark={benchmark} />}
              </Headline>
              {result.measure !== 'text' && (
                <TimePanel
                  result={result}
                  measure={result.measure}
                  hrefOf={({ from, to }) => answers({ from, to })}
                  benchmark={benchmark}
                />
              )}
              {result.distribution.length > 0 && (
                <DistributionPanel result={result} kind={survey.kind} hrefOf={answers} />
              )}
              <Funnel result={result} />
              {result.measure !== 'text' && (
                <CutPanel
                  survey={survey}
                  result={result}
                  measure={result.measure}
                  asked={asked}
                  workspace={workspace}
                />
              )}
              <MethodNote result={result} />
            </div>
          )
        }}
      </Loaded>
    </>
  )
}

function ResultsSkeleton() {
  return (
    <div class="results-grid">
      <div class="results-wide">
        <Skeleton height={260} />
      </div>
      <div class="results-wide">
        <Skeleton height={440} />
      </div>
      <Skeleton height={320} />
      <Skeleton height={320} />
    </div>
  )
}
