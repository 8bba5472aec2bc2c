import {
  type DeflectionCut,
  type DeflectionQuery,
  type DeflectionReport,
  type RequestEnds,
  standardHelp,
} from '@heed/contracts'
import type { Handle } from '@heed/db'
import { claimOf, proposeSpendCuts } from '@heed/stats'
import { listPlaces } from '../articles/articles.queries.ts'
import { listSpends } from '../results/count-base.ts'
import type { Part, SpendBounds } from '../results/dimensions-sql.ts'
import { partWords } from '../results/part-words.ts'
import { type Period, periodOf, spansOf } from '../results/period.ts'
import type { Filter, Scope } from '../segments/scope.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { articleTable } from './article-table.ts'
import { countClosedWith, countDeflected, listClaims, listFiled, listRequests } from './deflection.queries.ts'
import { type EndedRequest, measureOf } from './measure-of.ts'
import { type End, settledAfterMs, tellEnds } from './tell-ends.ts'

const dayMs = 86_400_000
const mostParts = 20

type Reading = { workspace: WorkspaceRow; scope: Scope; filter: Filter; query: DeflectionQuery }
type Asked = EndedRequest & { part: Part }

/** What suggestions spared in a period, of a segment as of each request. @throws Problem invalid_input */
export async function readReport(
  handle: Handle,
  { workspace, scope, filter, query }: Reading,
): Promise<DeflectionReport> {
  const { holdOutShare, handlingMs } = workspace.help ?? standardHelp
  const period = periodOf(query, scope.now)
  const spendBounds = query.cut === 'spend' ? proposeSpendCuts(await listSpends(handle, scope)) : []
  const soon = { since: period.since, until: new Date(period.until.getTime() + settledAfterMs) }
  const [all, filed, claims, deflected, closedWith, articles] = await Promise.all([
    listRequests(handle, scope, filter, period, query.cut && { by: query.cut, spendBounds }),
    listFiled(handle, workspace.id, soon),
    listClaims(handle, workspace.id),
    countDeflected(handle, scope, filter, period),
    countClosedWith(handle, scope, filter, period),
    listPlaces(handle, workspace.id),
  ])
  const speaker = (personId: string) => claims.get(personId) ?? personId
  const begun = all.flatMap((request) =>
    request.kind === 'asked' && request.personId !== null ? [{ ...request, personId: speaker(request.personId) }] : [],
  )
  const tickets = filed.map((ticket) => ({ ...ticket, personId: speaker(ticket.personId) }))
  const ends = tellEnds(begun, tickets, scope.now)
  const asked: Asked[] = begun.map((request) => ({ ...request, end: ends.get(request.id) ?? 'gone' }))
  const shown = asked.filter(({ heldOut }) => !heldOut)
  const measure = measureOf(asked, holdOutShare, scope.now)
  const claimed = measure.difference && claimOf(measure.difference, measure.shown.people)
  return {
    period: { from: period.from, to: period.to },
    asked: asked.length,
    askedHeldOut: asked.length - shown.length,
    searched: all.length - begun.length,
    nothingOffered: shown.filter(({ offered }) => offered.length === 0).length,
    solvedUnasked: deflected.reduce((sum, { unasked }) => sum + unasked, 0),
    ends: countEnds(shown),
    measure,
    claimed,
    savedMs: claimed && {
      value: claimed.value * handlingMs,
      low: claimed.low * handlingMs,
      high: claimed.high * handlingMs,
    },
    handlingMs,
    step: period.step,
    overTime: overTime(shown, period),
    parts: query.cut ? partsOf(asked, { by: query.cut, spendBounds, holdOutShare, now: scope.now }) : [],
    articles: articleTable(articles, {
      requests: all
        .filter(({ kind, heldOut }) => kind === 'searched' || !heldOut)
        .map((request) => ({ ...request, filed: ends.get(request.id) === 'ticket' || request.outcome === 'ticket' })),
      solved: new Map(deflected.map(({ articleId, solved }) => [articleId, solved])),
      closedWith,
    }),
  }
}

function countEnds(requests: readonly Asked[]): RequestEnds {
  const counts = { solved: 0, voted: 0, ticket: 0, left: 0, pending: 0, askedAgain: 0, gone: 0 }
  for (const { end } of requests) counts[end]++
  return counts
}

/** Of people to whom something may be suggested. */
function countsOf(requests: readonly Asked[]) {
  const ended = (end: End) => requests.filter((request) => request.end === end).length
  return { requests: requests.length, solved: ended('solved'), left: ended('left'), tickets: ended('ticket') }
}

function overTime(shown: readonly Asked[], period: Period): DeflectionReport['overTime'] {
  const spans = spansOf(period)
  const byDay = new Map<number, Asked[]>()
  for (const request of shown) {
    const day = Math.floor(request.createdAt.getTime() / dayMs)
    const others = byDay.get(day)
    if (others) others.push(request)
    else byDay.set(day, [request])
  }
  const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / dayMs
  return spans.map(({ from, to }) => {
    const days = Array.from({ length: dayOf(to) - dayOf(from) + 1 }, (_, at) => dayOf(from) + at)
    return { from, to, ...countsOf(days.flatMap((day) => byDay.get(day) ?? [])) }
  })
}

function partsOf(
  asked: readonly Asked[],
  {
    by,
    spendBounds,
    holdOutShare,
    now,
  }: { by: DeflectionCut; spendBounds: SpendBounds; holdOutShare: number; now: Date },
): DeflectionReport['parts'] {
  const byPart = new Map<Part, Asked[]>()
  for (const request of asked) {
    const alike = byPart.get(request.part)
    if (alike) alike.push(request)
    else byPart.set(request.part, [request])
  }
  const parts = [...byPart].map(([part, requests]) => ({ part, requests }))
  const place = (part: Part) => (part === null ? Infinity : Number(part))
  parts.sort((a, b) => (by === 'plan' ? b.requests.length - a.requests.length : place(a.part) - place(b.part)))
  return parts.slice(0, mostParts).map(({ part, requests }) => ({
    ...partWords(by, part, spendBounds),
    ...countsOf(requests.filter(({ heldOut }) => !heldOut)),
    measure: measureOf(requests, holdOutShare, now),
  }))
}
