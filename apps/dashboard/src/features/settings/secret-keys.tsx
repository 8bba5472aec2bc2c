import type { CreatedKey, Key } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { CreatedSecret } from './created-secret.tsx'
import { focusPanel, SettingsPanel } from './settings-panel.tsx'
import { SettingsTable } from './settings-table.tsx'
import { useKeyCreation } from './use-keys.ts'

const words = text.settings.keys

type Props = { keys: Key[]; mayChange: boolean; onRevoke: (key: Key) => void }

/** The keys of the host's servers. A new one is shown once. */
export function SecretKeys({ keys, mayChange, onRevoke }: Props) {
  const creation = useKeyCreation()
  const [created, setCreated] = useState<CreatedKey | null>(null)
  const create = () => {
    if (!creation.isPending) creation.mutate({ kind: 'secret' }, { onSuccess: setCreated })
  }
  const forget = () => {
    setCreated(null)
    creation.reset() // its reply holds the key, too
    focusPanel('secret-keys')
  }
  return (
    <SettingsPanel id="secret-keys" title={words.secret.title}>
      <p class="soft">{words.secret.lead}</p>
      {keys.length === 0 ? (
        <p>{words.secret.none}</p>
      ) : (
        <SettingsTable
          caption={words.secret.table}
          columns={[words.secret.key, words.secret.created]}
          actions={mayChange ? words.secret.actions : undefined}
        >
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">
                <code>{key.hint}…</code>
              </th>
              <td data-label={words.secret.created}>
                <RelativeTime at={key.createdAt} />
              </td>
              {mayChange && (
                <td class="number">
                  <button
                    type="button"
                    class="button"
                    aria-label={words.revokeOf(`${key.hint}…`)}
                    onClick={() => onRevoke(key)}
                  >
                    {words.revoke}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </SettingsTable>
      )}
      {created && <CreatedSecret secret={created.key} words={words.secret.shown} onDone={forget} />}
      {creation.isError && <ProblemNotice error={creation.error} />}
      {mayChange && !created && (
        <div class="settings-actions">
          <button type="button" class="button" aria-disabled={creation.isPending} onClick={create}>
            {creation.isPending ? words.secret.creating : words.secret.create}
          </button>
        </div>
      )}
    </SettingsPanel>
  )
}
