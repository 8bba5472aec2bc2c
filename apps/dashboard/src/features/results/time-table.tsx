import type { FigureOfTime, SurveyResult } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { formatCount } from '../../ui/numbers.ts'
import { formatValue, isEnough, known, type Measured, marginInWords } from './figure-words.ts'
import { timeInWords } from './period-words.ts'

const words = text.results.time

type Props = {
  times: FigureOfTime[]
  result: Pick<SurveyResult, 'step'>
  measure: Measured
  title: string
  hrefOf: ((time: FigureOfTime) => string) | null
}

/** The times as a table, newest first. Without `hrefOf` it holds nothing to focus. */
export function TimeTable({ times, result: { step }, measure, title, hrefOf }: Props) {
  return (
    <table class="figures">
      <caption class="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.steps[step]}</th>
          <th scope="col" class="number">
            {words.answers}
          </th>
          <th scope="col" class="number">
            {words.figure}
          </th>
          <th scope="col" class="number">
            {words.margin}
          </th>
        </tr>
      </thead>
      <tbody>
        {times.toReversed().map((time) => {
          const { from, figure } = time
          const whole = isEnough(figure) ? known(figure) : null
          const when = timeInWords(time, step)
          return (
            <tr key={from}>
              <th scope="row">{hrefOf && figure.answers > 0 ? <a href={hrefOf(time)}>{when}</a> : when}</th>
              <td class="number">{formatCount(figure.answers)}</td>
              {whole ? (
                <>
                  <td class="number">{formatValue(measure, whole.value)}</td>
                  <td class="number">{marginInWords(measure, whole)}</td>
                </>
              ) : (
                <td class="number soft" colSpan={2}>
                  {words.tooFew}
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
