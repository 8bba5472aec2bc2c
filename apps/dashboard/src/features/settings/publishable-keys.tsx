import type { Key } from '@heed/contracts'
import { X } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { CopyButton } from './copy-button.tsx'
import { OriginForm } from './origin-form.tsx'
import { SettingsPanel } from './settings-panel.tsx'
import { useKeyCreation, useOriginsChange } from './use-keys.ts'

const words = text.settings.keys

type Props = { keys: Key[]; mayChange: boolean; onRevoke: (key: Key) => void }

/** The keys that stand in pages, each with the origins that may use it. */
export function PublishableKeys({ keys, mayChange, onRevoke }: Props) {
  const creation = useKeyCreation()
  return (
    <SettingsPanel id="publishable-keys" title={words.publishable.title}>
      <p class="soft">{words.publishable.lead}</p>
      {keys.length === 0 && <p>{words.publishable.none}</p>}
      <ul class="publishable">
        {keys.map((key) => (
          <PublishableKey key={key.id} publishable={key} {...(mayChange && { onRevoke: () => onRevoke(key) })} />
        ))}
      </ul>
      {creation.isError && <ProblemNotice error={creation.error} />}
      {mayChange && (
        <div class="settings-actions">
          <button
            type="button"
            class="button"
            aria-disabled={creation.isPending}
            onClick={() => {
              if (!creation.isPending) creation.mutate({ kind: 'publishable', origins: [] })
            }}
          >
            {words.publishable.create}
          </button>
        </div>
      )}
    </SettingsPanel>
  )
}

function PublishableKey({ publishable, onRevoke }: { publishable: Key; onRevoke?: () => void }) {
  const { id, hint, origins, createdAt } = publishable
  const [said, setSaid] = useState('')
  const [removed, setRemoved] = useState<string | null>(null)
  const change = useOriginsChange()
  const remove = (origin: string) =>
    change.mutate(
      { id, origins: origins.filter((each) => each !== origin) },
      {
        onSuccess: () => {
          setRemoved(origin)
          setSaid(words.publishable.removed(origin))
        },
      },
    )
  const restore = (origin: string) => {
    setRemoved(null)
    change.mutate({ id, origins: [...origins, origin] }, { onSuccess: () => setSaid(words.publishable.added(origin)) })
  }
  return (
    <li>
      <div class="publishable-head">
        <code>{hint}</code>
        <CopyButton text={hint} onRefused={() => undefined} />
        {onRevoke && (
          <button type="button" class="button" aria-label={words.revokeOf(shortened(hint))} onClick={onRevoke}>
            {words.revoke}
          </button>
        )}
      </div>
      <p class="soft small">
        {words.made} <RelativeTime at={createdAt} />
      </p>
      <h3>{words.publishable.origins}</h3>
      {origins.length === 0 && <p class="soft">{words.publishable.noOrigins}</p>}
      <ul class="origins">
        {origins.map((origin) => (
          <li key={origin} class="origin">
            <code>{origin}</code>
            {onRevoke && (
              <button
                type="button"
                class="icon-button"
                aria-label={words.publishable.remove(origin)}
                aria-disabled={change.isPending}
                onClick={() => {
                  if (!change.isPending) remove(origin)
                }}
              >
                <X size={16} aria-hidden="true" />
              </button>
            )}
          </li>
        ))}
      </ul>
      <p class="soft small origins-said">
        <span role="status">{said}</span>
        {removed !== null && (
          <button type="button" class="button" onClick={() => restore(removed)}>
            {words.publishable.restored}
          </button>
        )}
      </p>
      {change.isError && <ProblemNotice error={change.error} />}
      {onRevoke && (
        <OriginForm
          publishable={publishable}
          words={words.publishable}
          onAdded={(origin) => {
            setRemoved(null)
            setSaid(words.publishable.added(origin))
          }}
        />
      )}
    </li>
  )
}

/** By which one knows it again: nobody reads all 46 characters. */
export const shortened = (key: string): string => (key.length > 14 ? `${key.slice(0, 9)}…` : key)
