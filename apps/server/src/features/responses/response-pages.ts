import type { ResponseItem } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, desc, eq, lt, or } from 'drizzle-orm'
import type { Filter, Scope } from '../segments/scope.ts'
import { matching, type ResponseFilter } from './response-filter.ts'
import { type ListPlace, listResponses } from './response-list.queries.ts'

/** So many answers are in memory at a time. */
const pageSize = 500

/** All answers that a query asks for, newest first, a page at a time: the next is read when it is asked for. */
export const responsePages = (
  handle: Handle,
  scope: Scope,
  filter: Filter,
  query: ResponseFilter,
): AsyncGenerator<ResponseItem[]> =>
  pagesOf(
    (after) => listResponses(handle, scope, filter, query, { after, limit: pageSize }),
    ({ createdAt, id }) => ({ at: new Date(createdAt), id }),
  )

/** Names of all traits that these answers keep, by the alphabet. */
export async function readTraitNames(handle: Handle, scope: Scope, filter: Filter, query: ResponseFilter) {
  const { responses } = handle.tables
  const names = new Set<string>()
  const pages = pagesOf(
    (after) =>
      handle.db
        .select({ id: responses.id, createdAt: responses.createdAt, traits: responses.traits })
        .from(responses)
        .where(
          and(
            matching(handle, scope, filter, query),
            after &&
              or(lt(responses.createdAt, after.at), and(eq(responses.createdAt, after.at), lt(responses.id, after.id))),
          ),
        )
        .orderBy(desc(responses.createdAt), desc(responses.id))
        .limit(pageSize),
    ({ createdAt, id }) => ({ at: createdAt, id }),
  )
  for await (const rows of pages) for (const { traits } of rows) for (const name of Object.keys(traits)) names.add(name)
  return [...names].sort()
}

async function* pagesOf<T>(
  read: (after: ListPlace | undefined) => Promise<T[]>,
  placeOf: (row: T) => ListPlace,
): AsyncGenerator<T[]> {
  for (let after: ListPlace | undefined; ; ) {
    const rows = await read(after)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = placeOf(last)
  }
}
