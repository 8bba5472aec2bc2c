import type { Handle } from '@heed/db'
import type { Suggester } from '@heed/suggest'
import { type ChangePlace, findSettledMark, fromMark, listDeparted } from '../people/packed/changed-people.queries.ts'
import { findTeller, type KnownEvidence } from './evidence.queries.ts'
import { moveSolved, type SolvedOnPages } from './solved-on-pages.ts'

/** An engine, and by whose word it knows what it knows. */
export type Told = {
  suggester: Suggester
  solvedOnPages: SolvedOnPages
  /** Rows that the evidence of each person is from. */
  rowsOfPeople: Map<string, Set<string>>
  /** People who went before it are not in the evidence. */
  departedMark: number
}

const pageRows = 500
/** Enough to see whose they are: they were never parted. */
const rowsLookedFor = 50

/** Keeps by whose word a piece of evidence is known. */
export function noteRow(rowsOfPeople: Told['rowsOfPeople'], { id, personId }: KnownEvidence): void {
  const [row] = id.split(' ')
  if (personId === null || row === undefined) return
  const rows = rowsOfPeople.get(personId) ?? new Set()
  rowsOfPeople.set(personId, rows.add(row))
}

/**
 * Hears of people whose rows are gone, on any server process. What the erased wrote is taken out at once; of whoever
 * turned out to be somebody else, it is that person's.
 * @returns from where to go on, and whether anything was taken out
 */
export async function followDeparted(
  read: Handle,
  workspaceId: string,
  { suggester, solvedOnPages, rowsOfPeople, departedMark }: Told,
): Promise<{ departedMark: number; isForgotten: boolean }> {
  const mark = await findSettledMark(read, workspaceId)
  let isForgotten = false
  for (let from: ChangePlace | null = fromMark(departedMark); from !== null; ) {
    const page: Awaited<ReturnType<typeof listDeparted>> = await listDeparted(read, workspaceId, from, pageRows)
    for (const { personId } of page.rows) {
      const rows = rowsOfPeople.get(personId)
      if (!rows) continue
      const teller = await findTeller(read, workspaceId, [...rows].slice(0, rowsLookedFor))
      rowsOfPeople.delete(personId)
      if (teller === undefined) {
        suggester.forget(personId)
        isForgotten = true
      } else {
        suggester.move(personId, teller)
        moveSolved(solvedOnPages, personId, teller)
        rowsOfPeople.set(teller, new Set([...(rowsOfPeople.get(teller) ?? []), ...rows]))
      }
    }
    from = page.next
  }
  return { departedMark: mark, isForgotten }
}
