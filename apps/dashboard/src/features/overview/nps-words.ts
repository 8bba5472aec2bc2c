import { text } from '../../locales/text.ts'
import { formatNps } from '../../ui/numbers.ts'

type Estimate = { score: number | null; low: number | null; high: number | null }

/** "NPS 31, between 22 and 40"; null where there is no score. An estimate is never said without its margin. */
export function npsInWords({ score, low, high }: Estimate): string | null {
  if (score === null || low === null || high === null) return null
  const words = text.overview.nps
  return low === high
    ? words.withoutMargin(formatNps(score))
    : words.withMargin(formatNps(score), formatNps(low), formatNps(high))
}

/** "NPS 31, between 22 and 40 · 214 answers from 500 people" */
export function npsWithBase(figure: Estimate & { answers: number }, people: number): string {
  return [npsInWords(figure), text.overview.nps.answersFrom(figure.answers, people)]
    .filter((part) => part !== null)
    .join(' · ')
}
