import { type NpsBenchmark, npsBenchmarks } from '@heed/stats'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { formatNps } from '../../ui/numbers.ts'
import { useSegment } from '../segments/use-segment.ts'

const words = text.results.benchmark

/** The benchmark that an address names; none where it names none that there is. */
export const readBenchmark = (industry: string | undefined): NpsBenchmark | undefined =>
  npsBenchmarks.find((each) => each.industry === industry)

/** What it is called on the line in the chart. */
export const benchmarkLabel = (benchmark: NpsBenchmark): string =>
  words.line(nameOf(benchmark), formatNps(benchmark.score))

const nameOf = ({ industry }: NpsBenchmark): string => words.industries[industry] ?? industry

/** Draws a published average beside one's own score. None is drawn until somebody asks for it. */
export function BenchmarkChoice({ benchmark }: { benchmark: NpsBenchmark | undefined }) {
  const { filtered } = useSegment()
  const { route } = useLocation()
  return (
    <label class="inline-field no-print">
      <span class="soft small">{words.label}</span>
      <select
        class="select"
        value={benchmark?.industry ?? ''}
        onChange={(event) => route(filtered({ benchmark: event.currentTarget.value || undefined }), true)}
      >
        <option value="">{words.none}</option>
        {npsBenchmarks.map((each) => (
          <option key={each.industry} value={each.industry}>
            {nameOf(each)} · {each.year}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Who was asked, when and by whom: without it the figure says nothing. */
export function BenchmarkNote({ benchmark }: { benchmark: NpsBenchmark }) {
  const { score, asked, source, url } = benchmark
  return (
    <p class="small benchmark-note">
      {words.said(nameOf(benchmark), formatNps(score), asked, source)}{' '}
      <a href={url} target="_blank" rel="noopener noreferrer" class="no-print">
        {words.source}
        <span class="visually-hidden"> ({text.common.opensElsewhere})</span>
      </a>{' '}
      <span class="soft">{words.caution}</span>
    </p>
  )
}
