import type { MemberItem } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useMemberRemoval, useNewLink } from './use-members.ts'

const words = text.settings.members

type NewLinkProps = { about: MemberItem; onMade: (linkToken: string) => void; onClose: () => void }

/** Asks before a member's password stops working. */
export function NewLink({ about: { id, name }, onMade, onClose }: NewLinkProps) {
  const making = useNewLink()
  return (
    <Confirm
      title={words.newLinkTitle(name)}
      confirm={words.newLinkConfirm}
      cancel={words.newLinkCancel}
      isPending={making.isPending}
      error={making.error}
      onConfirm={() => making.mutate(id, { onSuccess: ({ linkToken }) => onMade(linkToken) })}
      onClose={onClose}
    >
      <p>{words.newLinkBody}</p>
    </Confirm>
  )
}

type RemovalProps = { about: MemberItem; onRemoved: () => void; onClose: () => void }

/** Asks before somebody is signed out for good. */
export function MemberRemoval({ about: { id, name }, onRemoved, onClose }: RemovalProps) {
  const removal = useMemberRemoval()
  return (
    <Confirm
      title={words.removeTitle(name)}
      confirm={words.removeConfirm}
      cancel={words.removeCancel}
      isPending={removal.isPending}
      error={removal.error}
      onConfirm={() => removal.mutate(id, { onSuccess: onRemoved })}
      onClose={onClose}
    >
      <p>{words.removeBody}</p>
    </Confirm>
  )
}
