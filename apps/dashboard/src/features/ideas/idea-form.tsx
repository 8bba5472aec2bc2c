import type { IdeaItem } from '@heed/contracts'
import { useId, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Modal } from '../../ui/modal.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { useSettled } from '../segments/use-settled.ts'
import { useAreas } from '../tickets/use-tickets.ts'
import { useSimilarIdeas } from './use-ideas.ts'

const words = text.idea.form

type Written = { title: string; body: string | null; areaId: string | null }
type Props = {
  title: string
  confirm: string
  /** What there is to edit; left out: a new idea. */
  idea?: Pick<IdeaItem, 'title' | 'body' | 'area'>
  showsSimilar?: boolean
  isPending: boolean
  error: unknown
  onSave: (written: Written) => void
  onClose: () => void
}

/** An idea's own words, new or edited, and what is like it while one writes. */
export function IdeaForm({ title: heading, confirm, idea, showsSimilar, isPending, error, onSave, onClose }: Props) {
  const [title, setTitle] = useState(idea?.title ?? '')
  const [body, setBody] = useState(idea?.body ?? '')
  const [areaId, setAreaId] = useState(idea?.area?.id ?? '')
  const areas = useAreas()
  const [titleId, bodyId, areaField] = [useId(), useId(), useId()]
  return (
    <Modal title={heading} onClose={onClose}>
      <form
        class="confirm idea-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isPending && title.trim() !== '')
            onSave({ title: title.trim(), body: body.trim() || null, areaId: areaId || null })
        }}
      >
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
            onInput={(event) => setTitle(event.currentTarget.value)}
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
            onInput={(event) => setBody(event.currentTarget.value)}
          />
        </div>
        {(areas.data?.items.length ?? 0) > 0 && (
          <div class="field">
            <label for={areaField}>{words.area}</label>
            <select
              id={areaField}
              class="select"
              value={areaId}
              onChange={(event) => setAreaId(event.currentTarget.value)}
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
        <div class="confirm-actions">
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
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
                <a href={link(`/ideas/${id}`)} dir="auto">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
