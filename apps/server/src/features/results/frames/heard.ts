import type { Scope } from '../../segments/scope.ts'
import type { Voice } from '../count-voices.ts'
import { answerValue } from '../measure-of.ts'
import type { AccountNumbers } from './account-numbers.ts'
import type { Cells } from './cells.ts'
import { grown } from './growing.ts'
import type { LoadedFrame } from './loaded-frame.ts'
import type { Value } from './packed-column.ts'
import { trusted } from './rows-in.ts'

/** What accounts said, a place each time: what was said added up, by how many, and what the account spends. */
export type Heard = {
  accounts: Int32Array
  totals: Int32Array
  /** Null: one each time. */
  people: Int32Array | null
  /** In minor units, 0 where it does not count; null where accounts do not count by it. */
  spends: Float64Array | null
}

/** Rows of a frame cell after cell, and in each cell account after account: those of `cells[i]` end before `ends[i]`. */
export type HeardByCell = Heard & { cells: number[]; ends: number[] }

/** In place of a value, which is between −100 and 100. */
const unsaid = -1_000

/**
 * Hears frames one after the other: the rows of each that a filter holds, as voices. What it returns stands in the same
 * room each time, until the next frame is heard; room made anew would take a good part of the time.
 */
export function hearing(numbering: AccountNumbers, voice: Voice, scope: Scope) {
  const room = {
    accounts: new Int32Array(),
    totals: new Int32Array(),
    spends: new Float64Array(),
    cellAt: new Int32Array(),
  }

  return (frame: LoadedFrame, cellsOfRows: Cells, held: Uint8Array | null): HeardByCell => {
    const { first, end } = frame
    const said = frame.column(voice.measure === 'choices' ? 'choices' : 'score')
    const worth = Int32Array.from(said.values, (value) => worthOf(value, voice) ?? unsaid)
    const { numbers, ends, rows } = numbering.rowsOf(frame.column('account'))
    const isHeard = (row: number) =>
      row >= first && row < end && (held === null || held[row] === 1) && worth[said.codes[row] as number] !== unsaid
    room.cellAt = grown(room.cellAt, rows.length, unheard)
    const { cellAt } = room
    const { cells, counts } = sortedByCell(rows, first, cellsOfRows, isHeard, cellAt)

    let total = 0
    const next = Int32Array.from(counts, (count) => {
      total += count
      return total - count
    })
    room.accounts = grown(room.accounts, total, 0)
    room.totals = grown(room.totals, total, 0)
    if (voice.unit === 'spend') room.spends = grown(room.spends, total, 0)
    const { accounts, totals } = room
    const spends = voice.unit === 'spend' ? room.spends : null
    const spendAt = spends && spendsIn(frame, scope)
    let at = 0
    for (let i = 0; i < numbers.length; i++) {
      const account = numbers[i] as number
      for (const after = ends[i] as number; at < after; at++) {
        const cell = cellAt[at] as number
        if (cell === unheard) continue
        const to = next[cell] as number
        next[cell] = to + 1
        const row = rows[at] as number
        accounts[to] = account
        totals[to] = worth[said.codes[row] as number] as number
        if (spendAt) spends[to] = spendAt(row)
      }
    }
    return { cells, ends: Array.from(next), accounts, totals, people: null, spends }
  }
}

/** In place of a cell, where a row is not heard. */
const unheard = -1

/** Which cells occur, and how many rows each has. @param cellAt is filled with the place among them of each row's cell */
function sortedByCell(
  rows: ArrayLike<number>,
  first: number,
  { of }: Cells,
  isHeard: (row: number) => boolean,
  cellAt: Int32Array,
): { cells: number[]; counts: number[] } {
  const cells: number[] = []
  const counts: number[] = []
  const placeOfCell: number[] = []
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    if (!isHeard(row)) {
      cellAt[at] = unheard
      continue
    }
    const cell = of === null ? 0 : (of[row - first] as number)
    let place = placeOfCell[cell]
    if (place === undefined) {
      place = cells.push(cell) - 1
      placeOfCell[cell] = place
      counts.push(0)
    }
    cellAt[at] = place
    counts[place] = (counts[place] as number) + 1
  }
  return { cells, counts }
}

/** What the account of a row spends; rows of one account, which mostly say the same, are asked after each other. */
function spendsIn(frame: LoadedFrame, scope: Scope): (row: number) => number {
  const { values, codes } = frame.column('spend')
  const counts = trusted(frame, scope)
  let known = -1
  let amount = 0
  return (row) => {
    if (counts && !counts[row]) return 0
    const code = codes[row] as number
    if (code !== known) {
      known = code
      amount = (values[code] as number | null) ?? 0
    }
    return amount
  }
}

const worthOf = (value: Value, { measure, option }: Voice) => {
  if (value === null) return null
  const said =
    measure === 'choices' ? { score: null, choices: value as string[] } : { score: value as number, choices: null }
  return answerValue(measure, said, option)
}
