import type { AreaUse } from '@heed/contracts'
import { type Handle, prepared } from '@heed/db'
import { and, asc, count, eq, inArray, isNotNull, sql } from 'drizzle-orm'

/** Areas by name. */
export const listAreas = async ({ db, dialect, tables: { areas } }: Handle, workspaceId: string) =>
  db
    .select({ id: areas.id, name: areas.name })
    .from(areas)
    .where(eq(areas.workspaceId, workspaceId))
    .orderBy(asc(dialect.sortKey(sql`${areas.name}`)), asc(areas.id))

const listById = prepared(({ db, tables: { areas } }, { workspaceId, id }: { workspaceId: string; id: string }) =>
  db
    .select()
    .from(areas)
    .where(and(eq(areas.workspaceId, workspaceId), eq(areas.id, id))),
)

export const findArea = async (handle: Handle, workspaceId: string, areaId: string) =>
  (await listById(handle, { workspaceId, id: areaId }))[0]

export const insertArea = async ({ db, tables }: Handle, row: Handle['tables']['areas']['$inferSelect']) => {
  await db.insert(tables.areas).values(row)
}

export const renameArea = async (
  { db, tables: { areas } }: Handle,
  workspaceId: string,
  areaId: string,
  name: string,
) => {
  await db
    .update(areas)
    .set({ name })
    .where(and(eq(areas.workspaceId, workspaceId), eq(areas.id, areaId)))
}

export const deleteArea = async ({ db, tables: { areas } }: Handle, workspaceId: string, areaId: string) => {
  await db.delete(areas).where(and(eq(areas.workspaceId, workspaceId), eq(areas.id, areaId)))
}

/** What carries each area; areas that nothing carries are left out. */
export const countAreaUses = async (
  { db, tables: { tickets, responseAreas, articles, ideas } }: Handle,
  workspaceId: string,
): Promise<AreaUse[]> => {
  const uses = new Map<string, AreaUse>()
  const carriers = { tickets, responses: responseAreas, articles, ideas }
  for (const [name, table] of Object.entries(carriers) as [keyof typeof carriers, typeof tickets][]) {
    const counted = await db
      .select({ areaId: table.areaId, carrying: count() })
      .from(table)
      .where(and(eq(table.workspaceId, workspaceId), isNotNull(table.areaId)))
      .groupBy(table.areaId)
    for (const { areaId, carrying } of counted) {
      if (areaId === null) continue
      const use = uses.get(areaId) ?? { areaId, tickets: 0, responses: 0, articles: 0, ideas: 0 }
      uses.set(areaId, { ...use, [name]: carrying })
    }
  }
  return [...uses.values()]
}

/** Puts one area in the place of another, wherever it stands: it is the same block under another name, so nobody's words change. */
export const moveArea = async (
  { db, tables: { tickets, articles, ideas, responseAreas } }: Handle,
  workspaceId: string,
  from: string,
  to: string,
) => {
  for (const table of [tickets, articles, ideas] as (typeof tickets)[]) {
    await db
      .update(table)
      .set({ areaId: to })
      .where(and(eq(table.workspaceId, workspaceId), eq(table.areaId, from)))
  }
  const carrying = (areaId: string) => and(eq(responseAreas.workspaceId, workspaceId), eq(responseAreas.areaId, areaId))
  // An answer may be about both: then it keeps the one.
  const both = db.select({ id: responseAreas.responseId }).from(responseAreas).where(carrying(to))
  await db.delete(responseAreas).where(and(carrying(from), inArray(responseAreas.responseId, both)))
  await db.update(responseAreas).set({ areaId: to }).where(carrying(from))
}
