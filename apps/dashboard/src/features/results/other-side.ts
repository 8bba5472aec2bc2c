import type { Segment, Survey, SurveyResult, SurveyVersion } from '@heed/contracts'
import { formatSegment, parseSegment } from '@heed/segments'
import { type Pairs, pairsOf } from '../segments/segment-url.ts'
import { daysIn, earlier } from './period-words.ts'
import { isDay, pairsOfView, type ResultView } from './result-view.ts'

/** What two sides differ in; all else is the same on both. */
export const comparedKinds = ['periods', 'segments', 'versions'] as const
export type ComparedKind = (typeof comparedKinds)[number]

type Filter = (name: string) => string | undefined
type Cut = { segment: Segment; asOf: 'answer' | 'now' }

/** One side: what it is called by, and what the server is asked for it. */
export type Side =
  | { kind: 'periods'; from: string; to: string; pairs: Pairs }
  | { kind: 'segments'; segment: Segment; pairs: Pairs }
  | { kind: 'versions'; version: number; pairs: Pairs }

export const readKind = (filter: Filter): ComparedKind =>
  comparedKinds.find((kind) => kind === filter('of')) ?? 'periods'

type Given = { filter: Filter; cut: Cut; view: ResultView; versions: Pick<SurveyVersion, 'version'>[]; survey: Survey }

/** What the server is asked for the side that the page itself names. */
export function ownPairs({ filter, cut, view, versions, survey }: Given): Pairs {
  const version = readKind(filter) === 'versions' ? (view.version ?? newest(versions, survey)) : view.version
  return [...pairsOf(cut), ...pairsOfView({ ...view, version })]
}

const newest = (versions: Given['versions'], { version }: Survey) =>
  Math.max(version, ...versions.map((each) => each.version))

/** The side that the page names. @param result its figures, whose period says which days "the last 90" are */
export function ownSide(given: Given, result: Pick<SurveyResult, 'period'>): Side {
  const { filter, cut, view, versions, survey } = given
  const pairs = ownPairs(given)
  switch (readKind(filter)) {
    case 'periods':
      return { kind: 'periods', ...result.period, pairs }
    case 'segments':
      return { kind: 'segments', segment: cut.segment, pairs }
    case 'versions':
      return { kind: 'versions', version: view.version ?? newest(versions, survey), pairs }
  }
}

/** The side to hold it against: as the address says, else the nearest; null where there is none yet. */
export function otherSide(given: Given, result: Pick<SurveyResult, 'period'> | undefined): Side | null {
  const { filter, cut, view } = given
  switch (readKind(filter)) {
    case 'periods': {
      const period = otherPeriod(filter, result)
      return period && { kind: 'periods', ...period, pairs: [...pairsOf(cut), ...pairsOfView({ ...view, period })] }
    }
    case 'segments': {
      const segment = otherSegment(filter, cut.segment)
      return segment && { kind: 'segments', segment, pairs: [...pairsOf({ ...cut, segment }), ...pairsOfView(view)] }
    }
    case 'versions': {
      const version = otherVersion(given)
      return version === undefined
        ? null
        : { kind: 'versions', version, pairs: [...pairsOf(cut), ...pairsOfView({ ...view, version })] }
    }
  }
}

/** Two days of the address, else the same number of days just before. */
function otherPeriod(filter: Filter, result: Pick<SurveyResult, 'period'> | undefined) {
  const [from, to] = [filter('otherFrom'), filter('otherTo')]
  if (isDay(from) && isDay(to) && from <= to) return { from, to }
  return result ? earlier(result.period, daysIn(result.period)) : null
}

/** Whoever is not in a segment; null where everyone is. */
const restOf = (segment: Segment): Segment | null => (segment.all.length === 0 ? null : { all: [{ not: segment.all }] })

function otherSegment(filter: Filter, segment: Segment): Segment | null {
  const written = filter('other')
  if (written === undefined) return restOf(segment)
  return parseSegment(written === 'everyone' ? '' : written).segment
}

/** How an address names the other segment; undefined for everyone else, which needs no name. */
export const writeOther = (segment: Segment): string => formatSegment(segment) || 'everyone'

function otherVersion({ filter, view, versions, survey }: Given): number | undefined {
  const own = view.version ?? newest(versions, survey)
  const numbers = versions.map(({ version }) => version).filter((version) => version !== own)
  const named = Number(filter('otherVersion'))
  if (numbers.includes(named)) return named
  return numbers.filter((version) => version < own).toSorted((a, b) => b - a)[0] ?? numbers[0]
}
