import type { SignUp } from '@heed/contracts'
import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ApiProblem } from '../../api.ts'
import { text } from '../../locales/text.ts'
import { CurrencyOptions } from '../../ui/currency-options.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { Mark } from '../../ui/mark.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { languageName } from '../surveys/form/language-tabs.tsx'
import { widgetLanguages } from '../surveys/texts.ts'
import './sign-in.css'
import { useSignUp, useSignUpState } from './use-sign-up.ts'

const words = text.signUp
const startAddress = '/get-started'

/** Where a company begins: a workspace, its owner and its keys in one step. */
export function NewWorkspacePage() {
  const state = useSignUpState()
  return (
    <main class="sign-in" id="main">
      <div class="sign-in-card card" data-size="wide">
        <Mark />
        <Loaded query={state} skeleton={<Skeleton height={560} />}>
          {({ open, first }) => (open ? <SignUpForm isFirst={first} /> : <Closed />)}
        </Loaded>
      </div>
    </main>
  )
}

const Closed = () => (
  <div class="sign-in-part">
    <PageHeading title={words.closed.title} />
    <p class="soft">{words.closed.body}</p>
    <a class="button" data-look="main" href="/sign-in">
      {text.signIn.submit}
    </a>
  </div>
)

type Faults = Partial<Record<keyof SignUp, string>>

/** What is missing, before the server is asked. */
const faultsOf = ({ workspaceName, name, email, password }: SignUp): Faults => ({
  ...(workspaceName === '' && { workspaceName: words.nameMissing }),
  ...(name === '' && { name: words.nameMissing }),
  ...(!/^\S+@\S+\.\S+$/.test(email) && { email: words.emailMissing }),
  ...(password.length < 10 && { password: words.passwordShort }),
})

/** @param isFirst whether there is nobody yet who could sign in instead */
function SignUpForm({ isFirst }: { isFirst: boolean }) {
  const { route } = useLocation()
  const signUp = useSignUp()
  const [faults, setFaults] = useState<Faults>({})
  const form = useRef<HTMLFormElement>(null)

  const refuse = (found: Faults) => {
    setFaults(found)
    form.current?.querySelector<HTMLElement>(`[name="${Object.keys(found)[0]}"]`)?.focus()
  }
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    if (signUp.isPending) return
    const wanted = readForm(event.currentTarget)
    const found = faultsOf(wanted)
    if (Object.keys(found).length > 0) return refuse(found)
    setFaults({})
    signUp.mutate(wanted, {
      onSuccess: () => route(startAddress, true),
      onError: (error) => {
        if (isTaken(error)) refuse({ email: words.emailTaken })
        else if (error instanceof ApiProblem && error.code === 'invalid_input')
          refuse(Object.fromEntries(error.fields.map(({ field, message }) => [field, message])))
      },
    })
  }
  const input = (name: keyof SignUp, type: string, autoComplete: string, maxLength: number) => (described: object) => (
    <input class="input" name={name} type={type} autoComplete={autoComplete} maxLength={maxLength} {...described} />
  )
  const isUnclear = signUp.isError && Object.keys(faults).length === 0

  return (
    <div class="sign-in-part">
      <PageHeading title={words.title} />
      <p class="soft">{words.lead}</p>
      <form ref={form} onSubmit={submit} noValidate>
        {isUnclear && <ProblemNotice error={signUp.error} />}
        <FormField label={words.workspaceName} hint={words.workspaceNameHint} fault={faults.workspaceName ?? null}>
          {input('workspaceName', 'text', 'organization', 100)}
        </FormField>
        <FormField label={words.name} fault={faults.name ?? null}>
          {input('name', 'text', 'name', 100)}
        </FormField>
        <FormField label={words.email} fault={faults.email ?? null}>
          {input('email', 'email', 'username', 254)}
        </FormField>
        <FormField label={words.password} hint={words.passwordHint} fault={faults.password ?? null}>
          {input('password', 'password', 'new-password', 200)}
        </FormField>
        <div class="sign-in-pair">
          <FormField label={words.currency} hint={words.currencyHint} fault={faults.currency ?? null}>
            {(described) => (
              <select class="select" name="currency" {...described}>
                <CurrencyOptions chosen="USD" />
              </select>
            )}
          </FormField>
          <FormField label={words.language} hint={words.languageHint} fault={faults.defaultLocale ?? null}>
            {(described) => (
              <select class="select" name="defaultLocale" {...described}>
                {widgetLanguages.map((each) => (
                  <option key={each} value={each}>
                    {languageName(each)}
                  </option>
                ))}
              </select>
            )}
          </FormField>
        </div>
        <button type="submit" class="button" data-look="main" aria-disabled={signUp.isPending}>
          {signUp.isPending ? words.submitting : words.submit}
        </button>
      </form>
      {!isFirst && (
        <a class="sign-in-other" href="/sign-in">
          {words.signIn}
        </a>
      )}
    </div>
  )
}

const isTaken = (error: unknown) => error instanceof ApiProblem && error.code === 'email_taken'

function readForm(form: HTMLFormElement): SignUp {
  const data = new FormData(form)
  const read = (name: keyof SignUp) => String(data.get(name) ?? '').trim()
  return {
    workspaceName: read('workspaceName'),
    name: read('name'),
    email: read('email'),
    password: String(data.get('password') ?? ''),
    currency: read('currency'),
    defaultLocale: read('defaultLocale'),
  }
}
