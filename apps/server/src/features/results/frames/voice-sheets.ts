import type { VoiceSums } from '@heed/stats'
import type { Voice, VoiceCount } from '../count-voices.ts'
import type { Part } from '../dimensions-sql.ts'
import type { AccountNumbers } from './account-numbers.ts'
import { grown } from './growing.ts'
import type { Heard } from './heard.ts'
import { type PlaceIndex, placeIndex } from './place-index.ts'
import { keyOfParts } from './tally.ts'

/**
 * What accounts said within some parts: that of an account stands at its number; or, where the parts are so many that most
 * accounts are in few of them, at a place of its own.
 */
type Sheet = {
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

  const newSheet = (parts: Part[]): Sheet => {
    const isDense = (sheets.length + 1) * numbering.size <= most
    const sheet: Sheet = {
      parts,
      places: isDense ? null : placeIndex(),
      sums: new Int32Array(isDense ? 2 * numbering.size : 0),
      spends: new Float64Array(isDense && unit === 'spend' ? numbering.size : 0),
    }
    sheets.push(sheet)
    byParts.set(keyOfParts(parts), sheet)
    return sheet
  }

  return {
    /** Adds what was heard within some parts, from one place of the lists up to another. */
    add(parts: Part[], heard: Heard, from: number, end: number) {
      const sheet = byParts.get(keyOfParts(parts)) ?? newSheet(parts)
      const accounts = heard.accounts.subarray(from, end)
      const places = sheet.places ? accounts.map(sheet.places.add) : accounts
      const size = (sheet.places ?? numbering).size
      sheet.sums = grown(sheet.sums, 2 * size, 0)
      if (unit === 'spend') sheet.spends = grown(sheet.spends, size, 0)
      const { sums, spends } = sheet
      for (let i = 0; i < places.length; i++) {
        const at = 2 * (places[i] as number)
        sums[at] = (sums[at] as number) + (heard.totals[from + i] as number)
        sums[at + 1] = (sums[at + 1] as number) + (heard.people === null ? 1 : (heard.people[from + i] as number))
      }
      if (heard.spends)
        for (let i = 0; i < places.length; i++) {
          const place = places[i] as number
          const spend = heard.spends[from + i] as number
          if (spend > (spends[place] as number)) spends[place] = spend
        }
    },
    /** Each account as one voice, summed up by parts. */
    sums: (): VoiceCount[] =>
      sheets
        .map((sheet) => ({ parts: sheet.parts, sums: sumsOf(sheet, unit) }))
        .filter(({ sums }) => sums.accounts > 0),
  }
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
