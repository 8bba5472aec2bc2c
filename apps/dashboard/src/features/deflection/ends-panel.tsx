import type { DeflectionReport, RequestEnds } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { formatCount, formatShare } from '../../ui/numbers.ts'
import { useSegment } from '../segments/use-segment.ts'
import { readPeriod, sharedFilters, tabAddress } from './deflection-view.ts'

const words = text.deflection.ends

/** In the order of how well they ended. */
const ends = [
  'solved',
  'left',
  'voted',
  'ticket',
  'askedAgain',
  'gone',
  'pending',
] as const satisfies (keyof RequestEnds)[]

/** How requests ended, what people said and what is concluded from their leaving counted apart. */
export function EndsPanel({ report }: { report: DeflectionReport }) {
  const { link, filter } = useSegment()
  const period = readPeriod(filter)
  const requests = ends.reduce((sum, end) => sum + report.ends[end], 0)
  const most = Math.max(1, ...ends.map((end) => report.ends[end]))
  return (
    <section class="card panel">
      <header class="panel-head">
        <h2>{words.title}</h2>
        <p class="soft small numbers">{words.base(requests)}</p>
      </header>
      <table class="figures shares-table ends">
        <caption class="visually-hidden">{words.title}</caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{words.end}</th>
            <td />
            <th scope="col">{words.count}</th>
            <th scope="col">{words.share}</th>
          </tr>
        </thead>
        <tbody>
          {ends.map((end) => (
            <tr key={end}>
              <th scope="row">
                {words.names[end]}
                <span class="cell-below soft small">{words.hints[end]}</span>
              </th>
              <td class="wide">
                <span class="share-bar" data-end={end} aria-hidden="true">
                  <span class="share-bar-fill" style={{ inlineSize: `${(report.ends[end] / most) * 100}%` }} />
                </span>
              </td>
              <td class="number">{formatCount(report.ends[end])}</td>
              <td class="number soft">{requests === 0 ? '' : formatShare(report.ends[end] / requests)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small">
        {words.apart} {words.neither}
      </p>
      <p class="small numbers">
        {report.nothingOffered > 0 && (
          <>
            {words.nothingOffered(report.nothingOffered)}{' '}
            <a href={link(tabAddress('unanswered'), sharedFilters(filter))}>{words.lookUnanswered}</a>.{' '}
          </>
        )}
        {report.solvedUnasked > 0 && `${words.solvedUnasked(report.solvedUnasked)} `}
        {report.searched > 0 && words.searched(report.searched)}{' '}
        {'days' in period && (
          <a href={link('/tickets', { state: 'all', days: String(period.days) })}>{words.tickets}</a>
        )}
      </p>
    </section>
  )
}
