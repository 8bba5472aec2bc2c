import type { HelpSettings } from '@heed/contracts'
import { useId, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { mostMinutes, readWhole } from '../deflection/read-whole.ts'
import { useHelpChange, useHelpSettings } from '../deflection/use-help-settings.ts'
import { HoldOutNote } from './hold-out-note.tsx'
import type { SectionProps } from './section-props.ts'
import { SettingsHead } from './settings-head.tsx'

const words = text.settings.help
const minuteMs = 60_000

/** What is suggested before a ticket, to whom, and how sure it must be. */
export function HelpPage({ mayChange }: SectionProps) {
  const query = useHelpSettings()
  return (
    <>
      <SettingsHead words={words} mayChange={mayChange} />
      <Loaded query={query} skeleton={<Skeleton height={520} />}>
        {(settings) => <HelpForm settings={settings} mayChange={mayChange} />}
      </Loaded>
    </>
  )
}

const numbers = [
  { name: 'holdOut', min: 0, max: 50 },
  { name: 'handling', min: 1, max: mostMinutes },
  { name: 'falseShare', min: 1, max: 50 },
] as const
type NumberName = (typeof numbers)[number]['name']
const kinds = [
  { name: 'suggestIdeas', label: words.kinds.ideas, hint: words.kinds.ideasHint },
  { name: 'suggestKnownIssues', label: words.kinds.issues, hint: words.kinds.issuesHint },
] as const

type Typed = Partial<Record<NumberName, string>>
type Chosen = Partial<Pick<HelpSettings, 'suggestIdeas' | 'suggestKnownIssues'>>
type FormProps = { settings: HelpSettings; mayChange: boolean }

function HelpForm({ settings, mayChange }: FormProps) {
  const change = useHelpChange()
  // Only these are sent: somebody else may have changed the others since the page was opened.
  const [typed, setTyped] = useState<Typed>({})
  const [chosen, setChosen] = useState<Chosen>({})
  const shown = {
    ...settings,
    holdOut: `${Math.round(settings.holdOutShare * 100)}`,
    handling: `${Math.round(settings.handlingMs / minuteMs)}`,
    falseShare: `${Math.round(settings.falseShare * 100)}`,
    ...typed,
    ...chosen,
  }
  const [wasTried, setTried] = useState(false)
  const id = useId()
  const values = numbers.map(({ name, min, max }) => readWhole(shown[name], min, max))
  const [holdOut = null, handling = null, falseShare = null] = values

  const edited = () => {
    if (change.isSuccess || change.isError) change.reset()
  }
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    setTried(true)
    if (holdOut === null || handling === null || falseShare === null) {
      const wrong = numbers[values.indexOf(null)]?.name
      return event.currentTarget.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus()
    }
    if (change.isPending) return
    change.mutate(
      {
        ...chosen,
        ...(typed.holdOut !== undefined && { holdOutShare: holdOut / 100 }),
        ...(typed.handling !== undefined && { handlingMs: handling * minuteMs }),
        ...(typed.falseShare !== undefined && { falseShare: falseShare / 100 }),
      },
      {
        onSuccess: () => {
          setTyped({})
          setChosen({})
        },
      },
    )
  }
  return (
    <form class="settings-cards" onSubmit={submit} noValidate>
      {numbers.map(({ name, min, max }, index) => {
        const isWrong = wasTried && values[index] === null
        return (
          <section key={name} class="card panel" aria-labelledby={`${id}-${name}-title`}>
            <h2 id={`${id}-${name}-title`}>{words[name].title}</h2>
            <div class="field">
              <label for={`${id}-${name}`}>{words[name].label}</label>
              <input
                id={`${id}-${name}`}
                class="input fatigue-number"
                name={name}
                inputMode="numeric"
                autocomplete="off"
                readOnly={!mayChange}
                value={shown[name]}
                aria-invalid={isWrong}
                aria-describedby={`${id}-${name}-hint`}
                onInput={(event) => {
                  setTyped({ ...typed, [name]: event.currentTarget.value })
                  edited()
                }}
              />
              <span class={isWrong ? 'field-error' : 'soft small'} id={`${id}-${name}-hint`}>
                {isWrong ? words.bounds(min, max) : words[name].hint}
              </span>
            </div>
            {name === 'holdOut' && holdOut !== null && <HoldOutNote share={holdOut / 100} />}
          </section>
        )
      })}
      <section class="card panel" aria-labelledby={`${id}-kinds`}>
        <h2 id={`${id}-kinds`}>{words.kinds.title}</h2>
        {kinds.map(({ name, label, hint }) => (
          <div key={name} class="choice">
            <input
              id={`${id}-${name}`}
              type="checkbox"
              checked={shown[name]}
              disabled={!mayChange}
              aria-describedby={`${id}-${name}-hint`}
              onChange={(event) => {
                setChosen({ ...chosen, [name]: event.currentTarget.checked })
                edited()
              }}
            />
            <span>
              <label for={`${id}-${name}`}>
                <strong>{label}</strong>
              </label>
              <span class="cell-below soft small" id={`${id}-${name}-hint`}>
                {hint}
              </span>
            </span>
          </div>
        ))}
      </section>
      <div class="settings-actions">
        {mayChange && (
          <button type="submit" class="button" data-look="main" aria-disabled={change.isPending}>
            {change.isPending ? words.saving : words.save}
          </button>
        )}
        <p class="soft small" role="status">
          {change.isSuccess && words.saved}
        </p>
      </div>
      {change.isError && <ProblemNotice error={change.error} />}
    </form>
  )
}
