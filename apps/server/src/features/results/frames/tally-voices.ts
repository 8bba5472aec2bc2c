import type { Scope } from '../../segments/scope.ts'
import type { Voice, VoiceCount } from '../count-voices.ts'
import type { Dimension, Part } from '../dimensions-sql.ts'
import type { AccountNumbers } from './account-numbers.ts'
import type { Cells } from './cells.ts'
import { hearing } from './hear-frame.ts'
import type { LoadedFrame } from './loaded-frame.ts'
import { addTo, type Sheet, voiceSheets } from './voice-sheets.ts'

/** What people of one account said within some parts, before it becomes a voice. */
type AccountSums = { parts: Part[]; accountHash: number; total: number; people: number; spendMinor: number }

type Cut = readonly Dimension[]

/** Gathers what accounts say over several frames, and from rows that lie in none, cut in several ways at once. */
export function voiceTally(numbering: AccountNumbers, cuts: readonly Cut[], voice: Voice, scope: Scope) {
  /** What cells of frames are made of: what all cuts are by, each once. */
  const by = [...new Set(cuts.flat())]
  const finest = cuts.filter((cut, place) => !cuts.some((other, at) => isWithin(cut, other, at < place)))
  const heard = finest.map((cut) => ({ cut, sheets: voiceSheets(numbering, voice.unit) }))
  const hear = hearing(voice, scope)
  const sheetsOf = (parts: Part[]): Sheet[] => heard.map(({ cut, sheets }) => sheets.of(partsBy(cut, by, parts)))

  return {
    by,
    /** @param parts by all that is cut by */
    add({ parts, accountHash, total, people, spendMinor }: AccountSums) {
      const account = numbering.ofHash(accountHash)
      const spend = voice.unit === 'spend' ? spendMinor : 0
      for (const sheet of sheetsOf(parts)) addTo(sheet, account, total, people, spend)
    },
    /** @param cells by all that is cut by */
    addFrame(frame: LoadedFrame, cells: Cells, held: Uint8Array | null) {
      const byAccount = numbering.rowsOf(frame.column('account'))
      hear(frame, { byAccount, cells, held, sheetsOf: (cell) => sheetsOf(cells.partsOf(cell)) })
    },
    /** Of each cut, each account as one voice, summed up by parts. */
    sums: (): VoiceCount[][] =>
      cuts.map((cut) => {
        const own = heard.find((one) => one.cut === cut)
        if (own) return own.sheets.sums()
        const finer = heard.find((one) => isWithin(cut, one.cut, true))
        const sheets = voiceSheets(numbering, voice.unit)
        if (finer) sheets.addAll(finer.sheets.all, (parts) => partsBy(cut, finer.cut, parts))
        return sheets.sums()
      }),
  }
}

/** Whether what is cut one way is that of another, added up. @param isAlso where both are by the same */
const isWithin = (cut: Cut, other: Cut, isAlso: boolean) =>
  cut.every((dimension) => other.includes(dimension)) && (cut.length < other.length || isAlso)

/** The parts of a cut among those by what it is within. */
const partsBy = (cut: Cut, by: Cut, parts: Part[]): Part[] =>
  cut.map((dimension) => parts[by.indexOf(dimension)] ?? null)
