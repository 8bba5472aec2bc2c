import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ApiProblem } from '../../api.ts'
import { text } from '../../locales/text.ts'
import { Mark } from '../../ui/mark.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { problemWords, waitOf } from '../../ui/problem-words.ts'
import { linkTokenOf, nextAddress } from './next-address.ts'
import './sign-in.css'
import { useSignIn } from './use-session.ts'
import { useSignUpState } from './use-sign-up.ts'

const words = text.signIn

export function SignInPage() {
  const { url, route } = useLocation()
  const { mutate, error, isPending, variables } = useSignIn()
  const [isIncomplete, setIncomplete] = useState(false)
  const email = useRef<HTMLInputElement>(null)
  const signUp = useSignUpState().data
  const isNew = signUp?.open === true && signUp.first && !isPending

  const goOn = () => route(nextAddress(new URL(url, location.origin).searchParams.get('next'), location.origin), true)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the page listens from when it opens until it goes
  useEffect(() => {
    const followLink = () => {
      const linkToken = linkTokenOf(location.hash)
      if (linkToken === null) return
      // Out of the address and the history before anything else can read it.
      history.replaceState(null, '', location.pathname + location.search)
      mutate({ linkToken }, { onSuccess: goOn })
    }
    email.current?.focus()
    followLink()
    // A link pasted into the address bar of this very page changes nothing but the fragment.
    addEventListener('hashchange', followLink)
    return () => removeEventListener('hashchange', followLink)
  }, [])

  // An empty server has nobody to sign in.
  useEffect(() => {
    if (isNew) route('/new-workspace', true)
  }, [isNew, route])

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!(event.currentTarget instanceof HTMLFormElement) || isPending) return
    const form = new FormData(event.currentTarget)
    const credentials = { email: String(form.get('email')).trim(), password: String(form.get('password')) }
    setIncomplete(!credentials.email || !credentials.password)
    if (credentials.email && credentials.password) mutate(credentials, { onSuccess: goOn })
  }

  const isLink = isPending && variables !== undefined && 'linkToken' in variables
  const fault = isIncomplete ? words.missing : error ? signInWords(error) : null

  return (
    <main class="sign-in" id="main">
      <div class="sign-in-card card">
        <Mark />
        <PageHeading title={words.title} />
        <p class="soft">{words.lead}</p>
        {isLink ? (
          <p role="status">{words.withLink}</p>
        ) : (
          <form onSubmit={submit} noValidate>
            {fault && (
              <p class="notice" role="alert">
                {fault}
              </p>
            )}
            <label class="field">
              <span>{words.email}</span>
              <input
                ref={email}
                class="input"
                type="email"
                name="email"
                autoComplete="username"
                maxLength={254}
                required
              />
            </label>
            <label class="field">
              <span>{words.password}</span>
              <input
                class="input"
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
        )}
        {signUp?.open && (
          <a class="sign-in-other" href="/new-workspace">
            {words.newWorkspace}
          </a>
        )}
      </div>
    </main>
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
