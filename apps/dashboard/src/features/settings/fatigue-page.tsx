import type { FatigueRule } from '@heed/contracts'
import { useId, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useFatigue, useFatigueChange } from '../surveys/use-fatigue.ts'
import type { SectionProps } from './section-props.ts'
import { SettingsHead } from './settings-head.tsx'

const words = text.settings.asking

/** How often one person may be asked, whichever survey it is. */
export function FatiguePage({ mayChange }: SectionProps) {
  const query = useFatigue()
  return (
    <>
      <SettingsHead words={words} mayChange={mayChange} />
      <Loaded query={query} skeleton={<Skeleton height={320} />}>
        {(rule) => <RuleForm rule={rule} mayChange={mayChange} />}
      </Loaded>
    </>
  )
}

const fields = [
  { name: 'restDays', min: 0, max: 365 },
  { name: 'laterDays', min: 1, max: 90 },
  { name: 'mostASession', min: 1, max: 10 },
] as const satisfies { name: keyof FatigueRule; min: number; max: number }[]

/** Null where one of the three is no whole number within its bounds. */
function readRule(typed: Record<keyof FatigueRule, string>): FatigueRule | null {
  const numbers = fields.map(({ name, min, max }) => {
    const number = /^\d+$/.test(typed[name].trim()) ? Number(typed[name]) : Number.NaN
    return number >= min && number <= max ? number : null
  })
  const [restDays, laterDays, mostASession] = numbers
  if (restDays == null || laterDays == null || mostASession == null) return null
  return { restDays, laterDays, mostASession }
}

function RuleForm({ rule, mayChange }: { rule: FatigueRule; mayChange: boolean }) {
  const change = useFatigueChange()
  const [typed, setTyped] = useState({
    restDays: `${rule.restDays}`,
    laterDays: `${rule.laterDays}`,
    mostASession: `${rule.mostASession}`,
  })
  const [wasTried, setTried] = useState(false)
  const id = useId()
  const read = readRule(typed)
  const faults = fields.filter(({ name }) => readRule({ ...asText(rule), [name]: typed[name] }) === null)

  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    setTried(true)
    if (read === null) return event.currentTarget.querySelector<HTMLElement>(`[name="${faults[0]?.name}"]`)?.focus()
    if (!change.isPending) change.mutate(read)
  }
  return (
    <form class="card panel fatigue-form" onSubmit={submit} noValidate>
      {fields.map(({ name, min, max }) => {
        const isWrong = wasTried && faults.some((fault) => fault.name === name)
        return (
          <div key={name} class="field">
            <label for={`${id}-${name}`}>{words[name].label}</label>
            <input
              id={`${id}-${name}`}
              class="input fatigue-number"
              name={name}
              inputMode="numeric"
              autocomplete="off"
              readOnly={!mayChange}
              value={typed[name]}
              aria-invalid={isWrong}
              aria-describedby={`${id}-${name}-hint`}
              onInput={(event) => {
                setTyped({ ...typed, [name]: event.currentTarget.value })
                if (change.isSuccess || change.isError) change.reset()
              }}
            />
            <span class={isWrong ? 'field-error' : 'soft small'} id={`${id}-${name}-hint`}>
              {isWrong ? words.bounds(min, max) : words[name].hint}
            </span>
          </div>
        )
      })}
      {read && <p class="fatigue-example">{words.example(read)}</p>}
      <p class="soft small" role="status">
        {change.isSuccess && words.saved}
      </p>
      {change.isError && <ProblemNotice error={change.error} />}
      {mayChange && (
        <div class="settings-actions">
          <button type="submit" class="button" data-look="main" aria-disabled={change.isPending}>
            {change.isPending ? words.saving : words.save}
          </button>
        </div>
      )}
    </form>
  )
}

const asText = (rule: FatigueRule) => ({
  restDays: `${rule.restDays}`,
  laterDays: `${rule.laterDays}`,
  mostASession: `${rule.mostASession}`,
})
