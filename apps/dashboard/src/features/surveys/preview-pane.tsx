import { RotateCcw } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { useBuilder } from './form/builder-context.ts'
import { languageName } from './form/language-tabs.tsx'
import { PromptPreview, publicSurveyOf } from './prompt-preview.tsx'
import { languagesOf, widgetLanguages } from './texts.ts'

const words = text.surveys.builder.preview

/** The prompt beside the form, on the screen and in the language one wants to see it in. */
export function PreviewPane() {
  const { definition, survey, workspace, language, setLanguage } = useBuilder()
  const [size, setSize] = useState<'desktop' | 'phone'>('desktop')
  const [theme, setTheme] = useState<'light' | 'dark'>('light')
  const [run, setRun] = useState(0)
  const languages = [...new Set([...languagesOf(definition.texts), ...widgetLanguages, language])]
  return (
    <section class="card survey-preview" aria-label={words.title}>
      <div class="survey-preview-tools">
        <Switch
          label={words.size}
          value={size}
          choices={[
            ['desktop', words.desktop],
            ['phone', words.phone],
          ]}
          onChoose={setSize}
        />
        <Switch
          label={words.theme}
          value={theme}
          choices={[
            ['light', words.light],
            ['dark', words.dark],
          ]}
          onChoose={setTheme}
        />
        <select
          class="select"
          aria-label={words.language}
          value={language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
        >
          {languages.map((each) => (
            <option key={each} value={each}>
              {languageName(each)}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="icon-button"
          aria-label={words.again}
          title={words.again}
          onClick={() => setRun(run + 1)}
        >
          <RotateCcw size={16} aria-hidden="true" />
        </button>
      </div>
      <PromptPreview
        key={run}
        survey={publicSurveyOf(definition, survey)}
        look={{ size, theme, language }}
        workspace={workspace}
      />
      <p class="soft small">{words.note}</p>
    </section>
  )
}

type SwitchProps<T extends string> = {
  label: string
  value: T
  choices: [T, string][]
  onChoose: (value: T) => void
}

const Switch = <T extends string>({ label, value, choices, onChoose }: SwitchProps<T>) => (
  <fieldset class="survey-choices">
    <legend class="visually-hidden">{label}</legend>
    <div class="segmented">
      {choices.map(([each, words]) => (
        <label key={each}>
          <input type="radio" name={label} checked={each === value} onChange={() => onChoose(each)} />
          {words}
        </label>
      ))}
    </div>
  </fieldset>
)
