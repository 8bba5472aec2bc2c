import type { Key } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { PublishableKeys, shortened } from './publishable-keys.tsx'
import { SecretKeys } from './secret-keys.tsx'
import type { SectionProps } from './section-props.ts'
import { SettingsHead } from './settings-head.tsx'
import { focusPanel } from './settings-panel.tsx'
import { useKeyEnding, useKeyList } from './use-keys.ts'
import './keys.css'

const words = text.settings.keys

/** What opens the workspace: to pages, and to the host's server. */
export function KeysPage({ mayChange }: SectionProps) {
  const query = useKeyList()
  const [revoking, setRevoking] = useState<Key | null>(null)
  const [said, setSaid] = useState('')
  return (
    <>
      <SettingsHead words={words} mayChange={mayChange} />
      <p class="visually-hidden" role="status">
        {said}
      </p>
      <Loaded query={query} skeleton={<Skeleton height={480} />}>
        {({ items }) => (
          <div class="settings-cards">
            <PublishableKeys
              keys={items.filter(({ kind }) => kind === 'publishable')}
              mayChange={mayChange}
              onRevoke={setRevoking}
            />
            <SecretKeys
              keys={items.filter(({ kind }) => kind === 'secret')}
              mayChange={mayChange}
              onRevoke={setRevoking}
            />
          </div>
        )}
      </Loaded>
      {revoking && <Revocation revoked={revoking} onRevoked={setSaid} onClose={() => setRevoking(null)} />}
    </>
  )
}

type RevocationProps = { revoked: Key; onRevoked: (said: string) => void; onClose: () => void }

function Revocation({ revoked: { id, kind, hint, origins }, onRevoked, onClose }: RevocationProps) {
  const ending = useKeyEnding()
  const name = kind === 'secret' ? `${hint}…` : shortened(hint)
  const onSuccess = () => {
    onClose()
    onRevoked(words.revoked(name))
    focusPanel(`${kind}-keys`) // the row goes, and with it the button that had the focus
  }
  return (
    <Confirm
      title={words.revokeTitle(name)}
      confirm={words.revokeConfirm}
      cancel={words.revokeCancel}
      isPending={ending.isPending}
      error={ending.error}
      onConfirm={() => ending.mutate(id, { onSuccess })}
      onClose={onClose}
    >
      <p>{kind === 'secret' ? words.revokeSecret : words.revokePublishable(origins.length)}</p>
    </Confirm>
  )
}
