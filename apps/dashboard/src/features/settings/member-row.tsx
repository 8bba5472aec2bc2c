import type { Member, MemberItem, Role } from '@heed/contracts'
import { ApiProblem } from '../../api.ts'
import { text } from '../../locales/text.ts'
import { problemWords } from '../../ui/problem-words.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { mayManage, rolesFor } from './may-manage.ts'
import { useRoleChange } from './use-members.ts'

const words = text.settings.members
const roleNames = text.common.member.role

type Props = {
  member: MemberItem
  self: Member
  hasActions: boolean
  onSaid: (said: string) => void
  onNewLink: () => void
  onRemove: () => void
}

export function MemberRow({ member, self, hasActions, onSaid, onNewLink, onRemove }: Props) {
  const { id, name, email, role, invited, lastSeenAt } = member
  const change = useRoleChange()
  const managed = mayManage(self, member)
  const shown = change.isPending ? change.variables.role : role
  const put = (next: Role) =>
    change.mutate(
      { id, role: next },
      {
        onSuccess: () => onSaid(words.roleChanged(name, roleNames[next])),
        onError: (error) => onSaid(roleFault(error)),
      },
    )
  return (
    <tr>
      <th scope="row">
        <span class="member-title">
          {name}
          {id === self.id && <span class="tag">{words.you}</span>}
          {invited && (
            <span class="tag" title={words.invitedHint}>
              {words.invited}
            </span>
          )}
        </span>
        <span class="soft small member-address">{email}</span>
      </th>
      <td data-label={words.role}>
        {managed ? (
          <select
            class="select"
            aria-label={words.roleOf(name)}
            value={shown}
            onChange={(event) => put(event.currentTarget.value as Role)}
          >
            {rolesFor(self).map((each) => (
              <option key={each} value={each}>
                {roleNames[each]}
              </option>
            ))}
          </select>
        ) : (
          roleNames[role]
        )}
      </td>
      <td data-label={words.lastSeen}>
        {lastSeenAt === null ? invited ? words.notYet : words.never : <RelativeTime at={lastSeenAt} />}
      </td>
      {hasActions && (
        <td class="number">
          {managed && (
            <span class="member-actions">
              <button type="button" class="button" aria-label={words.newLinkOf(name)} onClick={onNewLink}>
                {words.newLink}
              </button>
              <button type="button" class="button" aria-label={words.removeOf(name)} onClick={onRemove}>
                {words.remove}
              </button>
            </span>
          )}
        </td>
      )}
    </tr>
  )
}

const roleFault = (error: unknown): string =>
  error instanceof ApiProblem && error.code === 'last_owner' ? words.lastOwner : problemWords(error)
