import { text } from '../../../locales/text.ts'
import { put } from '../definition.ts'
import { hasOptions, languagesOf } from '../texts.ts'
import { useBuilder } from './builder-context.ts'
import { Choices } from './choices.tsx'
import { FollowUpFields } from './follow-up-fields.tsx'
import { FormPart } from './form-part.tsx'
import { LanguageTabs, languageName } from './language-tabs.tsx'
import { OptionFields } from './option-fields.tsx'
import { ThanksFields } from './thanks-fields.tsx'
import { Wording } from './wording.tsx'

const words = text.surveys.builder.question

/** What is asked, in each language. */
export function QuestionPart() {
  const { definition } = useBuilder()
  const { kind, texts } = definition
  const summary = [text.responses.kinds[kind], ...languagesOf(texts).map(languageName)].join(' · ')
  return (
    <FormPart title={text.surveys.builder.parts.question} summary={summary} fields={['texts', 'form']} isOpenFirst>
      <LanguageTabs />
      <Wording name="question" label={words.question} rows={2} maxLength={300} />
      {kind === 'reaction' && <Wording name="idea" label={words.idea} hint={words.ideaHint} rows={3} maxLength={500} />}
      {kind === 'rating' && <Icons />}
      {hasOptions(kind) && <OptionFields />}
      <FollowUpFields />
      <ThanksFields />
    </FormPart>
  )
}

function Icons() {
  const { definition, change } = useBuilder()
  const { form } = definition
  return (
    <Choices
      label={words.icons}
      path="form.icons"
      value={form.icons ?? 'stars'}
      choices={[
        { value: 'stars', label: words.stars },
        { value: 'faces', label: words.faces },
      ]}
      onChoose={(icons) => change({ form: put(form, 'icons', icons) })}
    />
  )
}
