import type { Handle } from '@heed/db'
import { and, count, eq, gte, lt, min, sql } from 'drizzle-orm'
import type { Filter, Scope } from '../segments/scope.ts'
import { snapshotIn, speakerIn } from '../segments/segment-sql.ts'
import { type Picked, partsOf, pickedIn } from './count-answers.ts'
import { type Dimension, dimensionSql, type Part } from './dimensions-sql.ts'

/** `later` are among the dismissed. */
export type ShownCount = { parts: Part[]; seen: number; dismissed: number; later: number }

/** Times a survey was on the screen, counted as `countAnswers` counts answers. The language is not known of them. */
export async function countShown(
  handle: Handle,
  scope: Scope,
  filter: Filter,
  picked: Picked,
  by: readonly Dimension[],
): Promise<ShownCount[]> {
  const { exposures } = handle.tables
  const parts = partsOf(
    by.map((dimension) => dimensionSql(dimension, exposures, handle, scope, picked.spendBounds ?? [])),
  )
  const rows = await handle.db
    .select({
      ...parts.columns,
      seen: count(),
      dismissed: count(exposures.dismissedAt),
      later: sql<number>`coalesce(sum(case when ${exposures.later} then 1 else 0 end), 0)`.mapWith(Number),
    })
    .from(exposures)
    .where(and(pickedIn(exposures, scope, picked), snapshotIn(filter, exposures, handle, scope)))
    .groupBy(...parts.places)
  return rows
    .filter(({ seen }) => seen > 0)
    .map(({ seen, dismissed, later, ...row }) => ({ parts: parts.read(row), seen, dismissed, later }))
}

/** Decisions of the period whether somebody is asked; a decision keeps no snapshot, so a segment is that of now. */
export async function countAsks(handle: Handle, scope: Scope, { segment }: Filter, { survey, since, until }: Picked) {
  const { asks } = handle.tables
  const [row] = await handle.db
    .select({ eligible: count(), asked: count(asks.grantedAt) })
    .from(asks)
    .where(
      and(
        eq(asks.workspaceId, scope.workspaceId),
        eq(asks.surveyId, survey.id),
        gte(asks.decidedAt, since),
        lt(asks.decidedAt, until),
        segment.all.length === 0 ? undefined : speakerIn(segment, asks, handle, scope),
      ),
    )
  return row ?? { eligible: 0, asked: 0 }
}

/** When decisions about a survey began to be kept; null: never yet. */
export async function findFirstAsk({ db, tables: { asks } }: Handle, workspaceId: string, surveyId: string) {
  const [row] = await db
    .select({ at: min(asks.decidedAt) })
    .from(asks)
    .where(and(eq(asks.workspaceId, workspaceId), eq(asks.surveyId, surveyId)))
  return row?.at ?? null
}

/** When a survey was first shown in a period; null: not in it. */
export async function findFirstShown({ db, tables: { exposures } }: Handle, scope: Scope, picked: Picked) {
  const [row] = await db
    .select({ at: min(exposures.createdAt) })
    .from(exposures)
    .where(pickedIn(exposures, scope, picked))
  return row?.at ?? null
}
