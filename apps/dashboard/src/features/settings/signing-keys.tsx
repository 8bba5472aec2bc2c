import type { IdentitySettings, SigningKey } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { NewKeyForm } from './new-key-form.tsx'
import { focusPanel, SettingsPanel } from './settings-panel.tsx'
import { SettingsTable } from './settings-table.tsx'
import { useKeyRevocation } from './use-identity.ts'

const words = text.settings.identity.keys

type Props = { identity: IdentitySettings; mayChange: boolean }

/** The keys that the host's servers sign with. */
export function SigningKeys({ identity, mayChange }: Props) {
  const { keys, enforced } = identity
  const [revoking, setRevoking] = useState<SigningKey | null>(null)
  return (
    <SettingsPanel id="signing-keys" title={words.title}>
      <p class="soft">{words.lead}</p>
      {keys.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <SettingsTable
          caption={words.table}
          columns={[words.name, words.algorithm, words.id, words.hint, words.created, words.lastUsed]}
          actions={mayChange ? words.actions : undefined}
        >
          {keys.map((key) => (
            <KeyRow key={key.id} signingKey={key} {...(mayChange && { onRevoke: () => setRevoking(key) })} />
          ))}
        </SettingsTable>
      )}
      {mayChange && <NewKeyForm onStored={focusHeading} />}
      {revoking && (
        <Revocation signingKey={revoking} isLast={enforced && keys.length === 1} onClose={() => setRevoking(null)} />
      )}
    </SettingsPanel>
  )
}

const focusHeading = () => focusPanel('signing-keys')

function KeyRow({ signingKey, onRevoke }: { signingKey: SigningKey; onRevoke?: () => void }) {
  const { name, algorithm, id, hint, createdAt, lastUsedAt } = signingKey
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={words.algorithm}>{algorithm}</td>
      <td data-label={words.id}>
        <code>{id}</code>
      </td>
      <td data-label={words.hint}>
        <code>{hint}</code>
      </td>
      <td data-label={words.created}>
        <RelativeTime at={createdAt} />
      </td>
      <td data-label={words.lastUsed}>{lastUsedAt === null ? words.never : <RelativeTime at={lastUsedAt} />}</td>
      {onRevoke && (
        <td class="number">
          <button type="button" class="button" aria-label={words.revokeOf(name)} onClick={onRevoke}>
            {words.revoke}
          </button>
        </td>
      )}
    </tr>
  )
}

function Revocation({ signingKey, isLast, onClose }: { signingKey: SigningKey; isLast: boolean; onClose: () => void }) {
  const revocation = useKeyRevocation()
  const onRevoked = () => {
    onClose()
    focusHeading() // the row goes, and with it the button that had the focus
  }
  return (
    <Confirm
      title={words.revokeTitle(signingKey.name)}
      confirm={words.revokeConfirm}
      cancel={words.revokeCancel}
      isPending={revocation.isPending}
      error={revocation.error}
      onConfirm={() => revocation.mutate(signingKey.id, { onSuccess: onRevoked })}
      onClose={onClose}
    >
      <p>{words.revokeBody}</p>
      {isLast && (
        <p>
          <strong>{words.revokeLast}</strong>
        </p>
      )}
    </Confirm>
  )
}
