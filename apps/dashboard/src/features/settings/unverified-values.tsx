import type { IdentitySettings } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useIdentityPatch } from './use-identity.ts'

const words = text.settings.identity.values
type Value = IdentitySettings['unverifiedValues']
const choices: { value: Value; label: string; hint: string }[] = [
  { value: 'ignore', label: words.ignore, hint: words.ignoreHint },
  { value: 'use', label: words.use, hint: words.useHint },
]

type Props = { value: Value; mayChange: boolean }

/** Whether segments and figures look at what nobody vouched for. */
export function UnverifiedValues({ value, mayChange }: Props) {
  const patch = useIdentityPatch()
  const chosen = (patch.isPending ? patch.variables.unverifiedValues : undefined) ?? value
  return (
    <section class="card panel">
      <fieldset class="choices" disabled={!mayChange}>
        <legend>
          <h2>{words.title}</h2>
        </legend>
        {choices.map(({ value: each, label, hint }) => (
          <label key={each} class="choice">
            <input
              type="radio"
              name="unverified-values"
              checked={chosen === each}
              onChange={() => patch.mutate({ unverifiedValues: each })}
            />
            <span>
              {label}
              <span class="soft small choice-hint">{hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="soft small" role="status">
        {patch.isSuccess && words.saved}
      </p>
      {patch.isError && <ProblemNotice error={patch.error} />}
    </section>
  )
}
