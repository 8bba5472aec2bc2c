import type { IdentitySettings } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { formatCount } from '../../ui/numbers.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useIdentityPatch } from './use-identity.ts'

const words = text.settings.identity.enforcement

type Props = { identity: IdentitySettings; mayChange: boolean }

/** Whether whoever is not signed is refused. Switching it on says first whom that shuts out. */
export function Enforcement({ identity, mayChange }: Props) {
  const { enforced, keys } = identity
  const patch = useIdentityPatch()
  const [asks, setAsks] = useState(false)
  const lacksKey = !enforced && keys.length === 0

  const open = () => {
    patch.reset()
    setAsks(true)
  }

  return (
    <section class="card panel">
      <h2>{words.title}</h2>
      <p role="status">{enforced ? words.on : words.off}</p>
      {mayChange && (
        <div class="settings-actions">
          {enforced ? (
            <button
              type="button"
              class="button"
              aria-disabled={patch.isPending}
              onClick={() => {
                if (!patch.isPending) patch.mutate({ enforced: false })
              }}
            >
              {words.switchOff}
            </button>
          ) : (
            <button type="button" class="button" disabled={lacksKey} onClick={open}>
              {words.switchOn}
            </button>
          )}
          {lacksKey && <p class="soft small">{words.noKey}</p>}
        </div>
      )}
      {patch.isError && !asks && <ProblemNotice error={patch.error} />}
      {asks && (
        <Confirm
          title={words.confirmTitle}
          confirm={words.confirm}
          cancel={words.cancel}
          isPending={patch.isPending}
          error={patch.error}
          onConfirm={() => patch.mutate({ enforced: true }, { onSuccess: () => setAsks(false) })}
          onClose={() => setAsks(false)}
        >
          <Consequence seen={identity.seen} />
          <p class="soft">{words.back}</p>
        </Confirm>
      )}
    </section>
  )
}

function Consequence({ seen }: { seen: IdentitySettings['seen'] }) {
  const shutOut = seen.unsigned + seen.anonymous
  const all = shutOut + seen.signed
  const days = words.days(seen.days)
  if (all === 0) return <p>{words.nobodyCame(days)}</p>
  if (shutOut === 0) return <p>{words.nobodyOut(days)}</p>
  return (
    <>
      <p>
        <strong>{words.shutsOut(formatCount(shutOut), words.visitors(all), days)}</strong>
      </p>
      <ul>
        {seen.unsigned > 0 && <li>{words.unsigned(words.visitors(seen.unsigned))}</li>}
        {seen.anonymous > 0 && <li>{words.anonymous(words.visitors(seen.anonymous))}</li>}
      </ul>
    </>
  )
}
