import type { CutPart } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { MarginBar } from '../../ui/margin-bar.tsx'
import { formatCount, formatShare } from '../../ui/numbers.ts'
import { verdictInWords } from './change-words.ts'
import { figureInWords, formatValue, known, rangeOf } from './figure-words.ts'
import { dimensionName, partName } from './part-words.ts'
import type { CutView } from './use-part-links.ts'

const words = text.results.cuts

/** All parts on one axis, so that they can be compared by eye; and by words, because the eye sees too much. */
export function CutTable({ view }: { view: CutView }) {
  const { cut, measure, unit } = view
  const [min, max] = rangeOf[measure]
  const name = dimensionName(cut.by)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section class="table-scroll" tabIndex={0} aria-label={words.title(name.toLocaleLowerCase())}>
      <table class="figures cut-table">
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col" class="number">
              {words.figure}
            </th>
            <th scope="col" class="wide">
              {words.margin}
              <span class="axis soft" aria-hidden="true">
                <span>{formatValue(measure, min)}</span>
                {measure === 'nps' && <span>0</span>}
                <span>{formatValue(measure, max)}</span>
              </span>
            </th>
            <th scope="col">{words.against}</th>
            <th scope="col" class="number">
              {words.answers}
            </th>
            <th scope="col" class="number">
              {words.base[unit === 'people' ? 'people' : 'accounts']}
            </th>
            {hasRates(unit) && (
              <th scope="col" class="number">
                {words.responseRate}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {cut.parts.map((part) => (
            <Row key={part.value} part={part} view={view} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ part, view }: { part: CutPart; view: CutView }) {
  const { cut, measure, unit, currency, links } = view
  const { value, base, seen, figure, enough } = part
  const name = partName(cut.by, value, currency)
  const only = links.only(cut.by, part)
  const answers = links.answers(cut.by, part)
  const whole = known(figure)
  const [min, max] = rangeOf[measure]
  return (
    <tr>
      <th scope="row">
        {only === null ? (
          <bdi>{name}</bdi>
        ) : (
          <a href={only} title={words.only(name)}>
            <bdi>{name}</bdi>
          </a>
        )}
      </th>
      {whole && enough ? (
        <>
          <td class="number">
            <strong>{formatValue(measure, whole.value)}</strong>
          </td>
          <td class="wide">
            <MarginBar {...whole} min={min} max={max} label={figureInWords(measure, figure) ?? ''} />
          </td>
        </>
      ) : (
        <td class="soft small" colSpan={2}>
          {words.few}
        </td>
      )}
      <td class="cut-verdict small">{verdictInWords({ part, measure, unit })}</td>
      <td class="number">
        {answers === null || figure.answers === 0 ? (
          <span title={answers === null ? words.noOpen : undefined}>{formatCount(figure.answers)}</span>
        ) : (
          <a href={answers} aria-label={`${formatCount(figure.answers)}, ${words.open(name)}`}>
            {formatCount(figure.answers)}
          </a>
        )}
      </td>
      <td class="number">{base === null ? '–' : formatCount(base)}</td>
      {hasRates(unit) && <td class="number">{rateOf(figure.answers, seen)}</td>}
    </tr>
  )
}

/** Accounts answer through several people, so that there is none of theirs. */
const hasRates = (unit: CutView['unit']) => unit === 'people'

/** Answers a time shown. */
const rateOf = (answers: number, seen: number | null): string =>
  seen === null || seen === 0 ? '–' : formatShare(Math.min(1, answers / seen))
