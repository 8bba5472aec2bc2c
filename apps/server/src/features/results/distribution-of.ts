import { type DistributionPart, type SurveyKind, scoreRange } from '@heed/contracts'
import { distribution } from '@heed/stats'
import type { AnswerCount } from './count-answers.ts'

/** An option's id with its words. */
export type OptionWords = { id: string; label: string }

/**
 * How often each score, or each option, was given: all of the scale, and all options that the survey has or had and that
 * somebody chose. Shares are of those who answered, so with several choices they add up to more than one.
 * @param base how many could have answered, where the margins may know it
 */
export function distributionOf(
  kind: SurveyKind,
  counts: AnswerCount[],
  options: OptionWords[],
  base: number | undefined,
): DistributionPart[] {
  const answers = counts.reduce((total, count) => total + count.answers, 0)
  const rows = choosable(kind, counts, options).map(({ value, label, isIn }) => ({
    option: { value, label },
    chosen: counts.reduce((total, count) => total + (isIn(count) ? count.answers : 0), 0),
  }))
  return distribution(rows, answers, base).map(({ option, chosen, share }) => ({
    ...option,
    answers: chosen,
    share: share && { share: share.value, low: share.low, high: share.high },
  }))
}

const choosable = (kind: SurveyKind, counts: AnswerCount[], options: OptionWords[]) => {
  if (kind === 'text') return []
  if (kind in scoreRange) {
    const [lowest, highest] = scoreRange[kind as keyof typeof scoreRange]
    return Array.from({ length: highest - lowest + 1 }, (_, at) => lowest + at).map((score) => ({
      value: String(score),
      label: null,
      isIn: (count: AnswerCount) => count.score === score,
    }))
  }
  const chosen = new Set(counts.flatMap(({ choices }) => choices ?? []))
  const words = new Map(options.map(({ id, label }) => [id, label]))
  return [...new Set([...words.keys(), ...chosen])].map((id) => ({
    value: id,
    label: words.get(id) ?? null,
    isIn: ({ choices }: AnswerCount) => choices?.includes(id) ?? false,
  }))
}

/**
 * The option chosen most, of several the first in their order; null where nobody chose.
 * @param optionIds in the order of the survey
 */
export function topOption(counts: Pick<AnswerCount, 'choices' | 'answers'>[], optionIds: string[]): string | null {
  const chosen = new Map(optionIds.map((id) => [id, 0]))
  for (const { choices, answers } of counts)
    for (const id of choices ?? []) chosen.set(id, (chosen.get(id) ?? 0) + answers)
  const most = Math.max(0, ...chosen.values())
  return most === 0 ? null : ([...chosen].find(([, answers]) => answers === most)?.[0] ?? null)
}
