import { type Handle, prepared } from '@heed/db'
import { and, asc, desc, eq, exists, gte, inArray, isNotNull, isNull, max, not, or, sql } from 'drizzle-orm'

export type RequestRow = Handle['tables']['requests']['$inferSelect']

const theRequest = ({ tables: { requests } }: Handle, workspaceId: string, id: string) =>
  and(eq(requests.workspaceId, workspaceId), eq(requests.id, id))

const listById = prepared((handle, { workspaceId, id }: Pick<RequestRow, 'workspaceId' | 'id'>) =>
  handle.db
    .select()
    .from(handle.tables.requests)
    .where(theRequest(handle, workspaceId, id)),
)

/** To join to a deflection the request that it spared, where that is kept and the same person's. */
export const isRequestSpared = ({ tables: { requests, deflections } }: Handle) =>
  and(
    eq(requests.workspaceId, deflections.workspaceId),
    eq(requests.id, deflections.requestId),
    eq(requests.personId, deflections.personId),
  )

/**
 * Of deflections joined so, that the person did not say later that the article did not help. What was taken back is kept:
 * it stands again once they say that it helped, and the same deflection sent late once more is known for what it is.
 */
export const isNotTakenBack = ({ dialect, tables: { requests, deflections } }: Handle) =>
  or(isNull(requests.id), not(dialect.holds(sql`cast(${requests.notHelped} as text)`, sql`${deflections.articleId}`)))

export const findRequest = async (handle: Handle, workspaceId: string, id: string): Promise<RequestRow | undefined> =>
  (await listById(handle, { workspaceId, id }))[0]

/** The same id again is the same request. */
export const insertRequest = prepared(({ db, tables: { requests } }, row: RequestRow) =>
  db.insert(requests).values(row).onConflictDoNothing(),
)

type Changes = Partial<
  Pick<RequestRow, 'locale' | 'text' | 'page' | 'offered' | 'read' | 'notHelped' | 'outcome' | 'targetId'>
>

/** Changes what is given of a request. */
export const markRequest = async (
  handle: Handle,
  workspaceId: string,
  id: string,
  changes: Changes & Pick<RequestRow, 'updatedAt'>,
) => {
  await handle.db
    .update(handle.tables.requests)
    .set(changes)
    .where(theRequest(handle, workspaceId, id))
}

/** The browser of the first request of these people; undefined before there was one. */
export const findFirstBrowser = async (handle: Handle, workspaceId: string, personIds: string[]) => {
  const { requests } = handle.tables
  const [first] = await handle.db
    .select({ visitorHash: requests.visitorHash })
    .from(requests)
    .where(
      and(
        eq(requests.workspaceId, workspaceId),
        inArray(requests.personId, personIds),
        isNotNull(requests.visitorHash),
      ),
    )
    .orderBy(asc(requests.createdAt), asc(requests.id))
    .limit(1)
  return first?.visitorHash ?? undefined
}

const lately = 20

/** A person's last requests in one browser, newest first. */
export const listLatestRequests = async (
  { db, tables: { requests } }: Handle,
  { workspaceId, personId, visitorHash }: { workspaceId: string; personId: string; visitorHash: string },
): Promise<RequestRow[]> =>
  db
    .select()
    .from(requests)
    .where(
      and(
        eq(requests.workspaceId, workspaceId),
        eq(requests.personId, personId),
        eq(requests.visitorHash, visitorHash),
      ),
    )
    .orderBy(desc(requests.createdAt), desc(requests.id))
    .limit(lately)

/** Workspaces with a published article in which somebody asked since a moment, those asked last first. */
export const listAskedLately = async (
  { db, tables: { workspaces, requests, articles } }: Handle,
  since: Date,
  limit: number,
): Promise<string[]> => {
  const asked = eq(requests.workspaceId, workspaces.id)
  const last = db
    .select({ at: max(requests.createdAt) })
    .from(requests)
    .where(asked)
  const lately = db
    .select({ one: sql`1` })
    .from(requests)
    .where(and(asked, gte(requests.createdAt, since)))
  const published = db
    .select({ one: sql`1` })
    .from(articles)
    .where(and(eq(articles.workspaceId, workspaces.id), eq(articles.state, 'published')))
  const rows = await db
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(and(exists(lately), exists(published)))
    .orderBy(desc(sql`(${last})`))
    .limit(limit)
  return rows.map(({ id }) => id)
}
