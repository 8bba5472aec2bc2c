import type { CutPart, Survey, SurveyResult } from '@heed/contracts'
import { useQueries } from '@tanstack/preact-query'
import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { get } from '../../api.ts'
import { text } from '../../locales/text.ts'
import type { TimeLook } from '../../ui/draw-time-chart.ts'
import { MarginBar } from '../../ui/margin-bar.tsx'
import type { Pairs } from '../segments/segment-url.ts'
import { useSegment } from '../segments/use-segment.ts'
import { verdictInWords } from './change-words.ts'
import { figureInWords, known, rangeOf, voicesInWords } from './figure-words.ts'
import { partName } from './part-words.ts'
import { TimePlot } from './time-plot.tsx'
import { hasTrend, lookOf, pointsOf, withoutSilence } from './time-points.ts'
import { useAnswersLink } from './use-answers-link.ts'
import { type CutView, narrowed, pairsOfPart } from './use-part-links.ts'

const words = text.results.cuts
const multipleHeight = 132

type Props = { view: CutView; survey: Survey; result: SurveyResult; asked: Pairs }

/** A small chart for each part, all on the same axes. */
export function CutMultiples({ view, survey, result, asked }: Props) {
  const { cut, measure } = view
  const { segment, asOf } = useSegment()
  // Of choices each part alone would draw its own favourite.
  const canDraw = measure !== 'choices'
  const drawn = cut.parts.map((part) =>
    canDraw && part.enough ? pairsOfPart(asked, { segment, asOf }, cut.by, part) : null,
  )
  const queries = useQueries({
    queries: drawn.map((pairs) => ({
      queryKey: ['results', survey.id, pairs],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        get<SurveyResult>(`/api/surveys/${encodeURIComponent(survey.id)}/results`, pairs ?? [], signal),
      enabled: pairs !== null,
    })),
  })
  const results = queries.map(({ data }) => data)
  const loaded = results.filter((each) => each !== undefined)
  // One axis for all; drawn anew only when another part has come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came is told by how many came
  const look = useMemo(
    () => ({ ...lookOf(measure, result, undefined, loaded), height: multipleHeight }),
    [measure, result, loaded.length],
  )
  return (
    <ul class="multiples">
      {cut.parts.map((part, at) => (
        <Multiple key={part.value} part={part} view={view} survey={survey} result={results[at]} look={look} />
      ))}
    </ul>
  )
}

type MultipleProps = {
  part: CutPart
  view: CutView
  survey: Survey
  result: SurveyResult | undefined
  look: TimeLook
}

function Multiple({ part, view, survey, result, look }: MultipleProps) {
  const { cut, measure, unit, currency, links } = view
  const { segment } = useSegment()
  const { route } = useLocation()
  const name = partName(cut.by, part.value, currency)
  const figure = known(part.figure)
  const href = links.answers(cut.by, part)
  const points = useMemo(() => result && pointsOf(result), [result])
  const answersOf = useAnswersLink(survey, result)
  const [min, max] = rangeOf[measure]

  const open = (at: number) => {
    const time = result && withoutSilence(result.overTime)[at]
    if (!time) return
    const { from, to } = time
    const version = cut.by === 'version' && part.value !== null ? { version: part.value } : {}
    route(answersOf({ from, to, ...version }, narrowed(segment, part) ?? undefined))
  }
  return (
    <li class="multiple">
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p class="numbers small">
        {part.enough && figure ? figureInWords(measure, part.figure) : words.few} ·{' '}
        {href === null || part.figure.answers === 0 ? (
          voicesInWords(part.figure.answers, unit)
        ) : (
          <a href={href}>{voicesInWords(part.figure.answers, unit)}</a>
        )}
      </p>
      {part.enough && figure && <MarginBar {...figure} min={min} max={max} />}
      {part.enough && points && result && hasTrend(result) ? (
        <TimePlot
          points={points}
          look={look}
          label={`${name}: ${figureInWords(measure, part.figure) ?? ''}`}
          onOpen={open}
        />
      ) : (
        <p class="soft small multiple-none">{part.enough && result ? words.noTrend : ''}</p>
      )}
      <p class="soft small">{verdictInWords({ part, measure, unit })}</p>
    </li>
  )
}
