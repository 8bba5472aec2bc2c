import type { Handle } from '@heed/db'
import { and, asc, eq, gt, gte, lt, or, sql } from 'drizzle-orm'
import type { PackedRow, ShowingState } from './frame-builder.ts'

export type FramesOf = 'answers' | 'showings'
/** Which frames are meant: those of a survey's answers, or of the times it was shown. */
export type FrameKey = { workspaceId: string; surveyId: string; of: FramesOf }

/** Where to go on reading. */
type Place = { at: Date; id: string }

/** A page of rows in the order of their moments. */
export const listRowsToPack = async (
  handle: Handle,
  { workspaceId, surveyId, of }: FrameKey,
  { from, before, after, limit }: { from: Date; before: Date; after: Place | null; limit: number },
): Promise<{ rows: PackedRow[]; last: Place | null }> => {
  const { db, tables } = handle
  const { accounts } = tables
  const { table, own } = columnsOf(handle, of)
  const rows = await db
    .select({
      id: table.id,
      createdAt: table.createdAt,
      personId: table.personId,
      account: accounts.externalId,
      plan: table.plan,
      spend: table.reportingSpendMinor,
      tenure: table.tenureDays,
      trust: table.valuesTrust,
      version: table.surveyVersion,
      traits: table.traits,
      ...own,
    })
    .from(table as Handle['tables']['responses'])
    .leftJoin(accounts, and(eq(accounts.workspaceId, table.workspaceId), eq(accounts.id, table.accountId)))
    .where(
      and(
        eq(table.workspaceId, workspaceId),
        eq(table.surveyId, surveyId),
        gte(table.createdAt, after?.at ?? from),
        lt(table.createdAt, before),
        after ? or(gt(table.createdAt, after.at), gt(table.id, after.id)) : undefined,
      ),
    )
    .orderBy(asc(table.createdAt), asc(table.id))
    .limit(limit)
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => ({
      ...row,
      at: row.createdAt.getTime(),
      ...(of === 'showings' && { state: stateOf(row.dismissedAt, row.later) }),
    })),
    last: last ? { at: last.createdAt, id: last.id } : null,
  }
}

/** Whether a survey has so many rows within a span. */
export const hasRows = async (
  handle: Handle,
  { workspaceId, surveyId, of }: FrameKey,
  { from, before, rows }: { from: Date; before: Date; rows: number },
): Promise<boolean> => {
  const { table } = columnsOf(handle, of)
  const found = await handle.db
    .select({ at: table.createdAt })
    .from(table as Handle['tables']['responses'])
    .where(
      and(
        eq(table.workspaceId, workspaceId),
        eq(table.surveyId, surveyId),
        gte(table.createdAt, from),
        lt(table.createdAt, before),
      ),
    )
    .orderBy(asc(table.createdAt))
    .limit(1)
    .offset(rows - 1)
  return found.length > 0
}

const columnsOf = ({ tables: { responses, exposures } }: Handle, of: FramesOf) => {
  const none = sql<null>`null`
  return of === 'answers'
    ? {
        table: responses,
        own: {
          ...{ score: responses.score, choices: responses.choices, locale: responses.locale },
          ...{ dismissedAt: none, later: none },
        },
      }
    : {
        table: exposures,
        own: {
          ...{ score: none, choices: none, locale: none },
          ...{ dismissedAt: exposures.dismissedAt, later: exposures.later },
        },
      }
}

const stateOf = (dismissedAt: Date | null, later: boolean | null): ShowingState =>
  dismissedAt ? (later ? 3 : 1) : later ? 2 : 0
