import type { SurveyTexts } from '@heed/contracts'
import { type ScoredKind, scoreRange } from '@heed/contracts/survey-kinds'
import type { SurveyConfig } from '../../loader/link.ts'
import type { PromptRoom } from '../../runtime/room.ts'

export type Question = {
  asked: string
  /** In which direction the question and its follow-up run; words of another language tell by themselves. */
  dir: 'ltr' | 'rtl' | 'auto'
  /** What the lowest and the highest score mean; missing where the options speak for themselves. */
  ends: string[] | undefined
  /** The survey's own words in that language; empty where the widget's standard wording stands in. */
  own: SurveyTexts
  /** They, and those in every other language: for what is rather said in another one than not at all. */
  inAny: SurveyTexts[]
}

const isScored = (kind: SurveyConfig['kind']): kind is ScoredKind => kind in scoreRange

/** A survey in the words of the reader's language, and where it has none in the widget's standard wording. */
export function questionOf(
  { kind, texts: all }: SurveyConfig,
  { texts, locale, defaultLocale, fill, workspaceName }: PromptRoom,
): Question {
  const every = Object.values(all)
  const local = all[locale.tag] ?? all[locale.language]
  // What has no wording of the widget's own is said in another language rather than not at all.
  const foreign = local || isScored(kind) ? undefined : (all[defaultLocale] ?? every[0])
  const own = local ?? foreign ?? {}
  const ends: Partial<Record<SurveyConfig['kind'], string[]>> = texts.ends
  const numbers = scoreRange[kind as ScoredKind]

  return {
    asked: own.question || fill(texts.questions[kind], { name: workspaceName }),
    dir: foreign ? 'auto' : locale.dir,
    ends: ends[kind]?.map((end, at) => (kind === 'rating' ? end : `${numbers[at]} = ${end}`)),
    own,
    inAny: [own, ...every],
  }
}
