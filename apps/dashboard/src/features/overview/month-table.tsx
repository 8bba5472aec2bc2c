import { text } from '../../locales/text.ts'
import { formatMonth } from '../../ui/dates.ts'
import { formatCount, formatNps } from '../../ui/numbers.ts'
import { isEnough, type Month } from './months.ts'

const words = text.overview.months

/** The months as a table, newest first. Without `hrefOf` it stands for screen readers only, and holds nothing to focus. */
export function MonthTable({ months, hrefOf }: { months: Month[]; hrefOf: ((month: string) => string) | null }) {
  return (
    <table class="figures">
      <caption class="visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.month}</th>
          <th scope="col" class="number">
            {words.answers}
          </th>
          <th scope="col" class="number">
            {words.nps}
          </th>
          <th scope="col" class="number">
            {words.marginHead}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map(({ month, figure }) => (
          <tr key={month}>
            <th scope="row">{hrefOf ? <a href={hrefOf(month)}>{formatMonth(month)}</a> : formatMonth(month)}</th>
            <td class="number">{formatCount(figure.answers)}</td>
            {isEnough(figure) && figure.score !== null && figure.low !== null && figure.high !== null ? (
              <>
                <td class="number">{formatNps(figure.score)}</td>
                <td class="number">{words.range(formatNps(figure.low), formatNps(figure.high))}</td>
              </>
            ) : (
              <td class="number soft" colSpan={2}>
                {words.tooFew}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
