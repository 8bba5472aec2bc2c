import { useRef, useState } from 'preact/hooks'
import { ApiProblem } from '../../api.ts'
import { text } from '../../locales/text.ts'
import { FormField } from '../../ui/form-field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { usePasswordChange } from './use-profile.ts'

const words = text.settings.profile.password
type Faults = { current?: string; password?: string }

/** A new password in place of the present one, or a first one for who came by an invitation. */
export function PasswordForm({ hasPassword, email }: { hasPassword: boolean; email: string }) {
  const change = usePasswordChange()
  const [faults, setFaults] = useState<Faults>({})
  const form = useRef<HTMLFormElement>(null)

  const refuse = (found: Faults) => {
    setFaults(found)
    form.current?.querySelector<HTMLElement>(`[name="${Object.keys(found)[0]}"]`)?.focus()
  }
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    if (change.isPending) return
    const typed = new FormData(event.currentTarget)
    const password = String(typed.get('password'))
    const current = String(typed.get('current') ?? '')
    if (hasPassword && current === '') return refuse({ current: words.wrong })
    if (password.length < 10) return refuse({ password: words.short })
    setFaults({})
    change.mutate(hasPassword ? { current, password } : { password }, {
      onSuccess: () => form.current?.reset(),
      onError: (error) => {
        if (isWrong(error)) refuse({ current: words.wrong })
      },
    })
  }
  return (
    <form ref={form} class="card panel profile-form" onSubmit={submit} noValidate>
      <h2>{words.title}</h2>
      <p class="soft">{hasPassword ? words.change : words.choose}</p>
      {/* Password managers store a password under the name that stands beside it. */}
      <input
        class="visually-hidden"
        type="email"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      {hasPassword && (
        <FormField label={words.current} fault={faults.current ?? null}>
          {(described) => (
            <input
              class="input"
              type="password"
              name="current"
              autoComplete="current-password"
              maxLength={200}
              {...described}
            />
          )}
        </FormField>
      )}
      <FormField label={words.next} hint={words.hint} fault={faults.password ?? null}>
        {(described) => (
          <input
            class="input"
            type="password"
            name="password"
            autoComplete="new-password"
            maxLength={200}
            {...described}
          />
        )}
      </FormField>
      {change.isError && !isWrong(change.error) && <ProblemNotice error={change.error} />}
      <div class="settings-actions">
        <button
          type="submit"
          class="button"
          {...(!hasPassword && { 'data-look': 'main' })}
          aria-disabled={change.isPending}
        >
          {hasPassword ? words.submit : words.submitFirst}
        </button>
        <span class="soft small" role="status">
          {change.isSuccess && words.done}
        </span>
      </div>
    </form>
  )
}

const isWrong = (error: unknown) => error instanceof ApiProblem && error.code === 'wrong_password'
