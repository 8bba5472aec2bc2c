import type { ArticleDeflection, DeflectionCut, RequestKind } from '@heed/contracts'
import type { ChosenPeriod } from '../results/result-view.ts'
import { pairsOfView, periodFilters, readView } from '../results/result-view.ts'
import type { Filters, Pairs } from '../segments/segment-url.ts'

type Filter = (name: string) => string | undefined

export const tabs = ['overview', 'articles', 'unanswered'] as const
export type Tab = (typeof tabs)[number]

export const tabAddress = (tab: Tab): string => (tab === 'overview' ? '/deflection' : `/deflection/${tab}`)

export const cuts = ['plan', 'tenure', 'spend'] as const satisfies DeflectionCut[]
export const readCut = (filter: Filter): DeflectionCut => cuts.find((cut) => cut === filter('by')) ?? 'plan'

/** What of each time the chart shows a share of. */
export const timeMeasures = ['solved', 'left', 'tickets'] as const
export type TimeMeasure = (typeof timeMeasures)[number]
export const readTimeMeasure = (filter: Filter): TimeMeasure =>
  timeMeasures.find((each) => each === filter('of')) ?? 'solved'

/** Columns of the articles, which are what they can be sorted by; the first is the standard. */
export const articleCounts = [
  'solved',
  'closedWith',
  'notHelped',
  'filedAnyway',
  'read',
  'offered',
] as const satisfies (keyof ArticleDeflection)[]
export type ArticleCount = (typeof articleCounts)[number]
export const readSort = (filter: Filter): ArticleCount =>
  articleCounts.find((each) => each === filter('sort')) ?? 'solved'

export const requestKinds = ['asked', 'searched'] as const satisfies RequestKind[]
export const readKind = (filter: Filter): RequestKind | undefined =>
  requestKinds.find((kind) => kind === filter('kind'))

export const readPeriod = (filter: Filter): ChosenPeriod => readView(filter).period

/** The period as the server is asked. */
export const periodPairs = (period: ChosenPeriod): Pairs => pairsOfView({ period, version: undefined, unit: 'people' })

/** The period as the address of the other tabs holds it. */
export const sharedFilters = (filter: Filter): Filters => periodFilters(readPeriod(filter))
