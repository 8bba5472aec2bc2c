import type { Member, Survey } from '@heed/contracts'
import { ArrowLeft } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { useKeys } from '../../ui/keyboard.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { mayChangeSurveys } from '../surveys/may-change.ts'
import { StateTag } from '../surveys/state-tag.tsx'
import { editAddress, surveysAddress } from '../surveys/survey-addresses.ts'
import { useSurvey } from '../surveys/use-survey.ts'
import { commentsAddress, compareAddress, resultsAddress, samplingAddress } from './result-addresses.ts'
import { viewFilters } from './result-view.ts'
import './results.css'

const words = text.results

const tabs = [
  { name: 'results', address: resultsAddress },
  { name: 'compare', address: compareAddress },
  { name: 'comments', address: commentsAddress },
  { name: 'sampling', address: samplingAddress },
] as const

type Props = {
  id: string
  tab: (typeof tabs)[number]['name']
  member: Member
  /** Buttons at the end of the head. */
  acts?: (survey: Survey) => ComponentChildren
  children: (survey: Survey) => ComponentChildren
}

/** What stands around every page about one survey: its name and state, and the way to its other pages. */
export function SurveyFrame({ id, tab, member, acts, children }: Props) {
  const { link } = useSegment()
  const { route } = useLocation()
  const query = useSurvey(id)
  const back = link(surveysAddress)
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
            <header class="result-head">
              <div class="page-head">
                <PageHeading title={survey.name}>
                  <bdi>{survey.name}</bdi>
                </PageHeading>
                <StateTag state={survey.state} />
                <span class="soft no-print">{text.responses.kinds[survey.kind]}</span>
                {acts && <div class="result-acts">{acts(survey)}</div>}
              </div>
              <Tabs id={id} tab={tab} member={member} survey={survey} />
            </header>
            {children(survey)}
          </div>
        )}
      </Loaded>
    </div>
  )
}

function Tabs({ id, tab, member, survey }: Pick<Props, 'id' | 'tab' | 'member'> & { survey: Survey }) {
  const { link, filter } = useSegment()
  const filters = viewFilters(filter)
  return (
    <nav class="segmented result-tabs" aria-label={words.tabs.label}>
      {tabs.map(({ name, address }) => (
        <a key={name} href={link(address(id), filters)} aria-current={name === tab ? 'page' : undefined}>
          {words.tabs[name]}
        </a>
      ))}
      <a href={link(editAddress(id))}>
        {mayChangeSurveys(member) && survey.state !== 'ended' ? words.tabs.edit : words.tabs.view}
      </a>
    </nav>
  )
}
