import type { Handle } from '@heed/db'
import { and, count, countDistinct, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import type { Period } from './period.ts'

/** Of more it is not asked who gave them: margins are narrow by then, and all rows would have to be read. */
const mostAnswers = 10_000

export type RepeatedSurvey = { id: string; repeatAfterDays: number | null }

type Asked = Pick<Period, 'since' | 'until' | 'days'>

/** As `areHeardOnce`, of one survey. */
export const isHeardOnce = (handle: Handle, workspaceId: string, survey: RepeatedSurvey, period: Asked) =>
  areHeardOnce(handle, workspaceId, [survey], period)

/**
 * Whether nobody was heard twice in a period by any of these surveys, so that their answers are as many people of the base.
 * One that comes again within the period is answered twice; another may have been opened by code, or in two browsers of a
 * person. A survey that nobody answered then does not matter.
 */
export async function areHeardOnce(
  { db, tables: { responses, people } }: Handle,
  workspaceId: string,
  surveys: RepeatedSurvey[],
  { since, until, days }: Asked,
): Promise<boolean> {
  const heardBy = (some: RepeatedSurvey[]) =>
    and(
      eq(responses.workspaceId, workspaceId),
      inArray(
        responses.surveyId,
        some.map(({ id }) => id),
      ),
      gte(responses.createdAt, since),
      lt(responses.createdAt, until),
    )
  // By the index alone.
  const hasMoreThan = async (answers: number, some: RepeatedSurvey[]) =>
    (await db.select({ id: responses.id }).from(responses).where(heardBy(some)).limit(1).offset(answers)).length > 0
  const repeating = surveys.filter(({ repeatAfterDays }) => days > (repeatAfterDays ?? Number.POSITIVE_INFINITY))
  if (repeating.length > 0 && (await hasMoreThan(0, repeating))) return false
  if (await hasMoreThan(mostAnswers, surveys)) return false
  const [counted] = await db
    .select({ answers: count(), people: countDistinct(sql`coalesce(${people.verifiedId}, ${responses.personId})`) })
    .from(responses)
    .leftJoin(people, and(eq(people.workspaceId, workspaceId), eq(people.id, responses.personId)))
    .where(heardBy(surveys))
  return counted?.answers === counted?.people
}

/**
 * The base, if margins may know it: where nobody was heard twice, so that answers are people (or accounts) of the base. More
 * than that are not from this base: of a time when the segment held others.
 */
export const knownBase = (base: number, answers: number, { heardOnce }: { heardOnce: boolean }): number | undefined =>
  heardOnce && answers <= base ? base : undefined
