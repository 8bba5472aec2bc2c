import type { Member, Survey } from '@heed/contracts'
import { ArrowLeft } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { useKeys } from '../../ui/keyboard.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { listFilters } from '../surveys/list-filters.ts'
import { mayChangeSurveys } from '../surveys/may-change.ts'
import { StateTag } from '../surveys/state-tag.tsx'
import { surveysAddress } from '../surveys/survey-addresses.ts'
import { SurveyMenu } from '../surveys/survey-menu.tsx'
import { SurveyOutcome } from '../surveys/survey-outcome.tsx'
import { useSurvey } from '../surveys/use-survey.ts'
import { useSurveyActs } from '../surveys/use-survey-acts.ts'
import './results.css'
import { type SurveyTab, SurveyTabs } from './survey-tabs.tsx'

const words = text.results

type Props = {
  id: string
  tab: SurveyTab
  member: Member
  /** Buttons at the end of the head. */
  acts?: (survey: Survey) => ComponentChildren
  children: (survey: Survey) => ComponentChildren
}

/** What stands around every page about one survey: its name and state, and the way to its other pages. */
export function SurveyFrame({ id, tab, member, acts, children }: Props) {
  const { link, filter } = useSegment()
  const { route } = useLocation()
  const query = useSurvey(id)
  const back = link(surveysAddress, listFilters(filter))
  useKeys({ u: () => route(back) })

  return (
    <div class="page result-page">
      <a class="back" href={back}>
        <ArrowLeft size={16} aria-hidden="true" class="flips" />
        {words.back}
      </a>
      {query.error && query.data === undefined && <PageHeading title={words.heading} />}
      <Loaded query={query} skeleton={<Skeleton height={640} />}>
        {(survey) => (
          <div class="result-body" key={survey.id}>
            <Head survey={survey} tab={tab} member={member}>
              {acts?.(survey)}
            </Head>
            {children(survey)}
          </div>
        )}
      </Loaded>
    </div>
  )
}

type HeadProps = Pick<Props, 'tab' | 'member'> & { survey: Survey; children: ComponentChildren }

function Head({ survey, tab, member, children }: HeadProps) {
  const acts = useSurveyActs()
  return (
    <header class="result-head">
      <div class="page-head">
        <PageHeading title={survey.name}>
          <bdi>{survey.name}</bdi>
        </PageHeading>
        <StateTag state={survey.state} />
        <span class="soft no-print">{text.responses.kinds[survey.kind]}</span>
        <div class="result-acts">
          {children}
          {mayChangeSurveys(member) && (
            <SurveyMenu
              survey={survey}
              except={['edit', 'remove']}
              act={(what, button) => acts.act(what, survey, button)}
            />
          )}
        </div>
      </div>
      <SurveyTabs survey={survey} tab={tab} member={member} />
      <SurveyOutcome acts={acts} />
    </header>
  )
}
