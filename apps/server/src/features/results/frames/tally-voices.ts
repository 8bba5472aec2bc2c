import type { Scope } from '../../segments/scope.ts'
import type { Voice, VoiceCount } from '../count-voices.ts'
import type { Dimension, Part } from '../dimensions-sql.ts'
import type { AccountNumbers } from './account-numbers.ts'
import type { Cells } from './cells.ts'
import { hearing } from './heard.ts'
import type { LoadedFrame } from './loaded-frame.ts'
import { voiceSheets } from './voice-sheets.ts'

/** What people of one account said within some parts, before it becomes a voice. */
type AccountSums = { parts: Part[]; accountHash: number; total: number; people: number; spendMinor: number }

/** Gathers what accounts say over several frames, and from rows that lie in none, cut in several ways at once. */
export function voiceTally(
  numbering: AccountNumbers,
  cuts: readonly (readonly Dimension[])[],
  voice: Voice,
  scope: Scope,
) {
  /** What cells of frames are made of: what all cuts are by, each once. */
  const by = [...new Set(cuts.flat())]
  const hear = hearing(numbering, voice, scope)
  const tallies = cuts.map((cut) => ({
    sheets: voiceSheets(numbering, voice.unit),
    partsOf: (parts: Part[]) => cut.map((dimension) => parts[by.indexOf(dimension)] ?? null),
  }))

  return {
    by,
    /** @param parts by all that is cut by */
    add({ parts, accountHash, total, people, spendMinor }: AccountSums) {
      const heard = {
        accounts: Int32Array.of(numbering.ofHash(accountHash)),
        totals: Int32Array.of(total),
        people: Int32Array.of(people),
        spends: voice.unit === 'spend' ? Float64Array.of(spendMinor) : null,
      }
      for (const { sheets, partsOf } of tallies) sheets.add(partsOf(parts), heard, 0, 1)
    },
    /** @param cells by all that is cut by */
    addFrame(frame: LoadedFrame, cells: Cells, held: Uint8Array | null) {
      const heard = hear(frame, cells, held)
      let from = 0
      for (const [i, cell] of heard.cells.entries()) {
        const parts = cells.partsOf(cell)
        const end = heard.ends[i] as number
        for (const { sheets, partsOf } of tallies) sheets.add(partsOf(parts), heard, from, end)
        from = end
      }
    },
    /** Of each cut, each account as one voice, summed up by parts. */
    sums: (): VoiceCount[][] => tallies.map(({ sheets }) => sheets.sums()),
  }
}
