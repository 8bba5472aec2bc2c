import type { ResponseItem } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, desc, eq, lt, or } from 'drizzle-orm'
import { countNames } from '../people/count-names.ts'
import type { Filter, Scope } from '../segments/scope.ts'
import { matching, type ResponseFilter } from './response-filter.ts'
import { type ListPlace, listResponses } from './response-list.queries.ts'

/** So many answers are in memory at a time; each may keep hundreds of traits. */
const pageSize = 100

/** What a spreadsheet still shows well. A browser can claim as many names as it likes. */
const mostColumns = 200

/** The traits that get a column each, by the alphabet, and whether these are all that the answers keep. */
export type TraitColumns = { names: string[]; areAll: boolean }

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

/** The traits that most of these answers keep. */
export async function readTraitColumns(
  handle: Handle,
  scope: Scope,
  filter: Filter,
  query: ResponseFilter,
): Promise<TraitColumns> {
  const { responses } = handle.tables
  const counts = countNames()
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
  for await (const rows of pages)
    for (const { traits } of rows) for (const name of Object.keys(traits)) counts.add(name)
  const { names, areAll } = counts.commonest(mostColumns)
  return { names: names.sort(), areAll }
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
