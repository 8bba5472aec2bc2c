import type { CutPart, SurveyCut, SurveyKind } from '@heed/contracts'
import { difference, type Figure } from '@heed/stats'
import type { AnswerCount } from './count-answers.ts'
import type { BaseCount } from './count-base.ts'
import type { ShownCount } from './count-shown.ts'
import type { VoiceCount } from './count-voices.ts'
import type { Dimension, Part, SpendBounds } from './dimensions-sql.ts'
import { figureOfAnswers, type Reckoned } from './figure-of.ts'
import { accountsIn, figureOfVoices } from './figure-of-voices.ts'
import { groupByPart } from './group-by-part.ts'
import { knownBase } from './known-base.ts'
import { measureOf } from './measure-of.ts'
import { partWords } from './part-words.ts'

const mostParts = 20
/** More accounts than this share in several parts would count as so many that agree. */
const mostShared = 0.05

type Counted = {
  kind: SurveyKind
  by: Dimension
  option: string | null
  spendBounds: SpendBounds
  /** Whether a condition of a segment picks by the values that the answers keep. */
  asOfAnswer: boolean
  /** By the one dimension, where people are the unit. */
  answers: AnswerCount[]
  /** Null: people are the unit. */
  voices: VoiceCount[] | null
  /** How many accounts those are: one whose people speak several languages has a voice in several parts. */
  accounts: number
  /** Null: the base cannot be cut so. */
  base: BaseCount[] | null
  /** Null: showings cannot be cut so. */
  shown: ShownCount[] | null
  /** Whether answers are as many people, or voices as many accounts. */
  heardOnce: boolean
}

/** A survey's figure by the values of one dimension, each held against all other values together. */
export function cutOf(counted: Counted): SurveyCut {
  const { by, kind, spendBounds } = counted
  const measure = measureOf(kind)
  const heard = counted.voices ? groupByPart(counted.voices) : groupByPart(counted.answers)
  const base = counted.base && groupByPart(counted.base)
  const shown = counted.shown && groupByPart(counted.shown)
  const sizeOf = (part: Part) => (base ? sum((base.get(part) ?? []).map(({ count }) => count)) : null)
  const figureOf = (parts: Part[]) =>
    figureOfParts(counted, heard, parts, base && sum(parts.map((part) => sizeOf(part) ?? 0)))

  // Of the bands all are shown that hold somebody, heard or not; of other values those that answered.
  const isBanded = by === 'tenure' || by === 'spend'
  const isShared = counted.voices !== null && accountsIn(counted.voices) > counted.accounts * (1 + mostShared)
  const values = [...new Set([...heard.keys(), ...(isBanded ? (base?.keys() ?? []) : [])])]
  const reckoned = values.map((part) => ({ part, whole: figureOf([part]) }))
  const shownFirst = reckoned.toSorted(
    (a, b) => b.whole.figure.answers - a.whole.figure.answers || inOrder(a.part, b.part),
  )
  const parts = shownFirst.slice(0, mostParts)
  if (isBanded || by === 'version') parts.sort((a, b) => inOrder(a.part, b.part))
  return {
    by,
    measure,
    leftOut: reckoned.length - parts.length,
    parts: parts.map(({ part, whole }): CutPart => {
      const { value, segment } = partWords(by, part, spendBounds)
      return {
        value,
        segment: counted.asOfAnswer ? segment : null,
        base: sizeOf(part),
        seen: shown ? sum((shown.get(part) ?? []).map(({ seen }) => seen)) : null,
        figure: whole.figure,
        enough: whole.enough,
        against: isShared ? null : heldAgainst(whole, figureOf(values.filter((other) => other !== part))),
      }
    }),
  }
}

const figureOfParts = (
  { kind, option, heardOnce }: Counted,
  heard: Map<Part, (AnswerCount | VoiceCount)[]>,
  parts: Part[],
  base: number | null,
): Reckoned => {
  const measure = measureOf(kind)
  const rows = parts.flatMap((part) => heard.get(part) ?? [])
  const voices = rows.filter((row): row is VoiceCount => 'sums' in row)
  const answers = rows.filter((row): row is AnswerCount => 'answers' in row)
  const many = voices.length > 0 ? accountsIn(voices) : sum(answers.map((row) => row.answers))
  const known = base === null ? undefined : knownBase(base, many, { heardOnce })
  return voices.length > 0
    ? figureOfVoices(measure, voices, known)
    : figureOfAnswers({ measure, option }, answers, known)
}

const heldAgainst = (part: Reckoned, others: Reckoned): CutPart['against'] => {
  const [to, from] = [known(part), known(others)]
  return from && to ? difference(from, to, part.enough && others.enough) : null
}

const known = ({ figure: { value, low, high, answers } }: Reckoned): Figure | null =>
  value === null || low === null || high === null ? null : { value, low, high, answers }

/** Rising, what is not known last. */
const inOrder = (a: Part, b: Part) => {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return a < b ? -1 : a > b ? 1 : 0
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
