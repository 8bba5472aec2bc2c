import type { SurveyTexts } from '@heed/contracts'

type Texts = Record<string, SurveyTexts>

/**
 * The chosen options in the survey's own words: those of the workspace's language, else of any other, else the id.
 * @param choices ids of options; null where the kind has none
 */
export const choiceLabels = (choices: string[] | null, texts: Texts, defaultLocale: string) =>
  (choices ?? []).map((id) => ({ id, label: wordOf(id, texts, defaultLocale) }))

const wordOf = (id: string, texts: Texts, defaultLocale: string) => {
  const words = [texts[defaultLocale], ...Object.values(texts)].map((each) => Object.entries(each?.options ?? {}))
  return words.flat().find(([option]) => option === id)?.[1] ?? id
}
