import type { Session } from '@heed/contracts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { ApiProblem } from '../../api.ts'
import { text } from '../../locales/text.ts'
import { problemWords, waitOf } from '../../ui/problem-words.ts'
import type { useSignIn } from './use-session.ts'

const words = text.signIn

type Props = {
  signIn: ReturnType<typeof useSignIn>
  /** Of whoever signs in again; the password alone is missing. */
  email?: string
  onDone: (session: Session) => void
}

/** E-mail and password, and why it did not work. */
export function SignInForm({ signIn, email = '', onDone }: Props) {
  const { mutate, error, isPending } = signIn
  const [isIncomplete, setIncomplete] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const missing = email === '' ? 'email' : 'password'
  // A page takes `autofocus` once, and not for what comes later.
  useEffect(() => form.current?.querySelector<HTMLInputElement>(`[name=${missing}]`)?.focus(), [missing])

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement) || isPending) return
    const form = new FormData(event.currentTarget)
    const credentials = { email: String(form.get('email')).trim(), password: String(form.get('password')) }
    setIncomplete(!credentials.email || !credentials.password)
    if (credentials.email && credentials.password) mutate(credentials, { onSuccess: onDone })
  }
  const fault = isIncomplete ? words.missing : error ? signInWords(error) : null

  return (
    <form ref={form} class="sign-in-form" onSubmit={submit} noValidate>
      {fault && (
        <p class="notice" role="alert">
          {fault}
        </p>
      )}
      <label class="field">
        <span>{words.email}</span>
        <input
          class="input"
          // biome-ignore lint/a11y/noAutofocus: a dialog gives its focus to one place, and for this one it was opened
          autoFocus={missing === 'email'}
          type="email"
          name="email"
          autoComplete="username"
          maxLength={254}
          required
          defaultValue={email}
        />
      </label>
      <label class="field">
        <span>{words.password}</span>
        <input
          class="input"
          // biome-ignore lint/a11y/noAutofocus: as above
          autoFocus={missing === 'password'}
          type="password"
          name="password"
          autoComplete="current-password"
          maxLength={200}
          required
        />
      </label>
      <button type="submit" class="button" data-look="main" aria-disabled={isPending}>
        {isPending ? words.submitting : words.submit}
      </button>
    </form>
  )
}

/** Why signing in failed, and what to do next. */
function signInWords(error: unknown): string {
  if (!(error instanceof ApiProblem)) return problemWords(error)
  switch (error.code) {
    case 'wrong_credentials':
    case 'invalid_input':
      return words.wrongCredentials
    case 'sign_in_link_spent':
      return words.linkSpent
    case 'too_many_requests':
      return words.tooMany(waitOf(error))
    default:
      return problemWords(error)
  }
}
