import type { Part } from './dimensions-sql.ts'

/** Counts by their first part. */
export const groupByPart = <T extends { parts: Part[] }>(rows: T[]): Map<Part, T[]> => {
  const groups = new Map<Part, T[]>()
  for (const row of rows) {
    const part = row.parts[0] ?? null
    const group = groups.get(part)
    if (group) group.push(row)
    else groups.set(part, [row])
  }
  return groups
}
