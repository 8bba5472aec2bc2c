import type { SharedResults, Survey } from '@heed/contracts'
import { Copy, Share2 } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { Modal } from '../../ui/modal.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { useSaved } from '../segments/use-saved.ts'
import { useSegment } from '../segments/use-segment.ts'
import { sharedAddress } from './result-addresses.ts'
import { pairsOfView, readView } from './result-view.ts'
import './share.css'
import { queryInWords } from './shared-query.ts'
import { useShareCreation, useShareRevocation, useShares } from './use-results.ts'

const words = text.results.sharing

type Props = { survey: Pick<Survey, 'id'>; currency: string }

/** Opens the links of these results. */
export function ShareButton({ survey, currency }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Share2 size={16} aria-hidden="true" />
        {words.share}
      </button>
      {isOpen && <ShareDialog survey={survey} currency={currency} onClose={() => setOpen(false)} />}
    </>
  )
}

function ShareDialog({ survey: { id }, currency, onClose }: Props & { onClose: () => void }) {
  const { pairs, filter } = useSegment()
  const { nameOf } = useSaved()
  const list = useShares(id)
  const creation = useShareCreation(id)
  const revocation = useShareRevocation(id)
  const query = new URLSearchParams([...pairs, ...pairsOfView(readView(filter))]).toString()
  const saying = (each: string) => queryInWords(each, { currency, nameOf })

  return (
    <Modal title={words.title} onClose={onClose}>
      <div class="share">
        <p>{words.lead}</p>
        <p class="soft">{words.whose(saying(query))}</p>
        {creation.data ? (
          <FreshLink token={creation.data.token} />
        ) : (
          <button
            type="button"
            class="button"
            data-look="main"
            aria-disabled={creation.isPending}
            onClick={() => !creation.isPending && creation.mutate({ query })}
          >
            {creation.isPending ? words.creating : words.create}
          </button>
        )}
        {creation.isError && <ProblemNotice error={creation.error} />}
        <h3>{words.list}</h3>
        {revocation.isError && <ProblemNotice error={revocation.error} />}
        <p class="visually-hidden" role="status">
          {revocation.isSuccess && words.revoked}
        </p>
        <Loaded query={list} skeleton={<Skeleton height={64} />}>
          {({ items }) =>
            items.length === 0 ? (
              <p class="soft">{words.none}</p>
            ) : (
              <ul class="share-list">
                {items.map((share) => (
                  <ShareRow
                    key={share.id}
                    share={share}
                    said={saying(share.query)}
                    onRevoke={() => !revocation.isPending && revocation.mutate(share.id)}
                  />
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </Modal>
  )
}

/** The one time that a link can be seen. */
function FreshLink({ token }: { token: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const address = `${location.origin}${sharedAddress(token)}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      setOutcome('copied')
    } catch {
      field.current?.select()
      setOutcome('refused')
    }
  }
  return (
    <div class="share-fresh">
      <p role="status">{words.fresh}</p>
      <div class="share-link">
        <input
          ref={field}
          class="input"
          dir="ltr"
          readOnly
          aria-label={words.link}
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button" data-look="main" onClick={() => void copy()}>
          <Copy size={16} aria-hidden="true" />
          {words.copy}
        </button>
      </div>
      <p class="soft small" role="status">
        {outcome === 'copied' && words.copied}
        {outcome === 'refused' && words.copyByHand}
      </p>
    </div>
  )
}

function ShareRow({ share, said, onRevoke }: { share: SharedResults; said: string; onRevoke: () => void }) {
  return (
    <li>
      <div>
        <p>{said}</p>
        <p class="soft small">
          {words.made(share.createdBy)} · <RelativeTime at={share.createdAt} />
        </p>
      </div>
      <button type="button" class="button" aria-label={words.revokeOf(said)} onClick={onRevoke}>
        {words.revoke}
      </button>
    </li>
  )
}
