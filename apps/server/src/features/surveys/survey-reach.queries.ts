import type { SurveyKind } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, count, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Audience, audienceIn } from '../asks/audience.ts'
import type { Scope } from '../segments/scope.ts'
import { snapshotIn } from '../segments/segment-sql.ts'
import { surveysOfKind } from './surveys.queries.ts'

/** People of an audience now, and how many of them were here since a moment and have not been asked since another. */
export const countReach = async (
  handle: Handle,
  scope: Scope,
  audience: Audience,
  { hereSince, restsSince }: { hereSince: Date; restsSince: Date },
) => {
  const { people, accounts } = handle.tables
  const reachable = and(wasHere(handle, scope, hereSince), sql`not ${wasAsked(handle, scope, restsSince)}`)
  const [row] = await handle.db
    .select({
      targeted: count(),
      people: sql<number>`coalesce(sum(case when ${reachable} then 1 else 0 end), 0)`.mapWith(Number),
    })
    .from(people)
    .leftJoin(accounts, and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId)))
    .where(
      and(eq(people.workspaceId, scope.workspaceId), isNull(people.verifiedId), audienceIn(audience, handle, scope)),
    )
  return row ?? { targeted: 0, people: 0 }
}

const claimsOf = (handle: Handle) => alias(handle.tables.people, 'reach_claims')

/** Also in a browser that only claims to be theirs. */
const wasHere = (handle: Handle, { workspaceId }: Scope, since: Date): SQL => {
  const { people } = handle.tables
  const claims = claimsOf(handle)
  const claimed = handle.db
    .select({ id: claims.verifiedId })
    .from(claims)
    .where(and(eq(claims.workspaceId, workspaceId), isNotNull(claims.verifiedId), gt(claims.lastSeenAt, since)))
  return sql`(coalesce(${gt(people.lastSeenAt, since)}, 1 = 0) or ${inArray(people.id, claimed)})`
}

const wasAsked = (handle: Handle, { workspaceId, now }: Scope, since: Date): SQL => {
  const { people, exposures } = handle.tables
  const claims = claimsOf(handle)
  const recent = and(
    eq(exposures.workspaceId, workspaceId),
    gt(exposures.createdAt, since),
    lte(exposures.createdAt, now),
  )
  const asked = handle.db.select({ id: exposures.personId }).from(exposures).where(recent)
  const askedAsClaimed = handle.db
    .select({ id: claims.verifiedId })
    .from(claims)
    .innerJoin(exposures, and(eq(exposures.workspaceId, claims.workspaceId), eq(exposures.personId, claims.id)))
    .where(and(eq(claims.workspaceId, workspaceId), isNotNull(claims.verifiedId), recent))
  return sql`(${or(inArray(people.id, asked), inArray(people.id, askedAsClaimed))})`
}

export type Prompts = { shown: number; answered: number }

/** Earlier prompts and answers to them: of one kind to a segment, of any kind to it, and all. */
export const countPrompts = async (
  handle: Handle,
  scope: Scope,
  { segment }: Audience,
  { kind, since }: { kind: SurveyKind; since: Date },
): Promise<{ alike: Prompts; toSegment: Prompts; all: Prompts }> => {
  const { exposures, responses } = handle.tables
  const countIn = async (row: typeof exposures | typeof responses, isCounted?: SQL) => {
    const inSegment = snapshotIn({ segment, asOf: 'answer' }, row, handle, scope) ?? sql`1 = 1`
    const ofKind = inArray(row.surveyId, surveysOfKind(handle, scope.workspaceId, kind))
    const times = (condition: SQL | undefined) =>
      sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`.mapWith(Number)
    const [counted] = await handle.db
      .select({ alike: times(and(inSegment, ofKind)), toSegment: times(inSegment), all: count() })
      .from(row as typeof exposures)
      .where(
        and(eq(row.workspaceId, scope.workspaceId), gt(row.createdAt, since), lte(row.createdAt, scope.now), isCounted),
      )
    return counted ?? { alike: 0, toSegment: 0, all: 0 }
  }
  const [shown, answered] = await Promise.all([countIn(exposures), countIn(responses, isNotNull(responses.exposureId))])
  const of = (which: keyof typeof shown): Prompts => ({ shown: shown[which], answered: answered[which] })
  return { alike: of('alike'), toSegment: of('toSegment'), all: of('all') }
}
