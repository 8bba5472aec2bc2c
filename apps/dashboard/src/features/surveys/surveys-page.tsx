import type { Member, SurveyListItem, SurveyState, Workspace } from '@heed/contracts'
import { Plus } from 'lucide-preact'
import { useRef } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { useListKeys } from '../../ui/list-keys.ts'
import { Blank, Loaded, Skeleton } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { mayChangeSurveys } from './may-change.ts'
import { newSurveyAddress } from './survey-addresses.ts'
import { SurveyOutcome } from './survey-outcome.tsx'
import './surveys.css'
import { SurveysTable } from './surveys-table.tsx'
import { useSurveyActs } from './use-survey-acts.ts'
import { useSurveys } from './use-surveys.ts'

const words = text.surveys
const states: SurveyState[] = ['draft', 'scheduled', 'running', 'paused', 'ended']

type Props = { workspace: Workspace; member: Member }

/** All surveys with their state and result, and what can be done with each. */
export function SurveysPage({ member }: Props) {
  const list = useSurveys()
  const { filter, link } = useSegment()
  const mayChange = mayChangeSurveys(member)
  const acts = useSurveyActs()
  const rows = useRef<HTMLDivElement>(null)
  const items = list.data?.items ?? []
  const state = states.find((each) => each === filter('state'))
  const shown = state === undefined ? items : items.filter((survey) => survey.state === state)
  useListKeys(rows, 'surveys', shown.length > 0)

  return (
    <div class="page">
      <div class="page-head">
        <PageHeading title={words.title} />
        <p class="soft numbers">{list.data && words.total(items.length)}</p>
        {mayChange && items.length > 0 && (
          <a class="button survey-new" data-look="main" href={link(newSurveyAddress)}>
            <Plus size={16} aria-hidden="true" />
            {words.create}
          </a>
        )}
      </div>
      <SurveyOutcome acts={acts} />
      <Loaded query={list} skeleton={<Skeleton height={360} />}>
        {() =>
          items.length === 0 ? (
            <NoSurveys mayChange={mayChange} />
          ) : (
            <div class="survey-list" ref={rows}>
              <StateFilter items={items} state={state} />
              {shown.length === 0 ? (
                <p class="card blank soft">{words.filter.none}</p>
              ) : (
                <SurveysTable items={shown} acts={mayChange ? acts.act : null} />
              )}
            </div>
          )
        }
      </Loaded>
    </div>
  )
}

function NoSurveys({ mayChange }: { mayChange: boolean }) {
  const { link } = useSegment()
  return (
    <div class="card">
      <Blank title={words.empty.title} body={mayChange ? words.empty.body : words.empty.readOnly}>
        {mayChange && (
          <a class="button" data-look="main" href={link(newSurveyAddress)}>
            {words.create}
          </a>
        )}
      </Blank>
    </div>
  )
}

/** Only states that occur, and the one of the address, so that it can be taken out. */
function StateFilter({ items, state }: { items: SurveyListItem[]; state: SurveyState | undefined }) {
  const { filtered } = useSegment()
  const offered = states.filter((each) => each === state || items.some((survey) => survey.state === each))
  return (
    <nav class="segmented survey-filter" aria-label={words.filter.label}>
      {[undefined, ...offered].map((each) => (
        <a key={each ?? ''} href={filtered({ state: each })} aria-current={each === state ? 'true' : undefined}>
          {each === undefined ? words.filter.all : words.states[each]}
        </a>
      ))}
    </nav>
  )
}
