import { setImmediate } from 'node:timers/promises'
import type { UnansweredGroup, UnansweredList, UnansweredQuery } from '@heed/contracts'
import { groupTexts } from '@heed/suggest'
import type { Deps } from '../../deps.ts'
import { periodOf } from '../results/period.ts'
import type { Filter, Scope } from '../segments/scope.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { listClaims, listFruitless } from './deflection.queries.ts'
import { draftOf } from './draft-of.ts'

const mostGroups = 100
/** The most frequent ones; whether an article answers the wordings of a group takes a millisecond and more for each. */
const mostLookedAt = 500
const mostWordings = 5

type Fruitless = Awaited<ReturnType<typeof listFruitless>>[number]
type Reading = { workspace: WorkspaceRow; scope: Scope; filter: Filter; query: UnansweredQuery }

/**
 * Requests and searches that found nothing, grouped by similar wording: nothing was shown, or nothing of it helped, or a
 * ticket was filed without a look at it. What the engine answers by now with something that did not fail there is left out.
 * @throws Problem invalid_input
 */
export async function readUnanswered(
  { store, suggesters }: Deps,
  { workspace, scope, filter, query }: Reading,
): Promise<UnansweredList> {
  const { read } = store
  const [rows, claims, { suggester }] = await Promise.all([
    listFruitless(read, scope, filter, periodOf(query, scope.now), query.kind),
    listClaims(read, workspace.id),
    suggesters.of(workspace.id),
  ])
  const grouped = await groupTexts(rows, workspace.defaultLocale, setImmediate)
  const groups: UnansweredGroup[] = []
  for (const places of grouped.slice(0, mostLookedAt)) {
    const members = places.flatMap((place) => rows[place] ?? [])
    const wordings = [...new Map(members.map((member) => [member.text.trim().toLowerCase(), member])).values()].slice(
      0,
      mostWordings + 1,
    )
    const failed = new Set(members.flatMap(({ notHelped }) => notHelped))
    const answered = wordings.filter(({ text, locale }) =>
      suggester
        .suggest(text, locale ? { locale } : {})
        .some(({ kind, documentId }) => kind !== 'idea' && !failed.has(documentId)),
    )
    await setImmediate()
    if (answered.length * 2 > wordings.length) continue
    const group = toGroup(members, wordings, claims, workspace.defaultLocale)
    if (group) groups.push(group)
  }
  return {
    items: groups.slice(0, mostGroups),
    groups: groups.length,
    requests: groups.reduce((sum, { requests }) => sum + requests, 0),
  }
}

function toGroup(
  members: readonly Fruitless[],
  wordings: readonly Fruitless[],
  claims: ReadonlyMap<string, string>,
  defaultLocale: string,
): UnansweredGroup | undefined {
  const [typical, ...others] = wordings
  if (!typical) return undefined
  const spends = new Map<string, number>()
  // Newest first, so that an account counts with what it spent last.
  for (const { accountId, spendMinor } of members)
    if (accountId && !spends.has(accountId)) spends.set(accountId, spendMinor ?? 0)
  const people = members.flatMap(({ personId }) => (personId ? [claims.get(personId) ?? personId] : []))
  const lastAt = Math.max(...members.map(({ createdAt }) => createdAt.getTime()))
  return {
    id: typical.id,
    wording: typical.text,
    wordings: others.map(({ text }) => text),
    locale: typical.locale,
    requests: members.length,
    searches: members.filter(({ kind }) => kind === 'searched').length,
    people: new Set(people).size,
    accounts: spends.size,
    spendMinor: [...spends.values()].reduce((sum, spend) => sum + spend, 0),
    lastAt: new Date(lastAt).toISOString(),
    draft: draftOf(typical, others, defaultLocale),
  }
}
