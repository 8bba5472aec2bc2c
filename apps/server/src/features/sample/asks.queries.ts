import { type Handle, prepared } from '@heed/db'
import { and, asc, eq } from 'drizzle-orm'
import type { AskRow } from '../asks/asks.queries.ts'

/** Every prompt that was shown, oldest first, with the row of the person who saw it. */
export const listPrompts = ({ db, tables: { exposures, people } }: Handle, workspaceId: string) =>
  db
    .select({
      exposureId: exposures.id,
      surveyId: exposures.surveyId,
      personId: exposures.personId,
      verifiedId: people.verifiedId,
      at: exposures.createdAt,
    })
    .from(exposures)
    .innerJoin(people, and(eq(people.workspaceId, exposures.workspaceId), eq(people.id, exposures.personId)))
    .where(eq(exposures.workspaceId, workspaceId))
    .orderBy(asc(exposures.createdAt), asc(exposures.id))

export const insertAsk = prepared(({ db, tables }, row: AskRow) => db.insert(tables.asks).values(row))
