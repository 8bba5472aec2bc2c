import type { Member, Survey } from '@heed/contracts'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { Blank } from '../../ui/loaded.tsx'
import { PagedList, usePagedItems } from '../../ui/paged-list.tsx'
import { SurveyFrame } from '../results/survey-frame.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { filterNames, ResponseFilters } from './response-filters.tsx'
import { ResponseRows } from './response-rows.tsx'
import './responses.css'
import { useResponses } from './use-responses.ts'

const words = text.responses

/** What people wrote to one survey, to be searched, starred and told apart by area. */
export function CommentsPage({ id = '', member }: { id?: string; member: Member }) {
  return (
    <SurveyFrame id={id} tab="comments" member={member}>
      {(survey) => <Comments survey={survey} member={member} />}
    </SurveyFrame>
  )
}

function Comments({ survey, member }: { survey: Survey; member: Member }) {
  const { pairs, segment, filter, filtered, link } = useSegment()
  const { route } = useLocation()
  const showsAll = filter('all') === 'true'
  const filters = filterNames.flatMap((name): [string, string][] => {
    const value = filter(name)
    return value === undefined || name === 'surveyId' || name === 'kind' ? [] : [[name, value]]
  })
  const asked: [string, string][] = [
    ...filters.filter(([name]) => name !== 'commented'),
    ...(showsAll || survey.kind === 'text' ? [] : ([['commented', 'true']] satisfies [string, string][])),
    ['surveyId', survey.id],
  ]
  const query = useResponses([...pairs, ...asked])
  const items = usePagedItems(query)
  const isNarrowed = filters.length > 0 || segment.all.length > 0

  return (
    <>
      <ResponseFilters survey={survey} />
      <p class="comments-total soft numbers">
        <span aria-live="polite">{query.data && words.comments.total(query.data.pages[0]?.total ?? 0)}</span>
        {survey.kind !== 'text' && (
          <label class="check">
            <input
              type="checkbox"
              checked={showsAll}
              onChange={(event) => route(filtered({ all: event.currentTarget.checked ? 'true' : undefined }), true)}
            />
            {words.comments.withAll}
          </label>
        )}
      </p>
      <PagedList query={query} items={items} height={640}>
        {(loaded) =>
          loaded.length === 0 ? (
            <div class="card">
              <Blank title={words.empty.title} body={isNarrowed ? words.empty.filtered : words.empty.never} />
            </div>
          ) : (
            <ResponseRows
              items={loaded}
              name={`comments ${survey.id}`}
              member={member}
              hrefOf={({ id }) => link(`/responses/${id}`, Object.fromEntries(asked))}
              ofOneSurvey
            />
          )
        }
      </PagedList>
    </>
  )
}
