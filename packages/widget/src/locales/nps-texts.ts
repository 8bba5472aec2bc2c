import type { PromptTexts } from './prompt-texts.ts'

type Others = 'effortText' | 'reactions' | 'scoreOf' | 'chooseAny' | 'more'

/** What an NPS prompt says, and every card: part of the first download. Other kinds fetch all of `PromptTexts`. */
export type NpsTexts = Omit<PromptTexts, Others | 'questions' | 'ends'> & {
  questions: Pick<PromptTexts['questions'], 'nps'>
  ends: Pick<PromptTexts['ends'], 'nps'>
}

/** Leaves out what other kinds say; the build does so. */
export function npsTexts(texts: PromptTexts): NpsTexts {
  const { effortText, reactions, scoreOf, chooseAny, more, questions, ends, ...common } = texts
  return { ...common, questions: { nps: questions.nps }, ends: { nps: ends.nps } }
}
