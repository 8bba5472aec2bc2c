import type { IdeaItem } from '@heed/contracts'
import { useId, useState } from 'preact/hooks'
import { type KeptWork, useKept } from '../../kept-work.ts'
import { text } from '../../locales/text.ts'
import { Modal } from '../../ui/modal.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useUnloadWarning } from '../../ui/unload-warning.ts'
import { useSegment } from '../segments/use-segment.ts'
import { useSettled } from '../segments/use-settled.ts'
import { useAreas } from '../tickets/use-tickets.ts'
import { readTyped, type TypedIdea } from './kept-idea.ts'
import { useSimilarIdeas } from './use-ideas.ts'

const words = text.idea.form

type Written = { title: string; body: string | null; areaId: string | null }
type Props = {
  /** Whose writing it is. */
  memberId: string
  title: string
  confirm: string
  /** What there is to edit; left out: a new idea. */
  idea?: Pick<IdeaItem, 'id' | 'title' | 'body' | 'area'>
  showsSimilar?: boolean
  isPending: boolean
  error: unknown
  /** Saves the fields that were written in, and no other: somebody else may have changed those meanwhile. */
  onSave: (written: Partial<Written>) => Promise<unknown>
  onClose: () => void
}

/** An idea's own words, new or edited. Opens once it is known what of them was written before and is not saved. */
export function IdeaForm(props: Props) {
  const kept = useKept(props.memberId, props.idea ? `idea ${props.idea.id}` : 'idea', true)
  return kept && <OpenForm {...props} kept={kept} />
}

type OpenProps = Props & { kept: KeptWork }

function OpenForm({ title: heading, confirm, idea, showsSimilar, isPending, error, onSave, onClose, kept }: OpenProps) {
  const [earlier] = useState(() => readTyped(kept.read()))
  const [typed, setTyped] = useState(earlier)
  const [asksToDiscard, setAsks] = useState(false)
  const before = { title: idea?.title ?? '', body: idea?.body ?? '', areaId: idea?.area?.id ?? '' }
  const isNews = ({ title, body, areaId }: Required<TypedIdea>) =>
    title !== before.title || body !== before.body || areaId !== before.areaId
  const { title, body, areaId } = { ...before, ...typed }
  const isUnsaved = isNews({ title, body, areaId })
  useUnloadWarning(isUnsaved && !isPending)
  const put = (changed: TypedIdea) => {
    const next = { ...typed, ...changed }
    setTyped(next)
    if (isNews({ ...before, ...next })) kept.keep(next)
    else kept.forget()
    setAsks(false)
  }
  const mayClose = () => {
    if (isUnsaved) setAsks(true)
    return !isUnsaved
  }
  const areas = useAreas()
  const [titleId, bodyId, areaField] = [useId(), useId(), useId()]
  return (
    <Modal title={heading} mayClose={mayClose} onClose={onClose}>
      <form
        class="confirm idea-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isPending && title.trim() !== '')
            onSave({
              ...(typed.title !== undefined && { title: title.trim() }),
              ...(typed.body !== undefined && { body: body.trim() || null }),
              ...(typed.areaId !== undefined && { areaId: areaId || null }),
            }).then(kept.forget, () => undefined)
        }}
      >
        {isUnsaved && typed === earlier && <p class="soft small">{words.kept}</p>}
        <div class="field">
          <label for={titleId}>{words.title}</label>
          <input
            id={titleId}
            class="input"
            dir="auto"
            required
            maxLength={120}
            autocomplete="off"
            value={title}
            onInput={(event) => put({ title: event.currentTarget.value })}
          />
        </div>
        {showsSimilar && <SimilarIdeas words={title} />}
        <div class="field">
          <label for={bodyId}>{words.body}</label>
          <textarea
            id={bodyId}
            class="input"
            dir="auto"
            rows={5}
            maxLength={5000}
            value={body}
            onInput={(event) => put({ body: event.currentTarget.value })}
          />
        </div>
        {(areas.data?.items.length ?? 0) > 0 && (
          <div class="field">
            <label for={areaField}>{words.area}</label>
            <select
              id={areaField}
              class="select"
              value={areaId}
              onChange={(event) => put({ areaId: event.currentTarget.value })}
            >
              <option value="">{text.ideas.noArea}</option>
              {areas.data?.items.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        {error ? <ProblemNotice error={error} /> : null}
        {asksToDiscard && (
          <p class="unsaved" role="alert">
            {words.unsaved}
          </p>
        )}
        <div class="confirm-actions">
          <button
            type="button"
            class="button"
            onClick={() => {
              if (!asksToDiscard && !mayClose()) return
              kept.forget()
              onClose()
            }}
          >
            {asksToDiscard ? words.discard : words.cancel}
          </button>
          <button type="submit" class="button" data-look="main" aria-disabled={isPending}>
            {confirm}
          </button>
        </div>
      </form>
    </Modal>
  )
}

function SimilarIdeas({ words: written }: { words: string }) {
  const { link } = useSegment()
  const settled = useSettled(written)
  const { data } = useSimilarIdeas(settled)
  const items = settled.trim() === '' ? [] : (data?.items ?? [])
  return (
    <div aria-live="polite" class="similar-ideas">
      {items.length > 0 && (
        <>
          <p class="soft small">{words.similar}</p>
          <ul class="small-rows">
            {items.map(({ id, title, state }) => (
              <li key={id}>
                <span class="tag">{text.ideas.state[state]}</span>
                {/* Beside the page, so that what is being written stays. */}
                <a href={link(`/ideas/${id}`)} target="_blank" rel="noopener" dir="auto">
                  {title}
                  <span class="visually-hidden"> ({text.common.opensElsewhere})</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
