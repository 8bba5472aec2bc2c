import type { Member, MemberItem } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { CreatedSecret } from './created-secret.tsx'
import { InviteForm } from './invite-form.tsx'
import { MemberRemoval, NewLink } from './member-dialogs.tsx'
import { MemberRow } from './member-row.tsx'
import type { SectionProps } from './section-props.ts'
import { SettingsHead } from './settings-head.tsx'
import { focusPanel, SettingsPanel } from './settings-panel.tsx'
import { SettingsTable } from './settings-table.tsx'
import { linkAddress, useMembers } from './use-members.ts'
import './members.css'

const words = text.settings.members

/** Who signs in here, and the way in for others. */
export function MembersPage({ member, mayChange }: SectionProps) {
  const query = useMembers()
  return (
    <>
      <SettingsHead words={words} mayChange={mayChange} />
      <Loaded query={query} skeleton={<Skeleton height={420} />}>
        {({ items }) => <Members members={items} self={member} mayChange={mayChange} />}
      </Loaded>
    </>
  )
}

type Props = { members: MemberItem[]; self: Member; mayChange: boolean }

function Members({ members, self, mayChange }: Props) {
  const [link, setLink] = useState<{ name: string; token: string } | null>(null)
  const [asked, setAsked] = useState<{ about: MemberItem; what: 'link' | 'removal' } | null>(null)
  const [said, setSaid] = useState('')
  const close = () => setAsked(null)
  const focusHeading = () => focusPanel('members')

  return (
    <SettingsPanel id="members" title={words.table}>
      <SettingsTable
        caption={words.table}
        columns={[words.name, words.role, words.lastSeen]}
        actions={mayChange ? words.actions : undefined}
      >
        {members.map((each) => (
          <MemberRow
            key={each.id}
            member={each}
            self={self}
            hasActions={mayChange}
            onSaid={setSaid}
            onNewLink={() => setAsked({ about: each, what: 'link' })}
            onRemove={() => setAsked({ about: each, what: 'removal' })}
          />
        ))}
      </SettingsTable>
      <p class="soft small" role="status">
        {said}
      </p>
      {link && (
        <CreatedSecret
          secret={linkAddress(link.token)}
          words={{ ...words.link, title: words.link.title(link.name) }}
          onDone={() => {
            setLink(null)
            focusHeading()
          }}
        />
      )}
      {mayChange && <InviteForm self={self} onInvited={(name, token) => setLink({ name, token })} />}
      {asked?.what === 'link' && (
        <NewLink
          about={asked.about}
          onMade={(token) => {
            close()
            setLink({ name: asked.about.name, token })
          }}
          onClose={close}
        />
      )}
      {asked?.what === 'removal' && (
        <MemberRemoval
          about={asked.about}
          onRemoved={() => {
            close()
            setSaid(words.removed(asked.about.name))
            focusHeading() // the row goes, and with it the button that had the focus
          }}
          onClose={close}
        />
      )}
    </SettingsPanel>
  )
}
