import type { Handle } from '@heed/db'
import { and, count, countDistinct, eq, gte, lt, sql } from 'drizzle-orm'
import type { Period } from './period.ts'

/** Of more it is not asked who gave them: margins are narrow by then, and all rows would have to be read. */
const mostAnswers = 10_000

export type RepeatedSurvey = { id: string; repeatAfterDays: number | null }

/**
 * Whether nobody answered a survey twice in a period, so that its answers are as many people of the base. One that comes
 * again within the period is answered twice; another may have been opened by code, or in two browsers of a person.
 */
export async function isHeardOnce(
  { db, tables: { responses, people } }: Handle,
  workspaceId: string,
  survey: RepeatedSurvey,
  { since, until, days }: Pick<Period, 'since' | 'until' | 'days'>,
): Promise<boolean> {
  if (days > (survey.repeatAfterDays ?? Number.POSITIVE_INFINITY)) return false
  const heard = and(
    eq(responses.workspaceId, workspaceId),
    eq(responses.surveyId, survey.id),
    gte(responses.createdAt, since),
    lt(responses.createdAt, until),
  )
  // By the index alone.
  const beyond = await db.select({ id: responses.id }).from(responses).where(heard).limit(1).offset(mostAnswers)
  if (beyond.length > 0) return false
  const [counted] = await db
    .select({ answers: count(), people: countDistinct(sql`coalesce(${people.verifiedId}, ${responses.personId})`) })
    .from(responses)
    .leftJoin(people, and(eq(people.workspaceId, workspaceId), eq(people.id, responses.personId)))
    .where(heard)
  return counted?.answers === counted?.people
}

/**
 * The base, if margins may know it: where nobody was heard twice, so that answers are people (or accounts) of the base. More
 * than that are not from this base: of a time when the segment held others.
 */
export const knownBase = (base: number, answers: number, { heardOnce }: { heardOnce: boolean }): number | undefined =>
  heardOnce && answers <= base ? base : undefined
