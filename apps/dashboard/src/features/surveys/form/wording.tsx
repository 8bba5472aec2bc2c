import { text } from '../../../locales/text.ts'
import { directionOf, fallbackOf, withText } from '../texts.ts'
import { useBuilder } from './builder-context.ts'
import { languageName } from './language-tabs.tsx'
import { TextField } from './text-field.tsx'

const words = text.surveys.builder.question

type WordingProps = {
  name: 'question' | 'idea' | 'thanks' | 'linkLabel'
  label: string
  hint?: string
  rows?: number
  maxLength: number
}

/** Words of the prompt in the language that is being written; where there are none, what stands in their place. */
export function Wording({ name, label, hint, rows, maxLength }: WordingProps) {
  const { definition, language, change } = useBuilder()
  const { texts } = definition
  const own = texts[language]?.[name] ?? ''
  const isNeverStandard = name === 'idea' || name === 'linkLabel'
  const fallback = fallbackOf(definition, language, (of) => of[name], isNeverStandard ? 'any' : 'standard')
  const below = own === '' && fallback ? words.from(languageName(fallback.language)) : hint
  return (
    <TextField
      label={label}
      path={`texts.${language}.${name}`}
      value={own}
      onValue={(value) => change({ texts: withText(texts, language, name, value) }, `${language}.${name}`)}
      placeholder={fallback?.text ?? (isNeverStandard ? '' : words.standard)}
      maxLength={maxLength}
      dir={own === '' ? 'auto' : directionOf(language)}
      lang={language}
      {...(below !== undefined && { hint: below })}
      {...(rows !== undefined && { rows })}
    />
  )
}
