import type { Survey } from '@heed/contracts'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { formatMonth, recentMonths } from '../../ui/dates.ts'
import { SearchField } from '../people/search-field.tsx'
import { spanInWords } from '../results/period-words.ts'
import { isDay } from '../results/result-view.ts'
import type { Filters } from '../segments/segment-url.ts'
import { useSegment } from '../segments/use-segment.ts'
import { useSurveys } from '../surveys/use-surveys.ts'
import { MarkFilters, SurveyFilters } from './more-filters.tsx'
import { kindsOf, onlyKind, type ScaleFilters, scoresOf, withKind, withScore, withSurvey } from './scale-filters.ts'

const words = text.responses.filters
const groups = ['promoter', 'passive', 'detractor'] as const
const monthsBack = 24

/** The parameters of the address that are filters of this list. */
export const filterNames = [
  'kind',
  'group',
  'score',
  'choice',
  'version',
  'locale',
  'commented',
  'starred',
  'areaId',
  'q',
  'days',
  'month',
  'from',
  'to',
  'surveyId',
] as const

/** @param survey the one whose answers these are, where there is nothing to choose */
export function ResponseFilters({ survey: only }: { survey?: Pick<Survey, 'id' | 'kind'> | undefined }) {
  const { filter, filtered } = useSegment()
  const { route } = useLocation()
  const listed = useSurveys().data?.items ?? []
  const surveys = only ? listed.filter(({ id }) => id === only.id) : listed
  const set = (changed: Filters) => route(filtered(changed), true)
  const scale: ScaleFilters = {
    kind: filter('kind'),
    surveyId: only?.id ?? filter('surveyId'),
    group: filter('group'),
    score: filter('score'),
  }
  const kinds = kindsOf(surveys)
  const kind = onlyKind(scale, surveys)
  const scores = scoresOf(scale, surveys)
  const offered = surveys.filter((survey) => !kind || scale.surveyId || survey.kind === kind)
  const isSet = filterNames.some((name) => filter(name) !== undefined)
  const survey = surveys.find(({ id }) => id === scale.surveyId)

  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{words.label}</legend>
      <SearchField label={words.search} placeholder={words.searchHint} parameter="q" />
      {kinds.length > 1 && (
        <select
          class="select"
          aria-label={words.kind}
          value={scale.kind ?? (scale.surveyId || scale.group ? kind : undefined) ?? ''}
          onChange={(event) => set(withKind(event.currentTarget.value || undefined, scale, surveys))}
        >
          <option value="">{words.anyKind}</option>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {text.responses.kinds[each]}
            </option>
          ))}
        </select>
      )}
      {(kind === undefined || kind === 'nps') && (
        <div class="segmented">
          {[undefined, ...groups].map((group) => (
            <a
              key={group ?? ''}
              // A score lies in one group: choosing a group takes the score out.
              href={filtered({ group, score: undefined })}
              aria-current={scale.group === group ? 'true' : undefined}
            >
              {group === undefined ? words.all : text.common.groups[group]}
            </a>
          ))}
        </div>
      )}
      {scores.length > 0 && (
        <select
          class="select"
          aria-label={words.score}
          value={scale.score ?? ''}
          onChange={(event) => set(withScore(event.currentTarget.value || undefined, scale, surveys))}
        >
          <option value="">{words.anyScore}</option>
          {scores.map((score) => (
            <option key={score} value={score}>
              {score}
            </option>
          ))}
        </select>
      )}
      <PeriodFilter />
      {surveys.length > 1 && (
        <select
          class="select"
          aria-label={words.survey}
          value={scale.surveyId ?? ''}
          onChange={(event) =>
            set({
              ...withSurvey(event.currentTarget.value || undefined, scale, surveys),
              // Of the survey before.
              version: undefined,
              locale: undefined,
              choice: undefined,
            })
          }
        >
          <option value="">{words.anySurvey}</option>
          {offered.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <SurveyFilters survey={survey} />
      <MarkFilters onlyComments={only !== undefined} />
      {isSet && (
        <a
          class="button"
          data-look="quiet"
          href={filtered(Object.fromEntries(filterNames.map((name) => [name, undefined])))}
        >
          {words.clear}
        </a>
      )}
    </fieldset>
  )
}

/** When it was answered: any time, the last days, one month, or the days that a figure was made of. One excludes the others. */
function PeriodFilter() {
  const { filter, filtered } = useSegment()
  const { route } = useLocation()
  const month = filter('month')
  const days = filter('days')
  const span = spanOf(filter('from'), filter('to'))
  const months = recentMonths(monthsBack, Date.now())
  const daysOffered = [...new Set([...(days === undefined ? [] : [days]), '30', '90', '365'])]
  return (
    <select
      class="select"
      aria-label={words.period}
      value={span !== null ? 'span' : (month ?? (days === undefined ? '' : `last ${days}`))}
      onChange={({ currentTarget: { value } }) => {
        if (value === 'span') return
        const last = value.startsWith('last ') ? value.slice('last '.length) : undefined
        const chosen = { days: last, month: last === undefined ? value || undefined : undefined }
        route(filtered({ ...chosen, from: undefined, to: undefined }), true)
      }}
    >
      <option value="">{words.anyTime}</option>
      {span !== null && <option value="span">{span}</option>}
      {daysOffered.map((each) => (
        <option key={each} value={`last ${each}`}>
          {words.lastDays(Number(each))}
        </option>
      ))}
      {[...(month === undefined || months.includes(month) ? [] : [month]), ...months].map((each) => (
        <option key={each} value={each}>
          {monthLabel(each)}
        </option>
      ))}
    </select>
  )
}

/** The days of the address in words; null where it names none. */
function spanOf(from: string | undefined, to: string | undefined): string | null {
  if (from === undefined && to === undefined) return null
  return isDay(from) && isDay(to) ? spanInWords({ from, to }) : words.since(from ?? '…', to ?? '…')
}

/** A month of the address may be anything; what is no month is shown as it stands. */
const monthLabel = (month: string): string => (/^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? formatMonth(month) : month)
