import type { Segment, SurveyTargeting } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { matchesSegment, type SegmentCustomer } from '@heed/segments'
import { and, type Column, eq, exists, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { readSegment } from '../../http/segment-query.ts'
import type { Scope } from '../segments/scope.ts'
import { customerIn } from '../segments/segment-sql.ts'

const dayMs = 86_400_000

/** Whom a survey may ask: saved segments have been put in, and the server's event is a condition like others. */
export type Audience = { segment: Segment; firstSeenDays: { from?: number | undefined; to?: number | undefined } }

/** Undefined where the segment cannot be read (any more), so that a fault never widens it; `messages` say why. */
export async function readAudience(
  handle: Handle,
  workspaceId: string,
  { segment: text = '', firstSeenDays = {}, serverEvent }: SurveyTargeting,
): Promise<{ audience: Audience | undefined; messages: string[] }> {
  const { segment, messages } = await readSegment(handle, workspaceId, text)
  if (messages.length > 0) return { audience: undefined, messages }
  const did = serverEvent && { field: 'event' as const, ...serverEvent, times: { from: 1 } }
  return { audience: { segment: { all: did ? [...segment.all, did] : segment.all }, firstSeenDays }, messages }
}

/** The audience over people joined to their accounts, as of now. Nothing for everyone. */
export const audienceIn = (
  { segment, firstSeenDays: { from, to } }: Audience,
  handle: Handle,
  scope: Scope,
): SQL | undefined => {
  const seenSince = (days: number) => firstSeenBy(new Date(scope.now.getTime() - days * dayMs), handle, scope)
  return and(
    customerIn(segment, handle, scope),
    from ? seenSince(from) : undefined,
    to === undefined ? undefined : sql`not (${seenSince(to + 1)})`,
  )
}

/** Whether Heed saw the person at this moment or before, be it in a browser that only claims to be theirs. */
const firstSeenBy = (at: Date, { db, tables: { people } }: Handle, { workspaceId, only }: Scope): SQL => {
  const claims = alias(people, 'earlier_claims')
  const by = (createdAt: Column) => lte(createdAt, at)
  const claimed = db
    .select({ one: sql`1` })
    .from(claims)
    .where(
      and(
        eq(claims.workspaceId, workspaceId),
        only && inArray(claims.id, [...only]),
        eq(claims.verifiedId, people.id),
        by(claims.createdAt),
      ),
    )
  return sql`(${or(by(people.createdAt), exists(claimed))})`
}

/** Whether it holds somebody of whom nothing is known and who was never here: the verdict of `audienceIn` once they are. */
export const holdsStranger = ({ segment, firstSeenDays }: Audience, now: Date): boolean =>
  matchesSegment(segment, { ...stranger, lastSeenAt: now }, now) && !firstSeenDays.from

const stranger: SegmentCustomer = {
  plan: null,
  reportingSpendMinor: null,
  tenureDays: null,
  seats: null,
  locale: null,
  createdAt: null,
  lastSeenAt: null,
  personTraits: {},
  accountTraits: {},
  events: [],
  npsScores: [],
  tickets: [],
}
