import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { formatMonth, recentMonths } from '../../ui/dates.ts'
import type { Filters } from '../segments/segment-url.ts'
import { useSegment } from '../segments/use-segment.ts'
import { useSurveys } from '../surveys/use-surveys.ts'
import { kindsOf, onlyKind, type ScaleFilters, scoresOf, withKind, withScore, withSurvey } from './scale-filters.ts'

const words = text.responses.filters
const groups = ['promoter', 'passive', 'detractor'] as const
const monthsBack = 24

/** The parameters of the address that are filters of this list. */
export const filterNames = ['kind', 'group', 'score', 'commented', 'days', 'month', 'surveyId'] as const

export function ResponseFilters() {
  const { filter, filtered } = useSegment()
  const { route } = useLocation()
  const surveys = useSurveys().data?.items ?? []
  const set = (changed: Filters) => route(filtered(changed), true)
  const scale: ScaleFilters = {
    kind: filter('kind'),
    surveyId: filter('surveyId'),
    group: filter('group'),
    score: filter('score'),
  }
  const kinds = kindsOf(surveys)
  const kind = onlyKind(scale, surveys)
  const scores = scoresOf(scale, surveys)
  const offered = surveys.filter((survey) => !kind || scale.surveyId || survey.kind === kind)
  const isSet = filterNames.some((name) => filter(name) !== undefined)

  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{words.label}</legend>
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
          onChange={(event) => set(withSurvey(event.currentTarget.value || undefined, scale, surveys))}
        >
          <option value="">{words.anySurvey}</option>
          {offered.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={filter('commented') === 'true'}
          onChange={(event) => set({ commented: event.currentTarget.checked ? 'true' : undefined })}
        />
        {words.commented}
      </label>
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

/** When it was answered: any time, the last days, or one month. A month and days together would be a riddle. */
function PeriodFilter() {
  const { filter, filtered } = useSegment()
  const { route } = useLocation()
  const month = filter('month')
  const days = filter('days')
  const months = recentMonths(monthsBack, Date.now())
  const daysOffered = [...new Set([...(days === undefined ? [] : [days]), '30', '90', '365'])]
  return (
    <select
      class="select"
      aria-label={words.period}
      value={month ?? (days === undefined ? '' : `last ${days}`)}
      onChange={({ currentTarget: { value } }) => {
        const last = value.startsWith('last ') ? value.slice('last '.length) : undefined
        route(filtered({ days: last, month: last === undefined ? value || undefined : undefined }), true)
      }}
    >
      <option value="">{words.anyTime}</option>
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

/** A month of the address may be anything; what is no month is shown as it stands. */
const monthLabel = (month: string): string => (/^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? formatMonth(month) : month)
