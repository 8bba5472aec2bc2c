import type { Survey, SurveyCut, SurveyResult } from '@heed/contracts'
import type { NpsBenchmark } from '@heed/stats'
import { text } from '../../locales/text.ts'
import { formatCount, formatShare } from '../../ui/numbers.ts'
import { paintPicture } from '../../ui/paint-picture.ts'
import type { PaintedRows } from '../../ui/paint-rows.ts'
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
import { dimensionName, partName } from './part-words.ts'
import { spanInWords } from './period-words.ts'
import { hasTrend, lookOf, pointsOf } from './time-points.ts'

const words = text.results

type Shown = { survey: Survey; result: SurveyResult; cut: SurveyCut | undefined; currency: string }

/**
 * Saves the figures of the page as a picture: light, the figure and its margins in words, over time, the distribution and
 * the cut that is open. @throws when it cannot be drawn
 */
export async function savePicture({ survey, result, cut, currency }: Shown, benchmark?: NpsBenchmark): Promise<void> {
  if (result.measure === 'text') return
  const { measure, step, period, raw, weighted, unit, base } = result
  const from = words.headline.answersFrom(voicesInWords(raw.answers, unit), baseInWords(base, unit))
  const picture = await paintPicture({
    title: `${survey.name} · ${words.names[measure]}`,
    lines: [
      `${words.headline.raw}: ${said(result, measure, raw)}; ${from}`,
      ...(weighted ? [`${words.headline.weighted}: ${said(result, measure, weighted)}`] : []),
      `${spanInWords(period)}. ${result.everyone ? '' : words.headline.margin}`,
    ],
    chart: hasTrend(result)
      ? {
          answersTitle: words.time.answersTitle[step],
          points: pointsOf(result),
          look: lookOf(measure, result, benchmark),
        }
      : null,
    tables: [
      ...(result.distribution.length > 0 ? [distributionRows(result)] : []),
      ...(cut && cut.parts.length > 0 ? [cutRows(cut, measure, currency)] : []),
    ],
    foot: benchmark ? benchmark.source : '',
  })
  download(picture, `${survey.name} ${period.from} ${period.to}.png`)
}

const said = ({ distribution }: SurveyResult, measure: Measured, figure: SurveyResult['raw']): string =>
  figureInWords(measure, figure, measure === 'choices' ? topOption(distribution) : undefined) ?? '–'

function distributionRows({ measure, distribution }: SurveyResult): PaintedRows {
  const isChosen = measure === 'choices'
  const [lowest, highest] = [distribution[0], distribution.at(-1)].map((part) => Number(part?.value))
  const most = Math.max(0.01, ...distribution.map(({ share }) => share?.high ?? 0))
  return {
    title: isChosen ? words.distribution.options : words.distribution.scores(lowest ?? 0, highest ?? 0),
    range: [0, most],
    ends: [formatShare(0), formatShare(most)],
    noteTitle: words.distribution.answers,
    rows: (isChosen ? distribution : distribution.toReversed()).map(({ value, label, answers, share }) => ({
      name: isChosen ? (label ?? words.distribution.unnamed) : value,
      value: share ? formatShare(share.share) : '–',
      bar: share && { ...share, value: share.share },
      note: formatCount(answers),
    })),
  }
}

function cutRows({ by, parts }: SurveyCut, measure: Measured, currency: string): PaintedRows {
  return {
    title: words.cuts.title(dimensionName(by).toLocaleLowerCase()),
    range: rangeOf[measure],
    ends: [formatValue(measure, rangeOf[measure][0]), formatValue(measure, rangeOf[measure][1])],
    noteTitle: words.cuts.answers,
    rows: parts.map(({ value, figure, enough }) => {
      const bar = enough ? known(figure) : null
      return {
        name: partName(by, value, currency),
        value: bar ? formatValue(measure, bar.value) : '–',
        bar,
        note: bar ? formatCount(figure.answers) : words.cuts.few,
      }
    }),
  }
}

function download(picture: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(picture)
  link.download = name.replace(/[\\/:*?"<>|]+/g, '-')
  link.click()
  // The browser has taken the file by the next task; an address kept for ever would keep the picture in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
