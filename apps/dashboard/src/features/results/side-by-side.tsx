import type { DistributionPart, Survey, SurveyResult } from '@heed/contracts'
import { scoreRange } from '@heed/contracts/survey-kinds'
import { useMemo } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { MarginBar } from '../../ui/margin-bar.tsx'
import { formatShare } from '../../ui/numbers.ts'
import { differenceInWords, differenceOf, figureBy, optionOf } from './comparison-words.ts'
import {
  baseInWords,
  figureInWords,
  formatValue,
  known,
  type Measured,
  rangeOf,
  topOption,
  voicesInWords,
} from './figure-words.ts'
import type { Side } from './other-side.ts'
import { ShareBar } from './share-bar.tsx'
import { TimePlot } from './time-plot.tsx'
import { hasTrend, lookOf, pointsOf } from './time-points.ts'
import { useAnswersLink } from './use-answers-link.ts'

const words = text.results.comparison

/** A side with its name and its figures. */
export type Held = { side: Side; name: string; result: SurveyResult }
type Props = { survey: Survey; own: Held; other: Held; overlaps: boolean }

/** Both sides and what lies between them. */
export function SideBySide({ survey, own, other, overlaps }: Props) {
  const { measure } = own.result
  return (
    <div class="compare">
      {measure !== 'text' && <Difference own={own} other={other} measure={measure} overlaps={overlaps} />}
      <Column survey={survey} held={own} beside={other} />
      <Column survey={survey} held={other} beside={own} />
      {own.result.distribution.length > 0 && <Distributions survey={survey} own={own} other={other} />}
    </div>
  )
}

function Difference({ own, other, measure, overlaps }: Omit<Props, 'survey'> & { measure: Measured }) {
  const said = {
    measure,
    unit: own.result.unit,
    own: own.name,
    other: other.name,
    answers: Math.min(own.result.raw.answers, other.result.raw.answers),
  }
  const isChoice = measure === 'choices'
  const option = isChoice ? optionOf(own.result) : null
  const optionLabel = own.result.distribution.find(({ value }) => value === option)?.label
  const sideOf = (result: SurveyResult) => ({ figure: figureBy(option, result), enough: result.enough })
  const raw = differenceOf(sideOf(own.result), sideOf(other.result))
  // Weighted, a figure of choices is of the option chosen most on its own side alone.
  const weighted =
    !isChoice &&
    own.result.weighted &&
    other.result.weighted &&
    differenceOf(
      { figure: own.result.weighted, enough: own.result.enough },
      { figure: other.result.weighted, enough: other.result.enough },
    )
  return (
    <section class="card panel compare-wide">
      <header class="panel-head">
        <h2>{words.difference}</h2>
      </header>
      <p class="compare-said">{differenceInWords(raw, said)}</p>
      {weighted && (
        <p>
          {words.weighted}: {differenceInWords(weighted, said)}
        </p>
      )}
      <p class="soft small">
        {[
          ...(optionLabel ? [words.byOption(optionLabel)] : []),
          text.results.headline.margin,
          ...(overlaps ? [words.overlap] : []),
        ].join(' ')}
      </p>
    </section>
  )
}

function Column({ survey, held: { side, name, result }, beside }: { survey: Survey; held: Held; beside: Held }) {
  const answersOf = useAnswersLink(survey, result)
  const { measure, raw, weighted, unit, base, distribution, step } = result
  const points = useMemo(() => pointsOf(result), [result])
  const look = useMemo(
    () => (measure === 'text' ? null : { ...lookOf(measure, result, undefined, [beside.result]), height: 180 }),
    [measure, result, beside.result],
  )
  const figure = known(raw)
  const option = measure === 'choices' ? topOption(distribution) : undefined
  const href = answersOf(
    side.kind === 'versions' ? { version: String(side.version) } : {},
    side.kind === 'segments' ? side.segment : undefined,
  )
  return (
    <section class="card panel">
      <header class="panel-head">
        <h2>
          <bdi>{name}</bdi>
        </h2>
      </header>
      {measure !== 'text' && (
        <div class="estimate">
          <p class="estimate-score">{figure ? <a href={href}>{formatValue(measure, figure.value)}</a> : '–'}</p>
          {figure && <MarginBar {...figure} min={rangeOf[measure][0]} max={rangeOf[measure][1]} size="large" />}
          <p class="estimate-words">{figureInWords(measure, raw, option)}</p>
          {weighted && (
            <p class="soft small">
              {words.weighted}: {figureInWords(measure, weighted, option)}
            </p>
          )}
        </div>
      )}
      <p class="numbers">
        <a href={href} aria-label={`${words.open(name)}: ${voicesInWords(raw.answers, unit)}`}>
          {voicesInWords(raw.answers, unit)}
        </a>{' '}
        <span class="soft">/ {baseInWords(base, unit)}</span>
      </p>
      {!result.enough && measure !== 'text' && <p class="soft small">{text.results.cuts.few}</p>}
      {look && hasTrend(result) && measure !== 'text' && measure !== 'choices' && (
        <TimePlot
          points={points}
          look={look}
          label={`${text.results.time.title[step](text.results.names[measure])}: ${name}`}
        />
      )}
    </section>
  )
}

function Distributions({ survey, own, other }: Omit<Props, 'overlaps'>) {
  const isScored = survey.kind in scoreRange
  const parts = own.result.distribution
  const beside = new Map(other.result.distribution.map((part) => [part.value, part]))
  const most = Math.max(0.01, ...[...parts, ...beside.values()].map(({ share }) => share?.high ?? 0))
  const cells = (part: DistributionPart | undefined) => (
    <>
      <td class="wide">{part?.share && <ShareBar share={part.share} most={most} />}</td>
      <td class="number">{part?.share ? formatShare(part.share.share) : '–'}</td>
    </>
  )
  return (
    <section class="card panel compare-wide">
      <header class="panel-head">
        <h2 id="compare-shares">{words.distribution}</h2>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section class="table-scroll" tabIndex={0} aria-labelledby="compare-shares">
        <table class="figures compare-shares">
          <thead>
            <tr>
              <th scope="col">{isScored ? text.results.distribution.score : text.results.distribution.option}</th>
              <th scope="colgroup" colSpan={2}>
                <bdi>{own.name}</bdi>
              </th>
              <th scope="colgroup" colSpan={2}>
                <bdi>{other.name}</bdi>
              </th>
            </tr>
          </thead>
          <tbody>
            {(isScored ? parts.toReversed() : parts).map((part) => (
              <tr key={part.value}>
                <th scope="row">
                  <bdi>{isScored ? part.value : (part.label ?? text.results.distribution.unnamed)}</bdi>
                </th>
                {cells(part)}
                {cells(beside.get(part.value))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
