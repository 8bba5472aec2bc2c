import { X } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import { text } from '../../../locales/text.ts'
import { put } from '../definition.ts'
import { useBuilder } from './builder-context.ts'

const words = text.surveys.builder.when
const most = 10

/** Properties that the event must have, each exactly so. */
export function EventProperties() {
  const { definition, change, mayChange } = useBuilder()
  const { trigger } = definition
  const where = Object.entries(trigger.where ?? {})
  const [name, setName] = useState('')
  const [value, setValue] = useState('')
  const input = useRef<HTMLInputElement>(null)

  const set = (next: [string, string | number | boolean][]) =>
    change({ trigger: put(trigger, 'where', next.length === 0 ? undefined : Object.fromEntries(next)) })
  const add = () => {
    if (name.trim() === '' || value.trim() === '') return input.current?.focus()
    set([...where.filter(([each]) => each !== name.trim()), [name.trim(), readValue(value)]])
    setName('')
    setValue('')
    input.current?.focus()
  }

  return (
    <fieldset class="survey-properties" data-field="trigger.where" tabIndex={-1}>
      <legend>{words.where}</legend>
      <ul>
        {where.map(([each, held]) => (
          <li key={each}>
            <span>
              <bdi>{each}</bdi> {words.is} <strong>{JSON.stringify(held)}</strong>
            </span>
            {mayChange && (
              <button
                type="button"
                class="icon-button"
                aria-label={words.removeProperty(each)}
                title={words.removeProperty(each)}
                onClick={() => {
                  set(where.filter(([other]) => other !== each))
                  input.current?.focus()
                }}
              >
                <X size={14} aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && where.length < most && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Enter in either field does what the button does
        <div
          class="survey-property"
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        >
          <input
            ref={input}
            class="input"
            aria-label={words.property}
            placeholder={words.property}
            maxLength={100}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <span class="soft">{words.is}</span>
          <input
            class="input"
            aria-label={words.value}
            placeholder={words.value}
            maxLength={200}
            value={value}
            onInput={(event) => setValue(event.currentTarget.value)}
          />
          <button type="button" class="button" onClick={add}>
            {words.addProperty}
          </button>
        </div>
      )}
    </fieldset>
  )
}

/** A number or yes and no as an app would track them; text in quotation marks stays text. */
export function readValue(typed: string): string | number | boolean {
  const plain = typed.trim()
  if (plain === 'true' || plain === 'false') return plain === 'true'
  if (/^-?\d+(\.\d+)?$/.test(plain)) return Number(plain)
  return /^".*"$/.test(plain) ? plain.slice(1, -1) : plain
}
