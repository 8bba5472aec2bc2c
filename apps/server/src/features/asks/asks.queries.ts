import { type Handle, prepared } from '@heed/db'
import {
  and,
  type Column,
  count,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  lt,
  max,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { type Asked, heldMs } from './fatigue.ts'

export type AskRow = Handle['tables']['asks']['$inferSelect']

/** The rows of one user: what the host's server knows, and what browsers claim. */
export const listPeopleOfUser = async ({ db, tables: { people } }: Handle, workspaceId: string, userId: string) =>
  db
    .select({ id: people.id, trust: people.trust })
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), eq(people.userId, userId)))

/** The decisions on a person, whose rows these are, in one wave, and grants that stand beside those of waves. */
export const listAsksAround = async (
  { db, tables: { asks } }: Handle,
  { workspaceId, surveyId, wave }: WaveKey,
  personIds: string[],
): Promise<AskRow[]> =>
  personIds.length === 0
    ? []
    : db
        .select()
        .from(asks)
        .where(
          and(
            eq(asks.workspaceId, workspaceId),
            eq(asks.surveyId, surveyId),
            or(eq(asks.wave, wave), lt(asks.wave, 0)),
            inArray(asks.personId, personIds),
          ),
        )

/** Keeps a decision. One that grants nothing leaves an earlier grant of the wave as it was. */
export const saveAsk = async ({ db, tables: { asks } }: Handle, row: AskRow) => {
  const { decidedAt, stratum, grantedAt, exposureId } = row
  await db
    .insert(asks)
    .values(row)
    .onConflictDoUpdate({
      target: [asks.workspaceId, asks.surveyId, asks.wave, asks.personId],
      set: { decidedAt, stratum, ...(grantedAt && { grantedAt, exposureId }) },
    })
}

/**
 * What of each survey was shown to, put off by, answered by and granted to a person, whose rows these are.
 * @param heldSince a grant before this moment holds nothing any more
 */
export const listAsked = async (
  handle: Handle,
  workspaceId: string,
  personIds: string[],
  heldSince: Date,
): Promise<Asked[]> => {
  if (personIds.length === 0) return []
  const { asks, exposures, responses } = handle.tables
  const { db, dialect } = handle
  // Or else the index of all that a survey was asked is read, which has them in this order.
  const bySurvey = (surveyId: Column) => dialect.unindexed(surveyId)
  // By a clock that is wrong a prompt may have been closed before it was shown.
  const { createdAt, dismissedAt } = exposures
  const closedAt = sql`case when ${dismissedAt} > ${createdAt} then ${dismissedAt} else ${createdAt} end`
  const shown = await db
    .select({
      surveyId: exposures.surveyId,
      shownAt: max(exposures.createdAt),
      askedAt: sql<Date | null>`max(case when ${exposures.later} then null else ${exposures.createdAt} end)`.mapWith(
        exposures.createdAt,
      ),
      laterAt: sql<Date | null>`max(case when ${exposures.later} then ${closedAt} end)`.mapWith(exposures.createdAt),
    })
    .from(exposures)
    .where(and(eq(exposures.workspaceId, workspaceId), inArray(exposures.personId, personIds)))
    .groupBy(bySurvey(exposures.surveyId))
  const answered = await db
    .select({ surveyId: responses.surveyId, at: max(responses.createdAt) })
    .from(responses)
    .where(and(eq(responses.workspaceId, workspaceId), inArray(responses.personId, personIds)))
    .groupBy(bySurvey(responses.surveyId))
  const held = await db
    .select({ surveyId: asks.surveyId, at: max(asks.grantedAt) })
    .from(asks)
    .where(
      and(
        eq(asks.workspaceId, workspaceId),
        inArray(asks.personId, personIds),
        gt(asks.grantedAt, heldSince),
        notExists(promptOf(handle, sql`1 = 1`)),
      ),
    )
    .groupBy(bySurvey(asks.surveyId))
  const surveyIds = new Set([...shown, ...answered, ...held].map(({ surveyId }) => surveyId))
  return [...surveyIds].map((surveyId) => {
    const prompts = shown.find((row) => row.surveyId === surveyId)
    return {
      surveyId,
      shownAt: prompts?.shownAt ?? null,
      askedAt: prompts?.askedAt ?? null,
      laterAt: prompts?.laterAt ?? null,
      answeredAt: answered.find((row) => row.surveyId === surveyId)?.at ?? null,
      heldAt: held.find((row) => row.surveyId === surveyId)?.at ?? null,
    }
  })
}

/** The prompt that an ask granted, once it was shown. */
const promptOf = ({ db, tables: { asks, exposures } }: Handle, where: SQL) =>
  db
    .select({ one: sql`1` })
    .from(exposures)
    .where(and(eq(exposures.workspaceId, asks.workspaceId), eq(exposures.id, asks.exposureId), where))

type WaveKey = Pick<AskRow, 'workspaceId' | 'surveyId' | 'wave'>

/** People in a wave who came by, who were asked, and of whom an answer may still come, by the cell that they were in. */
export type CountedAsks = { cell: string | null; cameBy: number; granted: number; pending: number }

/** Everybody who came by in a wave, and those of them who were granted before a moment. */
export const countCameBy = async (
  { db, tables: { asks } }: Handle,
  { workspaceId, surveyId, wave }: WaveKey,
  startedAt: Date,
  grantedBefore: Date,
): Promise<CountedAsks[]> => {
  const rows = await db
    .select({
      cell: asks.stratum,
      cameBy: count(),
      granted: times(and(gte(asks.grantedAt, startedAt), lt(asks.grantedAt, grantedBefore))),
    })
    .from(asks)
    .where(
      and(
        eq(asks.workspaceId, workspaceId),
        eq(asks.surveyId, surveyId),
        eq(asks.wave, wave),
        gte(asks.decidedAt, startedAt),
      ),
    )
    .groupBy(asks.stratum)
  return rows.map((row) => ({ ...row, pending: 0 }))
}

/**
 * Those granted in a wave since a moment, and of them those who may still answer.
 * @param heldSince whoever was granted before this moment is not waited for
 */
export const countGranted = async (
  handle: Handle,
  { workspaceId, surveyId, wave }: WaveKey,
  since: Date,
  heldSince: Date,
): Promise<CountedAsks[]> => {
  const { asks, exposures, responses } = handle.tables
  const answer = handle.db
    .select({ one: sql`1` })
    .from(responses)
    .where(and(eq(responses.workspaceId, asks.workspaceId), eq(responses.exposureId, asks.exposureId)))
  const mayAnswer = and(
    gt(asks.grantedAt, heldSince),
    notExists(answer),
    notExists(promptOf(handle, isNotNull(exposures.dismissedAt))),
  )
  const rows = await handle.db
    .select({ cell: asks.stratum, granted: count(), pending: times(mayAnswer) })
    .from(asks)
    .where(
      and(
        eq(asks.workspaceId, workspaceId),
        eq(asks.surveyId, surveyId),
        eq(asks.wave, wave),
        gte(asks.grantedAt, since),
      ),
    )
    .groupBy(asks.stratum)
  return rows.map((row) => ({ ...row, cameBy: 0 }))
}

const times = (condition: SQL | undefined) => sql<number>`sum(case when ${condition} then 1 else 0 end)`.mapWith(Number)

type Grant = { workspaceId: string; personId: string; countedId: string; exposureId: string }

const listGrants = prepared(({ db, tables: { asks } }, { workspaceId, personId, countedId, exposureId }: Grant) =>
  db
    .select({ grantedAt: asks.grantedAt })
    .from(asks)
    .where(
      and(
        eq(asks.workspaceId, workspaceId),
        inArray(asks.personId, [personId, countedId]),
        eq(asks.exposureId, exposureId),
      ),
    ),
)

/** When the prompt of this id was granted to a person, or to whom they are counted as; null where it was not. */
export const findGrantedAt = async (handle: Handle, grant: Grant): Promise<Date | null> =>
  (await listGrants(handle, grant))[0]?.grantedAt ?? null

/**
 * Gives a person's decisions to whom they turned out to be. Of two grants in one wave stays the later one; the earlier
 * stands beside it where both came so close that both may hold the place.
 */
export const moveAsks = async (handle: Handle, workspaceId: string, from: string, to: string) => {
  const { db, tables } = handle
  const { asks } = tables
  const of = (personId: string) => and(eq(asks.workspaceId, workspaceId), eq(asks.personId, personId))
  const moved = await db.select().from(asks).where(of(from))
  if (moved.length === 0) return
  await db.delete(asks).where(of(from))
  const kept = await db.select().from(asks).where(of(to))
  const placeBeside = (surveyId: string) =>
    Math.min(0, ...[...kept, ...moved].flatMap((row) => (row.surveyId === surveyId ? row.wave : []))) - 1
  for (const row of moved) {
    const own = kept.find(({ surveyId, wave }) => surveyId === row.surveyId && wave === row.wave)
    const { stays, beside } = own ? grantsOf(own, row) : { stays: row, beside: null }
    const { grantedAt, exposureId } = stays
    await saveAsk(handle, { ...row, ...own, personId: to, grantedAt, exposureId })
    if (!beside) continue
    const another = { ...beside, personId: to, wave: placeBeside(row.surveyId) }
    await saveAsk(handle, another)
    kept.push(another)
  }
}

/** Of two grants the later stays. `beside`: the earlier, which may hold the place still, or be asked for again. */
function grantsOf(one: AskRow, other: AskRow): { stays: AskRow; beside: AskRow | null } {
  if (!one.grantedAt || !other.grantedAt) return { stays: one.grantedAt ? one : other, beside: null }
  const [earlier, later] = one.grantedAt <= other.grantedAt ? [one, other] : [other, one]
  const betweenMs = Math.abs(one.grantedAt.getTime() - other.grantedAt.getTime())
  return { stays: later, beside: betweenMs < heldMs ? earlier : null }
}
