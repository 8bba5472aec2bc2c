import type { SurveyListItem } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { MarginBar } from '../../ui/margin-bar.tsx'
import { formatCount, formatShare } from '../../ui/numbers.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { figureInWords, rangeOf } from '../results/figure-words.ts'
import { resultsAddress } from '../results/result-addresses.ts'
import { useSegment } from '../segments/use-segment.ts'
import { listFilters } from './list-filters.ts'
import { StateTag } from './state-tag.tsx'
import { editAddress } from './survey-addresses.ts'
import { SurveyMenu } from './survey-menu.tsx'
import type { SurveyAct } from './use-survey-acts.ts'

const words = text.surveys.list

type Acts = (act: SurveyAct, survey: SurveyListItem, button: HTMLElement) => void
type Props = { items: SurveyListItem[]; acts: Acts | null }

/** Surveys one a row, with the result of the last 90 days. `acts`: null for who may only look. */
export function SurveysTable({ items, acts }: Props) {
  return (
    <section class="card panel">
      <table class="figures surveys-table">
        <caption class="visually-hidden">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.survey}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.figure}</th>
            <th scope="col" class="number">
              {words.answers}
            </th>
            <th scope="col" class="number">
              {words.rate}
            </th>
            <th scope="col">{words.last}</th>
            {acts && (
              <th scope="col">
                <span class="visually-hidden">{words.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((survey) => (
            <Row key={survey.id} survey={survey} acts={acts} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ survey, acts }: { survey: SurveyListItem; acts: Acts | null }) {
  const { link, filter } = useSegment()
  const { figure, seen, lastAnswerAt } = survey
  return (
    <tr>
      <th scope="row">
        <a
          data-row
          href={link(
            survey.state === 'draft' ? editAddress(survey.id) : resultsAddress(survey.id),
            listFilters(filter),
          )}
        >
          <bdi>{survey.name}</bdi>
        </a>
        <p class="soft small">{text.responses.kinds[survey.kind]}</p>
      </th>
      <td class="survey-state-cell">
        <StateTag state={survey.state} />
      </td>
      <td class="survey-figure">
        <FigureCell survey={survey} />
      </td>
      <td class="number" data-label={words.answers}>
        {formatCount(figure.answers)}
      </td>
      <td class="number" data-label={words.rate}>
        {seen === 0 ? '–' : formatShare(Math.min(1, figure.answers / seen))}
      </td>
      <td data-label={words.last}>
        {lastAnswerAt === null ? <span class="soft">{words.never}</span> : <RelativeTime at={lastAnswerAt} />}
      </td>
      {acts && (
        <td class="row-acts">
          <SurveyMenu survey={survey} act={(what, button) => acts(what, survey, button)} />
        </td>
      )}
    </tr>
  )
}

function FigureCell({ survey: { measure, figure } }: { survey: SurveyListItem }) {
  if (measure === 'text') return <span class="soft">{words.words}</span>
  const said = figureInWords(measure, figure)
  const { value, low, high } = figure
  if (said === null || value === null || low === null || high === null)
    return <span class="soft">{words.noFigure}</span>
  const [min, max] = rangeOf[measure]
  return (
    <>
      <span class="numbers">{said}</span>
      <MarginBar value={value} low={low} high={high} min={min} max={max} />
    </>
  )
}
