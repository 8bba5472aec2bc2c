import type { SamplingReport, StratumReport } from '@heed/contracts'
import { ArrowDown, ArrowUp, Equal } from 'lucide-preact'
import { text } from '../../locales/text.ts'
import { MarginBar } from '../../ui/margin-bar.tsx'
import { formatCount, formatShare } from '../../ui/numbers.ts'
import { stratumInWords } from '../surveys/form/sampling-plan.tsx'
import { formatDecimal } from '../surveys/survey-words.ts'

const words = text.results.sampling

const icons = { under: ArrowDown, even: Equal, over: ArrowUp } as const

type Props = { report: SamplingReport; currency: string }

/** The groups of the sample: whom there is, whom it asked, who answered, and how loud each group is. */
export function SamplingTable({ report, currency }: Props) {
  const hasTarget = report.wanted !== null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section class="table-scroll" tabIndex={0} aria-label={words.table}>
      <table class="figures">
        <caption class="visually-hidden">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.group}</th>
            <Head>{words.columns.base}</Head>
            <Head>{words.columns.asked}</Head>
            <Head>{words.columns.answered}</Head>
            <th scope="col">{words.columns.rate}</th>
            {hasTarget && <Head>{words.columns.wanted}</Head>}
            {hasTarget && <Head>{words.columns.still}</Head>}
            <th scope="col">{words.columns.heard}</th>
          </tr>
        </thead>
        <tbody>
          {report.strata.map((stratum) => (
            <Row key={stratum.key} stratum={stratum} hasTarget={hasTarget} currency={currency} />
          ))}
        </tbody>
        {report.strata.length > 1 && (
          <tfoot>
            <tr>
              <th scope="row">{words.total}</th>
              <td class="number">{formatCount(report.base)}</td>
              <td class="number">{formatCount(report.asked)}</td>
              <td class="number">{formatCount(report.answered)}</td>
              <td />
              {hasTarget && <td class="number">{formatCount(report.wanted ?? 0)}</td>}
              {hasTarget && (
                <td class="number">
                  {formatCount(report.strata.reduce((sum, { stillWanted }) => sum + (stillWanted ?? 0), 0))}
                </td>
              )}
              <td />
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

const Head = ({ children }: { children: string }) => (
  <th scope="col" class="number">
    {children}
  </th>
)

type RowProps = { stratum: StratumReport; hasTarget: boolean; currency: string }

function Row({ stratum, hasTarget, currency }: RowProps) {
  const { base, asked, answered, responseRate, wanted, stillWanted, heard, heardRatio } = stratum
  const Icon = icons[heard]
  return (
    <tr>
      <th scope="row">
        <bdi>{stratumInWords(stratum, currency)}</bdi>
      </th>
      <td class="number">{formatCount(base)}</td>
      <td class="number">{formatCount(asked)}</td>
      <td class="number">{formatCount(answered)}</td>
      <td class="sampling-rate">
        {responseRate === null ? (
          <span class="soft">–</span>
        ) : (
          <>
            <span class="numbers">{formatShare(responseRate.share)}</span>
            <MarginBar
              value={responseRate.share}
              low={responseRate.low}
              high={responseRate.high}
              min={0}
              max={1}
              label={words.between(formatShare(responseRate.low), formatShare(responseRate.high))}
            />
          </>
        )}
      </td>
      {hasTarget && <td class="number">{wanted === null ? '–' : formatCount(wanted)}</td>}
      {hasTarget && <td class="number">{stillWanted === null ? '–' : formatCount(stillWanted)}</td>}
      <td>
        <span class="tag heard" data-heard={heard}>
          <Icon size={12} aria-hidden="true" />
          {words.heard[heard]}
        </span>{' '}
        {heardRatio !== null && heard !== 'even' && (
          <span class="soft small">{words.ratio(formatDecimal(heardRatio))}</span>
        )}
      </td>
    </tr>
  )
}
