import type { SurveyDefinition } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { withOptionWords, withText } from './texts.ts'

const words = text.surveys.builder.question

/** The words of a prompt with something to look at where the host's own are still missing: never the ids of options. */
export function previewTexts({ kind, form, texts }: SurveyDefinition): SurveyDefinition['texts'] {
  const [language = 'en'] = Object.keys(texts)
  const said = Object.values(texts)
  const unnamed = (form.options ?? []).filter((option) => !said.some(({ options }) => options?.[option]))
  const named = unnamed.reduce((all, option) => {
    const number = (form.options ?? []).indexOf(option) + 1
    return withOptionWords(all, language, option, kind === 'comparison' ? words.ideaOf(number) : words.option(number))
  }, texts)
  return kind === 'reaction' && !said.some(({ idea }) => idea) ? withText(named, language, 'idea', words.idea) : named
}
