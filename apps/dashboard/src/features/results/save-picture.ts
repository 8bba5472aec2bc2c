import type { Survey, SurveyResult } from '@heed/contracts'
import type { NpsBenchmark } from '@heed/stats'
import { text } from '../../locales/text.ts'
import { paintPicture } from '../../ui/paint-picture.ts'
import { baseInWords, figureInWords, type Measured, topOption, voicesInWords } from './figure-words.ts'
import { spanInWords } from './period-words.ts'
import { lookOf, pointsOf } from './time-points.ts'

const words = text.results

/** Saves the figure over time as a picture: light, with its title, its figure and margins in words. @throws when it cannot be drawn */
export async function savePicture(survey: Survey, result: SurveyResult, benchmark?: NpsBenchmark): Promise<void> {
  if (result.measure === 'text') return
  const { measure, step, period, raw, weighted, unit, base } = result
  const from = words.headline.answersFrom(voicesInWords(raw.answers, unit), baseInWords(base, unit))
  const picture = await paintPicture({
    title: `${survey.name} · ${words.time.title[step](words.names[measure])}`,
    lines: [
      `${words.headline.raw}: ${said(result, measure, raw)}; ${from}`,
      ...(weighted ? [`${words.headline.weighted}: ${said(result, measure, weighted)}`] : []),
      `${spanInWords(period)}. ${words.headline.margin}`,
    ],
    answersTitle: words.time.answersTitle[step],
    points: pointsOf(result),
    look: lookOf(measure, result, benchmark),
    foot: benchmark ? benchmark.source : '',
  })
  download(picture, `${survey.name} ${period.from} ${period.to}.png`)
}

const said = ({ distribution }: SurveyResult, measure: Measured, figure: SurveyResult['raw']): string =>
  figureInWords(measure, figure, measure === 'choices' ? topOption(distribution) : undefined) ?? '–'

function download(picture: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(picture)
  link.download = name.replace(/[\\/:*?"<>|]+/g, '-')
  link.click()
  // The browser has taken the file by the next task; an address kept for ever would keep the picture in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
