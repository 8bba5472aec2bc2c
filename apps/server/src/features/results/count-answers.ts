import type { SurveyKind } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, count, eq, gte, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Filter, Scope } from '../segments/scope.ts'
import { snapshotIn } from '../segments/segment-sql.ts'
import { type Dimension, dimensionSql, type Part, type SpendBounds } from './dimensions-sql.ts'
import { measureOf } from './measure-of.ts'

/** Which rows of a survey: from a moment on until another, which is left out; of one version or of all. */
export type Picked = {
  survey: { id: string; kind: SurveyKind }
  since: Date
  until: Date
  version?: number | undefined
  /** For the dimension of spend. */
  spendBounds?: SpendBounds
}

/** So many answers that say the same, with a value for each dimension asked for, in that order. */
export type AnswerCount = { parts: Part[]; score: number | null; choices: string[] | null; answers: number }

/**
 * The one way to the figures of a survey: its answers, counted. All else is reckoned from these counts.
 * An answer without score (or choices), where the kind has them, is not counted.
 */
export async function countAnswers(
  handle: Handle,
  scope: Scope,
  filter: Filter,
  picked: Picked,
  by: readonly Dimension[],
): Promise<AnswerCount[]> {
  const { responses } = handle.tables
  const said = saidBy(handle, picked.survey.kind)
  const parts = partsOf(
    by.map((dimension) => dimensionSql(dimension, responses, handle, scope, picked.spendBounds ?? [])),
  )
  const rows = await handle.db
    .select({ ...parts.columns, said: said.column.as('said'), answers: count() })
    .from(responses)
    .where(and(pickedIn(responses, scope, picked), said.given, snapshotIn(filter, responses, handle, scope)))
    .groupBy(...parts.places, parts.placeAfter)
  return rows.map((row) => ({ parts: parts.read(row), ...said.read(row.said), answers: row.answers }))
}

type PickedColumns = Pick<
  Handle['tables']['responses'] | Handle['tables']['exposures'],
  'workspaceId' | 'surveyId' | 'surveyVersion' | 'createdAt'
>

/** The rows of a survey that are looked at. */
export const pickedIn = (row: PickedColumns, { workspaceId }: Scope, { survey, since, until, version }: Picked) =>
  and(
    eq(row.workspaceId, workspaceId),
    eq(row.surveyId, survey.id),
    gte(row.createdAt, since),
    lt(row.createdAt, until),
    version === undefined ? undefined : eq(row.surveyVersion, version),
  )

/** Columns to select and group by, whatever their number. */
export const partsOf = (values: SQL<Part>[]) => {
  const names = values.map((_, at) => `part_${at}`)
  const columns: Record<string, SQL.Aliased<Part>> = {}
  for (const [at, value] of values.entries()) columns[`part_${at}`] = value.as(`part_${at}`)
  const place = (at: number) => sql.raw(String(at + 1))
  return {
    columns,
    /** To group by: a parameter within a value would make another expression of it. */
    places: values.map((_, at) => place(at)),
    placeAfter: place(values.length),
    read: (row: Record<string, unknown>) => names.map((name) => row[name] as Part),
  }
}

/** What an answer of a kind says. */
const saidBy = ({ tables: { responses } }: Handle, kind: SurveyKind) => {
  switch (measureOf(kind)) {
    case 'choices':
      return {
        column: sql<string | null>`cast(${responses.choices} as text)`,
        given: isNotNull(responses.choices),
        read: (said: unknown) => ({ score: null, choices: JSON.parse(String(said)) as string[] }),
      }
    case 'text':
      return {
        column: sql<null>`cast(null as text)`,
        given: undefined,
        read: () => ({ score: null, choices: null }),
      }
    default:
      return {
        column: sql<number | null>`${responses.score}`,
        given: isNotNull(responses.score),
        read: (said: unknown) => ({ score: Number(said), choices: null }),
      }
  }
}
