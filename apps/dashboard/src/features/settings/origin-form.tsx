import type { Key } from '@heed/contracts'
import { originOf } from '@heed/contracts/origin-of'
import { useRef, useState } from 'preact/hooks'
import { FormField } from '../../ui/form-field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useOriginsChange } from './use-keys.ts'

type Props = {
  publishable: Key
  words: { origin: string; placeholder: string; hint: string; add: string; bad: string; twice: string }
  onAdded: (origin: string) => void
}

/** Lets one more origin use a key. What is typed may be a whole address: its origin is taken. */
export function OriginForm({ publishable: { id, origins }, words, onAdded }: Props) {
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const change = useOriginsChange()
  const field = useRef<HTMLInputElement>(null)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (change.isPending) return
    const origin = originOf(typed)
    const found = origin === null ? words.bad : origins.includes(origin) ? words.twice : null
    setFault(found)
    if (found !== null || origin === null) return field.current?.focus()
    change.mutate(
      { id, origins: [...origins, origin] },
      {
        onSuccess: () => {
          setTyped('')
          onAdded(origin)
        },
      },
    )
  }
  return (
    <form class="origin-form" onSubmit={submit} noValidate>
      <FormField label={words.origin} hint={words.hint} fault={fault}>
        {(described) => (
          <div class="origin-entry">
            <input
              ref={field}
              class="input"
              name="origin"
              inputMode="url"
              autoComplete="off"
              autoCapitalize="none"
              spellcheck={false}
              maxLength={300}
              placeholder={words.placeholder}
              value={typed}
              onInput={(event) => {
                setTyped(event.currentTarget.value)
                setFault(null)
              }}
              {...described}
            />
            <button type="submit" class="button" aria-disabled={change.isPending}>
              {words.add}
            </button>
          </div>
        )}
      </FormField>
      {change.isError && <ProblemNotice error={change.error} />}
    </form>
  )
}
