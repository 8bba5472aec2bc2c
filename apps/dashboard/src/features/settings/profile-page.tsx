import type { Profile } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { PasswordForm } from './password-form.tsx'
import type { SectionProps } from './section-props.ts'
import './workspace.css'
import { useNameChange, useProfile, useSignOutEverywhere } from './use-profile.ts'

const words = text.settings.profile

/** One's own name, password and sessions; everybody's, whatever their role. */
export function ProfilePage({ member }: SectionProps) {
  const query = useProfile()
  return (
    <>
      <header class="settings-head">
        <PageHeading title={words.title} />
        <p class="soft">{words.lead(member.email, text.common.member.role[member.role])}</p>
      </header>
      <Loaded query={query} skeleton={<Skeleton height={480} />}>
        {(profile) => (
          <div class="settings-cards">
            {/* First: who came by an invitation has none yet. */}
            <PasswordForm hasPassword={profile.hasPassword} email={profile.email} />
            <NameForm name={profile.name} />
            <Sessions profile={profile} />
          </div>
        )}
      </Loaded>
    </>
  )
}

function NameForm({ name }: { name: string }) {
  const change = useNameChange()
  const [typed, setTyped] = useState(name)
  const [isMissing, setMissing] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setMissing(typed.trim() === '')
    if (typed.trim() !== '' && !change.isPending) change.mutate(typed.trim())
  }
  return (
    <form class="card panel profile-form" onSubmit={submit} noValidate>
      <FormField label={words.name} hint={words.nameHint} fault={isMissing ? words.nameMissing : null}>
        {(described) => (
          <input
            class="input"
            name="name"
            maxLength={100}
            autoComplete="name"
            value={typed}
            onInput={(event) => {
              setTyped(event.currentTarget.value)
              setMissing(false)
              if (change.isSuccess) change.reset()
            }}
            {...described}
          />
        )}
      </FormField>
      {change.isError && <ProblemNotice error={change.error} />}
      <div class="settings-actions">
        <button type="submit" class="button" aria-disabled={change.isPending}>
          {words.save}
        </button>
        <span class="soft small" role="status">
          {change.isSuccess && words.saved}
        </span>
      </div>
    </form>
  )
}

function Sessions({ profile }: { profile: Profile }) {
  const { route } = useLocation()
  const [asks, setAsks] = useState(false)
  const signOut = useSignOutEverywhere(() => route('/sign-in'))
  return (
    <section class="card panel">
      <h2>{words.sessions.title}</h2>
      <p>{words.sessions.count(profile.sessions)}</p>
      <div class="settings-actions">
        <button type="button" class="button" onClick={() => setAsks(true)}>
          {words.sessions.signOut}
        </button>
      </div>
      {asks && (
        <Confirm
          title={words.sessions.confirmTitle}
          confirm={words.sessions.confirm}
          cancel={words.sessions.cancel}
          isPending={signOut.isPending}
          error={signOut.error}
          onConfirm={() => signOut.mutate()}
          onClose={() => setAsks(false)}
        >
          <p>{words.sessions.confirmBody}</p>
        </Confirm>
      )}
    </section>
  )
}
