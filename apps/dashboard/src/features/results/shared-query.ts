import { describeSegment, parseSegment } from '@heed/segments'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { spanInWords } from './period-words.ts'
import { readView } from './result-view.ts'

const words = text.results

type Wording = { currency: string; nameOf: (segmentId: string) => string | undefined }

/** What a link shows, in words: "Growth · Last 90 days · Version 2". @param query of results, as in an address */
export function queryInWords(query: string, wording: Wording): string {
  const pairs = new URLSearchParams(query)
  const { period, version, unit } = readView((name) => pairs.get(name) ?? undefined)
  const whom = describeSegment(parseSegment(pairs.get('segment') ?? '').segment, { ...wording, locale })
  return [
    ...(whom.length > 0 ? whom : [words.method.everyone]),
    'days' in period ? words.controls.lastDays(period.days) : spanInWords(period),
    ...(version === undefined ? [] : [words.controls.versionNumber(version)]),
    ...(unit === 'people' ? [] : [words.controls.units[unit]]),
  ].join(' · ')
}
