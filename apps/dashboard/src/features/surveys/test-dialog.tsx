import type { Survey } from '@heed/contracts'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { isWebAddress } from '../../ui/external-link.tsx'
import { Modal } from '../../ui/modal.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { formatMoment } from './survey-words.ts'
import { useTestLink } from './use-survey.ts'

const words = text.surveys.test
const keptUnder = 'heed:test-page'

type Props = { survey: Pick<Survey, 'id'>; onClose: () => void }

/** Gives an address under which the survey shows to oneself, as it is now, in one's own app. */
export function TestDialog({ survey, onClose }: Props) {
  const { mutate, data, isError, error } = useTestLink()
  const [page, setPage] = useState(() => localStorage.getItem(keptUnder) ?? `${location.origin}/demo/`)
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const make = () => mutate(survey.id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: one link is made when the dialog opens
  useEffect(make, [])

  const isPage = isWebAddress(page.trim())
  const address = data && isPage ? `${page.trim().replace(/#.*$/, '')}#${data.parameter}` : null
  const copy = async () => {
    if (address === null) return
    try {
      await navigator.clipboard.writeText(address)
      setOutcome('copied')
    } catch {
      field.current?.select()
      setOutcome('refused')
    }
  }
  return (
    <Modal title={words.title} onClose={onClose}>
      <div class="survey-test">
        <p>{words.body}</p>
        <label class="field">
          <span>{words.address}</span>
          <input
            class="input"
            type="url"
            dir="ltr"
            placeholder={words.addressHint}
            value={page}
            aria-invalid={!isPage}
            aria-describedby={isPage ? undefined : id}
            onInput={(event) => {
              setPage(event.currentTarget.value)
              if (isWebAddress(event.currentTarget.value.trim()))
                localStorage.setItem(keptUnder, event.currentTarget.value.trim())
            }}
          />
        </label>
        {!isPage && (
          <p class="field-error" id={id}>
            {words.badAddress}
          </p>
        )}
        {isError && <ProblemNotice error={error} onRetry={make} />}
        {!data && !isError && <p class="soft">{words.making}</p>}
        {address !== null && (
          <>
            <label class="field">
              <span>{words.link}</span>
              <input ref={field} class="input code" dir="ltr" readOnly value={address} />
            </label>
            <div class="survey-acts">
              <a class="button" data-look="main" href={address} target="_blank" rel="noopener noreferrer">
                {words.open}
                <span class="visually-hidden"> ({text.common.opensElsewhere})</span>
              </a>
              <button type="button" class="button" onClick={() => void copy()}>
                {words.copy}
              </button>
              <span class="soft small" role="status">
                {outcome === 'copied' && words.copied}
                {outcome === 'refused' && words.copyByHand}
              </span>
            </div>
            {data && <p class="soft small">{words.until(formatMoment(data.expiresAt))}</p>}
          </>
        )}
      </div>
    </Modal>
  )
}
