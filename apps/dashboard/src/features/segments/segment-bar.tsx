import { conditionsOf, describeSegment } from '@heed/segments'
import { ListFilter, X } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { giveFocus } from '../../ui/give-focus.ts'
import { useKeys } from '../../ui/keyboard.ts'
import { AsOfChoice } from './as-of-choice.tsx'
import { withoutNode } from './conditions.ts'
import { SaveSegment } from './save-segment.tsx'
import { SavedMenu, savedAs } from './saved-menu.tsx'
import { SegmentEditor } from './segment-editor.tsx'
import './segments.css'
import { sizeInWords } from './size-in-words.ts'
import { useSaved } from './use-saved.ts'
import { useSegment } from './use-segment.ts'
import { useSegmentSize } from './use-segment-size.ts'

const words = text.segments

/** Pages that show answers, tickets and votes, whose customers may have been others then. */
const isAboutAnswers = (path: string): boolean =>
  path === '/' || /^\/(responses|tickets|deflection|ideas|surveys)(\/|$)/.test(path)

/** Says in words whom one is looking at, on every page, and opens the editor. `maySave`: the member's role allows it. */
export function SegmentBar({ currency, maySave }: { currency: string; maySave: boolean }) {
  const { segment, asOf, customerPairs, faults, setSegment, setAsOf } = useSegment()
  const { path } = useLocation()
  const size = useSegmentSize(customerPairs)
  const { saved, isLoaded, nameOf } = useSaved()
  const [open, setOpen] = useState<'editor' | 'save' | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  useKeys({ '/': () => setOpen('editor') })

  const isEveryone = segment.all.length === 0
  const isGone =
    isLoaded &&
    conditionsOf(segment).some(
      (condition) => condition.field === 'segment' && !saved.some(({ id }) => id === condition.id),
    )
  const [only] = segment.all
  const isSaved = segment.all.length === 1 && only !== undefined && 'field' in only && only.field === 'segment'
  const close = () => {
    setOpen(null)
    giveFocus(button.current)
  }

  return (
    <section class="segment-bar" aria-label={words.label}>
      <div class="segment-acts">
        <button ref={button} type="button" class="button" aria-haspopup="dialog" onClick={() => setOpen('editor')}>
          <ListFilter size={16} aria-hidden="true" />
          {words.filter}
        </button>
        <SavedMenu currency={currency} />
      </div>
      <div class="segment-words">
        {isEveryone && <strong>{words.everyone}</strong>}
        {describeSegment(segment, { currency, locale, nameOf }).map((phrase, at) => (
          <span class="segment-chip" key={phrase}>
            <span title={phrase}>
              <bdi>{phrase}</bdi>
            </span>
            <button
              type="button"
              class="icon-button"
              aria-label={words.remove(phrase)}
              title={words.remove(phrase)}
              onClick={() => {
                setSegment(withoutNode(segment, at))
                button.current?.focus()
              }}
            >
              <X size={14} aria-hidden="true" />
            </button>
          </span>
        ))}
        <span class="segment-size soft" aria-live="polite">
          {size.data && !size.isError ? sizeInWords(size.data) : size.isError && words.sizeFailed}
        </span>
      </div>
      {!isEveryone && (
        <div class="segment-acts">
          {isAboutAnswers(path) && <AsOfChoice asOf={asOf} onChoose={setAsOf} />}
          {maySave && !isSaved && (
            <button
              type="button"
              class="button"
              data-look="quiet"
              aria-haspopup="dialog"
              onClick={() => setOpen('save')}
            >
              {words.saved.saveAs}
            </button>
          )}
        </div>
      )}
      {(faults.length > 0 || isGone) && (
        <p class="notice segment-fault">
          {[
            ...(faults.length > 0 ? [words.fault(faults.map(({ message }) => message).join('; '))] : []),
            ...(isGone ? [words.gone] : []),
          ].join(' ')}
        </p>
      )}
      {open === 'editor' && (
        <SegmentEditor
          title={words.editor.title}
          currency={currency}
          segment={segment}
          onChange={(next) => setSegment(next, true)}
          onClose={close}
          foot={({ close: done, clear }) => (
            <>
              <button type="button" class="button" data-look="quiet" aria-disabled={isEveryone} onClick={clear}>
                {words.clear}
              </button>
              <button type="button" class="button" data-look="main" onClick={done}>
                {words.editor.done}
              </button>
            </>
          )}
        />
      )}
      {open === 'save' && (
        <SaveSegment
          segment={segment}
          currency={currency}
          onClose={close}
          onSaved={({ id }) => {
            setSegment(savedAs(id), true)
            close()
          }}
        />
      )}
    </section>
  )
}
