import type { Member, NewMember, Role } from '@heed/contracts'
import { useRef, useState } from 'preact/hooks'
import { ApiProblem } from '../../api.ts'
import { text } from '../../locales/text.ts'
import { FormField } from '../../ui/form-field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { rolesFor } from './may-manage.ts'
import { useInvitation } from './use-members.ts'

const words = text.settings.members
const emptyDraft: NewMember = { name: '', email: '', role: 'agent' }
type Faults = { name?: string; email?: string }

type Props = { self: Member; onInvited: (name: string, linkToken: string) => void }

/** Adds a member, for whom there is a link to hand on. */
export function InviteForm({ self, onInvited }: Props) {
  const [draft, setDraft] = useState(emptyDraft)
  const [faults, setFaults] = useState<Faults>({})
  const invitation = useInvitation()
  const form = useRef<HTMLFormElement>(null)

  const refuse = (found: Faults) => {
    setFaults(found)
    form.current?.querySelector<HTMLElement>(`[name="${Object.keys(found)[0]}"]`)?.focus()
  }
  const put = (changed: Partial<NewMember>) => {
    setDraft({ ...draft, ...changed })
    setFaults({})
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (invitation.isPending) return
    const wanted = { ...draft, name: draft.name.trim(), email: draft.email.trim() }
    const found = faultsOf(wanted)
    if (Object.keys(found).length > 0) return refuse(found)
    invitation.mutate(wanted, {
      onSuccess: ({ linkToken, member }) => {
        setDraft(emptyDraft)
        onInvited(member.name, linkToken)
        invitation.reset() // its reply holds the link, too
      },
      onError: (error) => {
        const fault = emailFault(error)
        if (fault) refuse({ email: fault })
      },
    })
  }
  return (
    <form ref={form} class="settings-form" onSubmit={submit} noValidate>
      <h3>{words.invite.title}</h3>
      <FormField label={words.invite.name} fault={faults.name ?? null}>
        {(described) => (
          <input
            class="input"
            name="name"
            maxLength={100}
            autoComplete="off"
            value={draft.name}
            onInput={(event) => put({ name: event.currentTarget.value })}
            {...described}
          />
        )}
      </FormField>
      <FormField label={words.invite.email} fault={faults.email ?? null}>
        {(described) => (
          <input
            class="input"
            type="email"
            name="email"
            maxLength={254}
            autoComplete="off"
            value={draft.email}
            onInput={(event) => put({ email: event.currentTarget.value })}
            {...described}
          />
        )}
      </FormField>
      <FormField label={words.invite.role} hint={words.roles[draft.role]}>
        {(described) => (
          <select
            class="select"
            name="role"
            value={draft.role}
            onChange={(event) => put({ role: event.currentTarget.value as Role })}
            {...described}
          >
            {rolesFor(self).map((role) => (
              <option key={role} value={role}>
                {text.common.member.role[role]}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {invitation.isError && !faults.email && (
        <div class="settings-wide">
          <ProblemNotice error={invitation.error} />
        </div>
      )}
      <div class="settings-wide">
        <button type="submit" class="button" aria-disabled={invitation.isPending}>
          {invitation.isPending ? words.invite.submitting : words.invite.submit}
        </button>
      </div>
    </form>
  )
}

const faultsOf = ({ name, email }: NewMember): Faults => ({
  ...(name === '' && { name: words.invite.nameMissing }),
  ...(!/^\S+@\S+\.\S+$/.test(email) && { email: words.invite.emailMissing }),
})

function emailFault(error: unknown): string | null {
  if (!(error instanceof ApiProblem)) return null
  if (error.code === 'email_taken') return words.invite.emailTaken
  return error.fields.some(({ field }) => field === 'email') ? words.invite.emailMissing : null
}
