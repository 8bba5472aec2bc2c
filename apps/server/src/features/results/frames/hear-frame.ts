import type { Scope } from '../../segments/scope.ts'
import type { Voice } from '../count-voices.ts'
import { answerValue } from '../measure-of.ts'
import type { RowsByAccount } from './account-numbers.ts'
import type { Cells } from './cells.ts'
import { grown } from './growing.ts'
import type { LoadedFrame } from './loaded-frame.ts'
import type { Codes, Value } from './packed-column.ts'
import { trusted } from './rows-in.ts'
import { addTo, type Sheet } from './voice-sheets.ts'

/** What is said lies between −100 and 100: this much more of it takes the lowest bits of what is written down of a row. */
const offset = 128
const bits = 8
const mask = 2 ** bits - 1
/** In place of what is said. */
const unsaid = -offset

/** What of a frame is heard: rows that a filter holds, null: all; and onto which sheets each of its cells comes. */
type ToHear = {
  byAccount: RowsByAccount
  cells: Cells
  held: Uint8Array | null
  sheetsOf: (cell: number) => Sheet[]
}

/**
 * Hears frames one after the other, each account after account. What every row says is written down first, in the order of
 * moments and in the same room for all frames, so that in the order of accounts one array is read and not several columns.
 */
export function hearing(voice: Voice, scope: Scope) {
  let room = new Int32Array()

  return (frame: LoadedFrame, { byAccount, cells, held, sheetsOf }: ToHear): void => {
    const { first, end } = frame
    const { values, codes } = frame.column(voice.measure === 'choices' ? 'choices' : 'score')
    const worth = Int32Array.from(values, (value) => worthOf(value, voice) ?? unsaid)
    room = grown(room, frame.rows, unheard)
    const found = writeDown(room, first, end, cells.of, held, codes, worth)
    const spends = voice.unit === 'spend' ? spendsIn(frame, scope) : null
    hearRows(room, first, end, byAccount, found.map(sheetsOf), spends)
  }
}

/** In place of what a row says. */
const unheard = -1

// The two loops stand by themselves, and call nothing that is made for a frame: the engine would compile them anew for each.

/**
 * Writes down the place of each row's cell among those that occur, and in the bits below it what the row says.
 * @returns the cells that occur
 */
function writeDown(
  room: Int32Array,
  first: number,
  end: number,
  of: Cells['of'],
  held: Uint8Array | null,
  codes: Codes,
  worth: Int32Array,
): number[] {
  const found: number[] = []
  const placeOfCell: number[] = []
  for (let row = first; row < end; row++) {
    const said = worth[codes[row] as number] as number
    if ((held !== null && held[row] === 0) || said === unsaid) {
      room[row] = unheard
      continue
    }
    const cell = of === null ? 0 : (of[row - first] as number)
    let place = placeOfCell[cell]
    if (place === undefined) {
      place = found.push(cell) - 1
      placeOfCell[cell] = place
    }
    room[row] = (place << bits) | (said + offset)
  }
  return found
}

type Spends = { codes: Codes; amounts: Float64Array; counts: Uint8Array | null }

function hearRows(
  room: Int32Array,
  first: number,
  end: number,
  { numbers, ends, rows }: RowsByAccount,
  sheetsOfPlace: readonly Sheet[][],
  spends: Spends | null,
): void {
  let at = 0
  for (let i = 0; i < numbers.length; i++) {
    const account = numbers[i] as number
    // Of one account most rows of a frame lie in one cell: what they say is added up before it is written to memory.
    let place = unheard
    let total = 0
    let people = 0
    let spend = 0
    for (const after = ends[i] as number; at < after; at++) {
      const row = rows[at] as number
      if (row < first || row >= end) continue
      const said = room[row] as number
      if (said === unheard) continue
      if (said >> bits !== place) {
        if (people > 0) addToAll(sheetsOfPlace[place] as Sheet[], account, total, people, spend)
        place = said >> bits
        total = 0
        people = 0
        spend = 0
      }
      total += (said & mask) - offset
      people += 1
      if (spends !== null) spend = Math.max(spend, spendOf(spends, row))
    }
    if (people > 0) addToAll(sheetsOfPlace[place] as Sheet[], account, total, people, spend)
  }
}

function addToAll(sheets: readonly Sheet[], account: number, total: number, people: number, spend: number): void {
  for (let cut = 0; cut < sheets.length; cut++) addTo(sheets[cut] as Sheet, account, total, people, spend)
}

const spendOf = ({ codes, amounts, counts }: Spends, row: number): number =>
  counts === null || counts[row] === 1 ? (amounts[codes[row] as number] as number) : 0

/** What the account of each row spends, in minor units; 0 where it is not known. */
function spendsIn(frame: LoadedFrame, scope: Scope): Spends {
  const { values, codes } = frame.column('spend')
  const amounts = new Float64Array(values.length)
  for (let code = 0; code < amounts.length; code++) amounts[code] = (values[code] as number | null) ?? 0
  return { codes, amounts, counts: trusted(frame, scope) }
}

const worthOf = (value: Value, { measure, option }: Voice) => {
  if (value === null) return null
  const said =
    measure === 'choices' ? { score: null, choices: value as string[] } : { score: value as number, choices: null }
  return answerValue(measure, said, option)
}
