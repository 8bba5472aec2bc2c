import type { NpsGroup, ResponseQuery } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, between, eq, exists, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Filter, Scope } from '../segments/scope.ts'
import { snapshotIn } from '../segments/segment-sql.ts'
import { surveysOfKind } from '../surveys/surveys.queries.ts'
import { daysBefore } from './responses.queries.ts'

/** Which answers, wherever a list of them may begin. */
export type ResponseFilter = Omit<ResponseQuery, 'cursor' | 'limit'>

const dayMs = 86_400_000

const groupScores: Record<NpsGroup, [from: number, to: number]> = {
  detractor: [0, 6],
  passive: [7, 8],
  promoter: [9, 10],
}

/** The answers of a segment that a query asks for. */
export const matching = (handle: Handle, scope: Scope, filter: Filter, query: ResponseFilter): SQL | undefined => {
  const { responses } = handle.tables
  // A group is a group of NPS scores: a 5 of 5 is no detractor.
  const kinds = [query.kind, query.group && ('nps' as const)].filter((kind) => kind !== undefined)
  return and(
    eq(responses.workspaceId, scope.workspaceId),
    query.surveyId ? eq(responses.surveyId, query.surveyId) : undefined,
    ...kinds.map((kind) => inArray(responses.surveyId, surveysOfKind(handle, scope.workspaceId, kind))),
    query.group ? between(responses.score, ...groupScores[query.group]) : undefined,
    query.score === undefined ? undefined : eq(responses.score, query.score),
    query.choice === undefined ? undefined : chose(handle, query.choice),
    query.version === undefined ? undefined : eq(responses.surveyVersion, query.version),
    query.locale === undefined ? undefined : inLanguage(responses.locale, query.locale),
    isThere(responses.comment, query.commented),
    isThere(responses.starredAt, query.starred),
    query.areaId ? isAbout(handle, query.areaId) : undefined,
    query.q ? says(handle, query.q) : undefined,
    ...moments(scope.now, query).map(({ from, until }) =>
      and(from && gte(responses.createdAt, from), until && lt(responses.createdAt, until)),
    ),
    snapshotIn(filter, responses, handle, scope),
  )
}

type Responses = Handle['tables']['responses']

const isThere = (column: Responses['comment'] | Responses['starredAt'], wanted: boolean | undefined) =>
  wanted === undefined ? undefined : wanted ? isNotNull(column) : isNull(column)

const inLanguage = (column: Responses['locale'], locale: string) =>
  locale === 'none' ? isNull(column) : eq(column, locale)

/** Ids of options hold no quotes, so that one between quotes is never a part of another. */
const chose = ({ tables: { responses }, dialect }: Handle, option: string) =>
  dialect.holds(sql`cast(${responses.choices} as text)`, sql`cast(${`"${option}"`} as text)`)

const says = ({ tables: { responses }, dialect }: Handle, words: string) =>
  dialect.holds(dialect.smallLetters(responses.comment), dialect.smallLetters(sql`cast(${words} as text)`))

const isAbout = ({ db, tables: { responses, responseAreas } }: Handle, areaId: string) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(responseAreas)
      .where(
        and(
          eq(responseAreas.workspaceId, responses.workspaceId),
          eq(responseAreas.responseId, responses.id),
          eq(responseAreas.areaId, areaId),
        ),
      ),
  )

type Moments = { from?: Date | undefined; until?: Date | undefined }

/** All of these must hold. */
const moments = (now: Date, { days, month, from, to }: ResponseFilter): Moments[] => [
  ...(days ? [{ from: daysBefore(now, days) }] : []),
  ...(month ? [monthBounds(month)] : []),
  { from: from && new Date(startOf(from)), until: to && new Date(startOf(to) + dayMs) } as Moments,
]

const startOf = (day: string) => new Date(`${day}T00:00:00Z`).getTime()

const monthBounds = (month: string): Moments => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return { from: new Date(Date.UTC(year, number - 1, 1)), until: new Date(Date.UTC(year, number, 1)) }
}
