import type { Handle } from '@heed/db'
import type { Filter, Scope } from '../segments/scope.ts'
import { type AnswerCount, countAnswers, type Picked } from './count-answers.ts'
import { countShown, type ShownCount } from './count-shown.ts'
import { countVoices, type Voice, type VoiceCount } from './count-voices.ts'
import type { Dimension } from './dimensions-sql.ts'

/**
 * The one way to the figures of a survey for a filter: what `countAnswers`, `countShown` and `countVoices` say, read from
 * the rows in SQL or from packed columns. A test holds the two together on both stores.
 */
export type Counts = {
  answers(picked: Picked, by: readonly Dimension[]): Promise<AnswerCount[]>
  shown(picked: Picked, by: readonly Dimension[]): Promise<ShownCount[]>
  /** A list for each of several ways to cut, since rows are gone through once for all of them. */
  voices(picked: Picked, cuts: readonly (readonly Dimension[])[], voice: Voice): Promise<VoiceCount[][]>
}

export const countsInSql = (handle: Handle, scope: Scope, filter: Filter): Counts => ({
  answers: (picked, by) => countAnswers(handle, scope, filter, picked, by),
  shown: (picked, by) => countShown(handle, scope, filter, picked, by),
  voices: (picked, cuts, voice) => Promise.all(cuts.map((by) => countVoices(handle, scope, filter, picked, by, voice))),
})
