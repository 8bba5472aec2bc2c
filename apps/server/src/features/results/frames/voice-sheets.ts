import type { VoiceSums } from '@heed/stats'
import type { Voice, VoiceCount } from '../count-voices.ts'
import type { Part } from '../dimensions-sql.ts'
import type { AccountNumbers } from './account-numbers.ts'
import { grown } from './growing.ts'
import { type PlaceIndex, placeIndex } from './place-index.ts'
import { keyOfParts } from './tally.ts'

/**
 * What accounts said within some parts: that of an account stands at its number; or, where the parts are so many that most
 * accounts are in few of them, at a place of its own.
 */
export type Sheet = {
  parts: Part[]
  places: PlaceIndex | null
  /**
   * Of each account what was said, added up, and by how many: beside each other and narrow, since what takes time is the
   * way to memory. Of the values of scales some twenty million would be too many.
   */
  sums: Int32Array
  /** The highest spend that an answer of each account says. */
  spends: Float64Array
}

/** Sheets times accounts up to this number have a place each: some 35 MB while they are counted, or 70 with spends. */
const mostPlaces = 2 ** 22

/** The sheets of one way to cut. @param most sheets times accounts that have a place each */
export function voiceSheets(numbering: AccountNumbers, unit: Voice['unit'], most = mostPlaces) {
  const sheets: Sheet[] = []
  const byParts = new Map<string, Sheet>()

  const makeRoom = (sheet: Sheet) => {
    const { size } = sheet.places ?? numbering
    sheet.sums = grown(sheet.sums, 2 * size, 0)
    if (unit === 'spend') sheet.spends = grown(sheet.spends, size, 0)
  }
  const sheetOf = (parts: Part[]): Sheet => {
    const key = keyOfParts(parts)
    const known = byParts.get(key)
    if (known) return known
    const isDense = (sheets.length + 1) * numbering.size <= most
    const room = isDense ? numbering.size : 0
    const sheet: Sheet = {
      parts,
      places: isDense ? null : placeIndex(),
      sums: new Int32Array(2 * room),
      spends: new Float64Array(unit === 'spend' ? room : 0),
    }
    sheets.push(sheet)
    byParts.set(key, sheet)
    return sheet
  }

  return {
    /** The sheet of some parts, with room for all accounts that have a number. */
    of(parts: Part[]): Sheet {
      const sheet = sheetOf(parts)
      makeRoom(sheet)
      return sheet
    },
    /** Adds all that other sheets say. @param partsOf which parts here theirs belong to */
    addAll(others: readonly Sheet[], partsOf: (parts: Part[]) => Part[]) {
      for (const other of others) {
        const sheet = this.of(partsOf(other.parts))
        const { places, sums, spends } = other
        for (let place = 0; 2 * place + 1 < sums.length; place++) {
          const people = sums[2 * place + 1] as number
          if (people === 0) continue
          const account = places ? places.hashAt(place) : place
          addTo(sheet, account, sums[2 * place] as number, people, unit === 'spend' ? (spends[place] as number) : 0)
        }
      }
    },
    all: sheets as readonly Sheet[],
    /** Each account as one voice, summed up by parts. */
    sums: (): VoiceCount[] =>
      sheets
        .map((sheet) => ({ parts: sheet.parts, sums: sumsOf(sheet, unit) }))
        .filter(({ sums }) => sums.accounts > 0),
  }
}

/** Adds what some people of an account said. @param spend in minor units; 0 where accounts do not count by it */
export function addTo(sheet: Sheet, account: number, total: number, people: number, spend: number): void {
  const place = sheet.places === null ? account : placeIn(sheet, sheet.places, account)
  const { sums, spends } = sheet
  sums[2 * place] = (sums[2 * place] as number) + total
  sums[2 * place + 1] = (sums[2 * place + 1] as number) + people
  if (spend > 0 && spend > (spends[place] as number)) spends[place] = spend
}

function placeIn(sheet: Sheet, places: PlaceIndex, account: number): number {
  const place = places.add(account)
  sheet.sums = grown(sheet.sums, 2 * places.size, 0)
  sheet.spends = grown(sheet.spends, places.size, 0)
  return place
}

function sumsOf({ sums, spends }: Sheet, unit: Voice['unit']): VoiceSums {
  const sum: VoiceSums = { accounts: 0, people: 0, w: 0, ww: 0, wv: 0, wwv: 0, wwvv: 0, wvv: 0 }
  for (let place = 0; 2 * place + 1 < sums.length; place++) {
    const heard = sums[2 * place + 1] as number
    if (heard === 0) continue
    const w = unit === 'accounts' ? 1 : (spends[place] as number)
    if (w <= 0) continue
    const v = (sums[2 * place] as number) / heard
    sum.accounts += 1
    sum.people += heard
    sum.w += w
    sum.ww += w * w
    sum.wv += w * v
    sum.wwv += w * w * v
    sum.wwvv += w * w * v * v
    sum.wvv += w * v * v
  }
  return sum
}
