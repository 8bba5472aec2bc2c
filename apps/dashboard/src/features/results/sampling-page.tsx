import type { Member, SamplingReport, Survey, Workspace } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { Blank, Loaded, Skeleton } from '../../ui/loaded.tsx'
import { formatDecimal, howManyInWords } from '../surveys/survey-words.ts'
import { dayInWords } from './period-words.ts'
import './sampling.css'
import { SamplingTable } from './sampling-table.tsx'
import { SurveyFrame } from './survey-frame.tsx'
import { useSampling } from './use-results.ts'

const words = text.results.sampling

type Props = { id?: string; workspace: Workspace; member: Member }

/** Whom the survey asked in its wave of now, who answered, and who is still to be heard. */
export function SamplingPage({ id = '', workspace, member }: Props) {
  return (
    <SurveyFrame id={id} tab="sampling" member={member}>
      {(survey) => <Sampling survey={survey} currency={workspace.currency} />}
    </SurveyFrame>
  )
}

function Sampling({ survey, currency }: { survey: Survey; currency: string }) {
  const query = useSampling(survey.id)
  if (survey.launchedAt === null)
    return (
      <div class="card">
        <Blank title={words.notStarted} body={words.notStartedBody} />
      </div>
    )
  return (
    <Loaded query={query} skeleton={<Skeleton height={420} />}>
      {(report) => (
        <div class="sampling">
          <Progress report={report} survey={survey} />
          <section class="card panel">
            {report.strata.length === 0 ? (
              <p class="soft">{words.empty}</p>
            ) : (
              <SamplingTable report={report} currency={currency} />
            )}
            <p class="soft small">{words.heardHint}</p>
          </section>
        </div>
      )}
    </Loaded>
  )
}

function Progress({ report, survey }: { report: SamplingReport; survey: Survey }) {
  const { wave, startedAt, endsAt, answered, asked, wanted, expectedMarginPoints } = report
  return (
    <section class="card panel">
      <header class="panel-head">
        <h2>{words.wave(wave + 1)}</h2>
        <p class="soft small">
          {[howManyInWords(survey), ...(startedAt === null ? [] : [words.since(dateOf(startedAt))])].join(' · ')}
        </p>
      </header>
      {wanted === null ? (
        <p class="sampling-said">{words.noTarget(answered, asked)}</p>
      ) : (
        <>
          <p class="sampling-said">{words.progress(answered, wanted)}</p>
          <progress class="sampling-progress" max={wanted} value={Math.min(answered, wanted)}>
            {words.progress(answered, wanted)}
          </progress>
          <p class="soft small">
            {[
              ...(answered >= wanted ? [words.full] : endsAt === null ? [] : [words.until(dateOf(endsAt))]),
              ...(expectedMarginPoints === null ? [] : [words.margin(formatDecimal(expectedMarginPoints))]),
            ].join(' ')}
          </p>
        </>
      )}
    </section>
  )
}

const dateOf = (iso: string): string => dayInWords(iso.slice(0, 10))
