import type { ArticleDeflection } from '@heed/contracts'
import { shareWithMargin } from '@heed/stats'
import type { ArticleRow } from '../articles/articles.queries.ts'
import type { PeriodRequest } from './deflection.queries.ts'

const mostArticles = 200
/** Fewer say nothing about an article. */
const fewestReadings = 10
/** It helps rarely if it surely helps fewer than one in three. */
const rarely = 1 / 3

type Told = {
  /** Searched, or asked by somebody to whom something may be suggested; `filed`: it ended with a ticket. */
  requests: readonly (Pick<PeriodRequest, 'offered' | 'read' | 'notHelped' | 'outcome' | 'targetId'> & {
    filed: boolean
  })[]
  /** Requests that each article solved, as persons said. */
  solved: ReadonlyMap<string, number>
  /** Tickets that members closed with it. */
  closedWith: ReadonlyMap<string, number>
}

type Counts = Record<'offered' | 'read' | 'notHelped' | 'filedAnyway' | 'readings' | 'helped', number>

/** What articles did, those that solved most first; without those that nobody came across. */
export function articleTable(
  articles: readonly Pick<ArticleRow, 'id' | 'title' | 'locale' | 'state'>[],
  { requests, solved, closedWith }: Told,
): ArticleDeflection[] {
  const counts = new Map<string, Counts>()
  for (const request of requests) countRequest(counts, request)
  return articles
    .flatMap(({ id, title, locale, state }) => {
      const { readings, helped, ...seen } = counts.get(id) ?? nothing
      const own = { solved: solved.get(id) ?? 0, closedWith: closedWith.get(id) ?? 0 }
      if (seen.offered + seen.read + own.solved + own.closedWith === 0) return []
      return [{ articleId: id, title, locale, state, ...seen, ...own, stale: staleness(readings, helped) }]
    })
    .sort(
      (a, b) =>
        b.solved + b.closedWith - a.solved - a.closedWith ||
        b.offered - a.offered ||
        (a.articleId < b.articleId ? -1 : 1),
    )
    .slice(0, mostArticles)
}

const nothing: Counts = { offered: 0, read: 0, notHelped: 0, filedAnyway: 0, readings: 0, helped: 0 }

function countRequest(counts: Map<string, Counts>, request: Told['requests'][number]): void {
  const { offered, read, notHelped, outcome, targetId, filed } = request
  for (const id of new Set([...offered, ...read])) {
    const before = counts.get(id) ?? nothing
    const wasRead = read.includes(id)
    const failed = notHelped.includes(id)
    const helped = outcome === 'solved' && targetId === id
    counts.set(id, {
      offered: before.offered + (offered.includes(id) ? 1 : 0),
      read: before.read + (wasRead ? 1 : 0),
      notHelped: before.notHelped + (failed ? 1 : 0),
      filedAnyway: before.filedAnyway + (wasRead && filed ? 1 : 0),
      readings: before.readings + (wasRead && (filed || failed || helped) ? 1 : 0),
      helped: before.helped + (wasRead && helped ? 1 : 0),
    })
  }
}

function staleness(readings: number, helped: number): ArticleDeflection['stale'] {
  const share = shareWithMargin(helped, readings)
  return share && readings >= fewestReadings && share.high < rarely ? { readings, helped, share } : null
}
