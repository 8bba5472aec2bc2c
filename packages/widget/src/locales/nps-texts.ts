import type { PromptTexts } from './prompt-texts.ts'

/**
 * What an NPS prompt says up to its answer, and every card: part of the first download. Other kinds, and what comes after
 * the answer, fetch all of `PromptTexts`.
 */
export type NpsTexts = Pick<PromptTexts, 'close' | 'promptHint' | 'effort' | 'later'> & {
  questions: Pick<PromptTexts['questions'], 'nps'>
  ends: Pick<PromptTexts['ends'], 'nps'>
}

/** Leaves out what is said elsewhere; the build does so. */
export function npsTexts({ close, promptHint, effort, later, questions, ends }: PromptTexts): NpsTexts {
  return { close, promptHint, effort, later, questions: { nps: questions.nps }, ends: { nps: ends.nps } }
}
