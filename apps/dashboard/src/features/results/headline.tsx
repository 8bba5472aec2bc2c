import type { Figure, SurveyResult } from '@heed/contracts'
import type { NpsBenchmark } from '@heed/stats'
import type { ComponentChildren } from 'preact'
import { text } from '../../locales/text.ts'
import { MarginBar } from '../../ui/margin-bar.tsx'
import '../overview/overview.css'
import { BenchmarkNote } from './benchmark.tsx'
import {
  baseInWords,
  changeInWords,
  figureInWords,
  formatValue,
  known,
  type Measured,
  rangeOf,
  topOption,
  voicesInWords,
} from './figure-words.ts'
import { spanInWords } from './period-words.ts'

const words = text.results.headline

type Props = {
  result: SurveyResult
  /** Why raw and weighted differ. */
  why: string[]
  /** The answers behind the figure; null where they cannot be opened. */
  href: string | null
  benchmark?: NpsBenchmark | undefined
  children?: ComponentChildren
}

/** The main thing of the page: the figure, how far it can be trusted, and whom it comes from. */
export function Headline({ result, why, href, benchmark, children }: Props) {
  const { measure, period } = result
  return (
    <section class="card panel headline results-wide">
      <header class="panel-head">
        <h2>{text.results.names[measure]}</h2>
        <p class="soft small numbers">{spanInWords(period)}</p>
        {children}
      </header>
      {measure === 'text' ? (
        <p>
          <a href={href ?? undefined}>{voicesInWords(result.raw.answers, 'people')}</a>. {words.textOnly}
        </p>
      ) : (
        <Figures result={result} measure={measure} href={href} why={why} />
      )}
      {benchmark && <BenchmarkNote benchmark={benchmark} />}
    </section>
  )
}

type FiguresProps = Pick<Props, 'result' | 'href' | 'why'> & { measure: Measured }

function Figures({ result, measure, href, why }: FiguresProps) {
  const { raw, weighted, unit, base, distribution } = result
  const option = measure === 'choices' ? topOption(distribution) : undefined
  const from = words.answersFrom(voicesInWords(raw.answers, unit), baseInWords(base, unit))
  return (
    <>
      <div class="nps-pair">
        <Estimate title={words.raw} measure={measure} figure={raw} href={href}>
          {[figureInWords(measure, raw, option), from].filter(Boolean).join('; ')}
        </Estimate>
        {weighted ? (
          <Estimate title={words.weighted} measure={measure} figure={weighted} href={href}>
            {[figureInWords(measure, weighted, option), words.effective(Math.round(weighted.effectiveAnswers))]
              .filter(Boolean)
              .join('; ')}
          </Estimate>
        ) : (
          <div class="estimate">
            <h3 class="soft">{words.weighted}</h3>
            <p class="estimate-score soft">–</p>
            <p class="estimate-words soft">{why.join(' ')}</p>
          </div>
        )}
      </div>
      <p class="nps-why">
        {[...shortOf(result), ...(weighted ? why : []), ...visibleOf(result, measure)].join(' ')}{' '}
        {!result.everyone && <span class="soft">{words.margin}</span>}
      </p>
    </>
  )
}

/** That there are too few answers, and how many are still needed; or that nobody is left to answer. */
function shortOf({ enough, everyone, raw, stillNeeded, unit, base }: SurveyResult): string[] {
  if (everyone) return [words.everyone(baseInWords(base, unit)), ...(enough ? [] : [words.fewInAll])]
  if (enough) return []
  const answers = voicesInWords(raw.answers, unit)
  return [stillNeeded === null ? words.tooFewUnknown(answers) : words.tooFew(answers, stillNeeded)]
}

function visibleOf({ smallestVisibleChange: change }: SurveyResult, measure: Measured): string[] {
  return change === null || change === 0 ? [] : [words.visible(changeInWords(measure, change))]
}

type EstimateProps = { title: string; measure: Measured; figure: Figure; href: string | null; children: string }

function Estimate({ title, measure, figure, href, children }: EstimateProps) {
  const whole = known(figure)
  const [min, max] = rangeOf[measure]
  const number = whole ? formatValue(measure, whole.value) : '–'
  return (
    <div class="estimate">
      <h3 class="soft">{title}</h3>
      <p class="estimate-score">{href === null ? number : <a href={href}>{number}</a>}</p>
      {whole && (
        <div>
          <MarginBar {...whole} min={min} max={max} size="large" />
          <div class="axis soft" aria-hidden="true">
            <span>{formatValue(measure, min)}</span>
            {measure === 'nps' && <span>0</span>}
            <span>{formatValue(measure, max)}</span>
          </div>
        </div>
      )}
      <p class="estimate-words">{children}</p>
    </div>
  )
}
