import { ArrowDown, ArrowUp, Plus, X } from 'lucide-preact'
import { useEffect, useRef } from 'preact/hooks'
import { text } from '../../../locales/text.ts'
import { put } from '../definition.ts'
import { saidAt } from '../faults.ts'
import { directionOf, fallbackOf, newOptionId, withOptionWords, withoutOption } from '../texts.ts'
import { useBuilder } from './builder-context.ts'
import { languageName } from './language-tabs.tsx'
import { TextField } from './text-field.tsx'
import { TogglePart } from './toggle-part.tsx'

const words = text.surveys.builder.question
const most = 12

/** What can be chosen, in order. Two ideas stay two. */
export function OptionFields() {
  const { definition, change, mayChange, faults } = useBuilder()
  const { kind, form, texts } = definition
  const options = form.options ?? []
  const isComparison = kind === 'comparison'
  const list = useRef<HTMLOListElement>(null)
  const next = useRef<string | null>(null)
  useEffect(() => {
    if (next.current) list.current?.querySelector<HTMLElement>(next.current)?.focus()
    next.current = null
  })

  const move = (at: number, by: 1 | -1) => {
    const moved = [...options]
    const [option = ''] = moved.splice(at, 1)
    moved.splice(at + by, 0, option)
    next.current = `[data-option="${option}"] [data-move="${by}"]`
    change({ form: { ...form, options: moved } })
  }
  const add = () => {
    const option = newOptionId(options)
    next.current = `[data-option="${option}"] input`
    change({ form: { ...form, options: [...options, option] } })
  }
  const remove = (option: string) => {
    const kept = options.filter((each) => each !== option)
    next.current = `[data-option="${kept[Math.min(options.indexOf(option), kept.length - 1)]}"] input`
    change({ form: { ...form, options: kept }, texts: withoutOption(texts, option) })
  }

  return (
    <fieldset class="survey-options" data-field="form.options" tabIndex={-1}>
      <legend>{isComparison ? words.ideas : words.options}</legend>
      {saidAt(faults, 'form.options').map((said) => (
        <p key={said} class="field-error">
          {said}
        </p>
      ))}
      <ol ref={list}>
        {options.map((option, at) => (
          <li key={option} data-option={option}>
            <OptionWords option={option} label={isComparison ? words.ideaOf(at + 1) : words.option(at + 1)} />
            {mayChange && !isComparison && (
              <div class="survey-option-acts">
                <Act label={words.optionUp(at + 1)} Icon={ArrowUp} by={-1} isOff={at === 0} act={() => move(at, -1)} />
                <Act
                  label={words.optionDown(at + 1)}
                  Icon={ArrowDown}
                  by={1}
                  isOff={at === options.length - 1}
                  act={() => move(at, 1)}
                />
                <Act
                  label={words.removeOption(at + 1)}
                  Icon={X}
                  isOff={options.length <= 2}
                  act={() => remove(option)}
                />
              </div>
            )}
          </li>
        ))}
      </ol>
      {mayChange && !isComparison && options.length < most && (
        <button type="button" class="button" data-look="quiet" onClick={add}>
          <Plus size={14} aria-hidden="true" />
          {words.addOption}
        </button>
      )}
      {isComparison ? (
        <p class="soft small">{words.shuffled}</p>
      ) : (
        <TogglePart
          label={words.shuffle}
          path="form.shuffle"
          isOn={form.shuffle === true}
          onToggle={(isOn) => change({ form: put(form, 'shuffle', isOn || undefined) })}
        />
      )}
    </fieldset>
  )
}

function OptionWords({ option, label }: { option: string; label: string }) {
  const { definition, language, change } = useBuilder()
  const { texts } = definition
  const own = texts[language]?.options?.[option] ?? ''
  const fallback = fallbackOf(definition, language, (of) => of.options?.[option], 'any')
  return (
    <TextField
      label={label}
      path={`texts.${language}.options.${option}`}
      value={own}
      onValue={(value) =>
        change({ texts: withOptionWords(texts, language, option, value) }, `${language}.options.${option}`)
      }
      placeholder={fallback?.text ?? ''}
      maxLength={100}
      dir={own === '' ? 'auto' : directionOf(language)}
      lang={language}
      {...(own === '' && fallback && { hint: words.from(languageName(fallback.language)) })}
    />
  )
}

type ActProps = { label: string; Icon: typeof X; by?: 1 | -1; isOff: boolean; act: () => void }

/** Never disabled outright: the focus would be lost with the last step. */
const Act = ({ label, Icon, by, isOff, act }: ActProps) => (
  <button
    type="button"
    class="icon-button"
    aria-label={label}
    title={label}
    aria-disabled={isOff}
    data-move={by}
    onClick={() => !isOff && act()}
  >
    <Icon size={14} aria-hidden="true" />
  </button>
)
