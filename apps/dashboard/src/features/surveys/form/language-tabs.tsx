import { X } from 'lucide-preact'
import { locale } from '../../../locales/locale.ts'
import { text } from '../../../locales/text.ts'
import { put } from '../definition.ts'
import { languagesOf, widgetLanguages } from '../texts.ts'
import { useBuilder } from './builder-context.ts'

const words = text.surveys.builder.question
const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })

/** "German"; a tag that nobody knows stays as it is. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** In which language one writes. A language comes with its first word and goes with its last. */
export function LanguageTabs() {
  const { definition, language, setLanguage, change, mayChange } = useBuilder()
  const spoken = languagesOf(definition.texts)
  const shown = spoken.includes(language) ? spoken : [...spoken, language]
  const others = widgetLanguages.filter((each) => !shown.includes(each))
  return (
    <div class="survey-languages">
      <fieldset class="survey-choices">
        <legend>{words.languages}</legend>
        <div class="segmented">
          {shown.map((each) => (
            <label key={each}>
              <input type="radio" name="language" checked={each === language} onChange={() => setLanguage(each)} />
              {languageName(each)}
            </label>
          ))}
        </div>
      </fieldset>
      {mayChange && others.length > 0 && (
        <select
          class="select"
          aria-label={words.addLanguage}
          value=""
          onChange={(event) => {
            setLanguage(event.currentTarget.value)
            event.currentTarget.value = ''
          }}
        >
          <option value="">{words.addLanguage}</option>
          {others.map((each) => (
            <option key={each} value={each}>
              {languageName(each)}
            </option>
          ))}
        </select>
      )}
      {mayChange && spoken.length > 1 && spoken.includes(language) && (
        <button
          type="button"
          class="button"
          data-look="quiet"
          onClick={() => {
            change({ texts: put(definition.texts, language, undefined) })
            setLanguage(spoken.find((each) => each !== language) ?? 'en')
          }}
        >
          <X size={14} aria-hidden="true" />
          {words.removeLanguage(languageName(language))}
        </button>
      )}
    </div>
  )
}
