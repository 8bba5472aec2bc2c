import type { Handle } from '@heed/db'
import { and, eq } from 'drizzle-orm'

export const listAreas = async ({ db, tables: { areas } }: Handle, workspaceId: string) =>
  db
    .select({ id: areas.id, name: areas.name })
    .from(areas)
    .where(eq(areas.workspaceId, workspaceId))
    .orderBy(areas.name)

export const findArea = async ({ db, tables: { areas } }: Handle, workspaceId: string, areaId: string) =>
  (
    await db
      .select()
      .from(areas)
      .where(and(eq(areas.workspaceId, workspaceId), eq(areas.id, areaId)))
  )[0]

export const insertArea = async ({ db, tables }: Handle, row: Handle['tables']['areas']['$inferSelect']) => {
  await db.insert(tables.areas).values(row)
}
