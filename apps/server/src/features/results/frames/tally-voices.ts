import type { VoiceSums } from '@heed/stats'
import type { Scope } from '../../segments/scope.ts'
import type { Voice, VoiceCount } from '../count-voices.ts'
import type { Part } from '../dimensions-sql.ts'
import { answerValue } from '../measure-of.ts'
import type { Cells } from './cells.ts'
import type { LoadedFrame } from './loaded-frame.ts'
import { type PlaceIndex, placeIndex } from './place-index.ts'
import { trusted } from './rows-in.ts'
import { keyOfParts } from './tally.ts'

/** What people of one account said within some parts, before it becomes a voice. */
export type AccountSums = { parts: Part[]; accountHash: number; total: number; people: number; spendMinor: number }

/** Pairs of a frame up to this number are looked up in an array. */
const mostInArray = 2 ** 22

/** Gathers what accounts say over several frames, and from rows that lie in none. */
export function voiceTally({ measure, option, unit }: Voice, scope: Scope) {
  const allParts: Part[][] = []
  const partPlaces = new Map<string, number>()
  /** Of each combination of parts, its accounts by their hash, and where what each of them said is summed up. */
  const accountsOf: PlaceIndex[] = []
  const placesOf: number[][] = []
  const partAt: number[] = []
  const totals: number[] = []
  const people: number[] = []
  const spends: number[] = []

  const partPlace = (parts: Part[]) => {
    const key = keyOfParts(parts)
    const known = partPlaces.get(key)
    if (known !== undefined) return known
    partPlaces.set(key, allParts.length)
    accountsOf.push(placeIndex())
    placesOf.push([])
    return allParts.push(parts) - 1
  }
  const placeOf = (part: number, accountHash: number) => {
    const places = placesOf[part] as number[]
    const account = (accountsOf[part] as PlaceIndex).add(accountHash)
    if (account === places.length) {
      places.push(totals.length)
      partAt.push(part)
      people.push(0)
      spends.push(0)
      totals.push(0)
    }
    return places[account] as number
  }
  const put = (place: number, total: number, heard: number, spendMinor: number) => {
    totals[place] = (totals[place] as number) + total
    people[place] = (people[place] as number) + heard
    if (spendMinor > (spends[place] as number)) spends[place] = spendMinor
  }

  return {
    add({ parts, accountHash, total, people: heard, spendMinor }: AccountSums) {
      put(placeOf(partPlace(parts), accountHash), total, heard, spendMinor)
    },
    addFrame(frame: LoadedFrame, cells: Cells, held: Uint8Array | null) {
      const said = frame.column(measure === 'choices' ? 'choices' : 'score')
      const worth = said.values.map((value) => worthOf(value, measure, option))
      const account = frame.column('account')
      const accounts = account.values as (number | null)[]
      const spend = frame.column('spend')
      const counts = trusted(frame, scope)
      const partOfCell = new Map<number, number>()
      const size = cells.size * accounts.length
      const known = size <= mostInArray ? new Int32Array(size) : null
      for (let row = frame.first; row < frame.end; row++) {
        if (held && held[row] === 0) continue
        const value = worth[said.codes[row] as number]
        const code = account.codes[row] as number
        const own = accounts[code]
        if (value === null || value === undefined || !own) continue
        const cell = cells.of[row - frame.first] as number
        const pair = cell * accounts.length + code
        let place = known ? (known[pair] as number) - 1 : -1
        if (place < 0) {
          let part = partOfCell.get(cell)
          if (part === undefined) {
            part = partPlace(cells.partsOf(cell))
            partOfCell.set(cell, part)
          }
          place = placeOf(part, own)
          if (known) known[pair] = place + 1
        }
        const spends = unit === 'spend' && (!counts || counts[row]) ? spend.values[spend.codes[row] as number] : 0
        put(place, value, 1, (spends as number | null) ?? 0)
      }
    },
    /** Each account as one voice, summed up by parts. */
    sums(): VoiceCount[] {
      const sums = allParts.map(
        (): VoiceSums => ({ accounts: 0, people: 0, w: 0, ww: 0, wv: 0, wwv: 0, wwvv: 0, wvv: 0 }),
      )
      for (const [place, part] of partAt.entries()) {
        const w = unit === 'accounts' ? 1 : (spends[place] as number)
        const sum = sums[part]
        if (!sum || w <= 0) continue
        const v = (totals[place] as number) / (people[place] as number)
        sum.accounts += 1
        sum.people += people[place] as number
        sum.w += w
        sum.ww += w * w
        sum.wv += w * v
        sum.wwv += w * w * v
        sum.wwvv += w * w * v * v
        sum.wvv += w * v * v
      }
      return allParts
        .map((parts, at) => ({ parts, sums: sums[at] as VoiceSums }))
        .filter(({ sums }) => sums.accounts > 0)
    },
  }
}

const worthOf = (value: unknown, measure: Voice['measure'], option: string | null) => {
  if (value === null) return null
  const said =
    measure === 'choices' ? { score: null, choices: value as string[] } : { score: value as number, choices: null }
  return answerValue(measure, said, option)
}
