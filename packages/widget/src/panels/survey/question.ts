import { bandOf, type ScoredKind, scoreRange } from '@heed/contracts/survey-kinds'
import type { SurveyConfig } from '../../loader/link.ts'
import type { PromptRoom } from '../../runtime/room.ts'
import type { Option } from './choices.ts'
import type { Given } from './way.ts'

export type Question = {
  asked: string
  /** In which direction the question and its follow-up run; words of another language tell by themselves. */
  dir: 'ltr' | 'rtl' | 'auto'
  /** What the lowest and the highest score mean; missing where the options speak for themselves. */
  ends: string[] | undefined
  /** What a reaction is asked about. */
  idea: string | undefined
  options: Option[]
  /** The second question, by what was answered to the first; empty where there is none. */
  followUp(given: Given): string
}

export const isScored = (kind: SurveyConfig['kind']): kind is ScoredKind => kind in scoreRange

/** A survey in the words of the reader's language, and where it has none in the widget's standard wording. */
export function questionOf(
  { kind, form, texts: all }: SurveyConfig,
  { texts, locale, defaultLocale, fill, workspaceName }: PromptRoom,
): Question {
  const every = Object.values(all)
  const local = all[locale.tag] ?? all[locale.language]
  // What has no wording of the widget's own is said in another language rather than not at all.
  const foreign = local || isScored(kind) ? undefined : (all[defaultLocale] ?? every[0])
  const own = local ?? foreign ?? {}
  const inAny = [own, ...every]
  const ends: Partial<Record<SurveyConfig['kind'], string[]>> = texts.ends
  const numbers = scoreRange[kind as ScoredKind]

  return {
    asked: own.question || fill(texts.questions[kind], { name: workspaceName }),
    dir: foreign ? 'auto' : locale.dir,
    ends: ends[kind]?.map((end, at) => (kind === 'rating' ? end : `${numbers[at]} = ${end}`)),
    idea: kind === 'reaction' ? inAny.find(({ idea }) => idea)?.idea : undefined,
    options: (form?.options ?? []).map((id) => ({
      id,
      label: inAny.find(({ options }) => options?.[id])?.options?.[id] ?? id,
    })),
    followUp({ score }) {
      const { followUp = {} } = own
      if (score === undefined || !isScored(kind)) return followUp.any ?? ''
      const band = bandOf(kind, score)
      return followUp[band] ?? followUp.any ?? (kind === 'nps' ? texts.followUp[band] : texts.more)
    },
  }
}
