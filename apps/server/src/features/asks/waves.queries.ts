import type { Handle } from '@heed/db'
import { and, count, eq, gte } from 'drizzle-orm'

export type WaveRow = Handle['tables']['surveyWaves']['$inferSelect']

export const findWave = async (
  { db, tables: { surveyWaves } }: Handle,
  { workspaceId, surveyId, wave }: Pick<WaveRow, 'workspaceId' | 'surveyId' | 'wave'>,
): Promise<WaveRow | undefined> =>
  (
    await db
      .select()
      .from(surveyWaves)
      .where(
        and(eq(surveyWaves.workspaceId, workspaceId), eq(surveyWaves.surveyId, surveyId), eq(surveyWaves.wave, wave)),
      )
  )[0]

/** Keeps what a wave wants, in place of what it wanted before. */
export const saveWave = async ({ db, tables: { surveyWaves } }: Handle, row: WaveRow) => {
  await db
    .insert(surveyWaves)
    .values(row)
    .onConflictDoUpdate({
      target: [surveyWaves.workspaceId, surveyWaves.surveyId, surveyWaves.wave],
      set: { startedAt: row.startedAt, strata: row.strata },
    })
}

/** Prompts of all surveys since a moment, and answers to prompts. */
export const countPrompts = async (
  { db, tables: { exposures, responses } }: Handle,
  workspaceId: string,
  since: Date,
): Promise<{ asked: number; answered: number }> => {
  const [shown] = await db
    .select({ times: count() })
    .from(exposures)
    .where(and(eq(exposures.workspaceId, workspaceId), gte(exposures.createdAt, since)))
  const [answered] = await db
    .select({ times: count(responses.exposureId) })
    .from(responses)
    .where(and(eq(responses.workspaceId, workspaceId), gte(responses.createdAt, since)))
  return { asked: shown?.times ?? 0, answered: answered?.times ?? 0 }
}
