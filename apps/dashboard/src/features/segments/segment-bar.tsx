import { describeSegment } from '@heed/segments'
import { ListFilter, X } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { useKeys } from '../../ui/keyboard.ts'
import { withoutCondition } from './conditions.ts'
import { SegmentEditor } from './segment-editor.tsx'
import './segments.css'
import { sizeInWords } from './size-in-words.ts'
import { useSegment } from './use-segment.ts'
import { useSegmentSize } from './use-segment-size.ts'

/** Says in words whom one is looking at, on every page, and opens the editor. */
export function SegmentBar({ currency }: { currency: string }) {
  const { segment, pairs, faults, setSegment } = useSegment()
  const size = useSegmentSize(pairs)
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useKeys({ '/': () => setOpen(true) })

  const remove = (index: number) => {
    const condition = segment.all[index]
    if (!condition) return
    setSegment(withoutCondition(segment, condition))
    button.current?.focus()
  }

  return (
    <section class="segment-bar" aria-label={text.segments.label}>
      <button ref={button} type="button" class="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <ListFilter size={16} aria-hidden="true" />
        {text.segments.filter}
      </button>
      <p class="segment-words">
        {segment.all.length === 0 && <strong>{text.segments.everyone}</strong>}
        {describeSegment(segment, { currency, locale }).map((phrase, index) => (
          <span class="segment-chip" key={phrase}>
            <span>{phrase}</span>
            <button
              type="button"
              class="icon-button"
              aria-label={text.segments.remove(phrase)}
              title={text.segments.remove(phrase)}
              onClick={() => remove(index)}
            >
              <X size={14} aria-hidden="true" />
            </button>
          </span>
        ))}
        <span class="segment-size soft" aria-live="polite">
          {size.data ? sizeInWords(size.data) : size.isError && text.segments.sizeFailed}
        </span>
      </p>
      {faults.length > 0 && (
        <p class="notice segment-fault">
          {text.segments.fault(faults.map(({ field, message }) => `${field} ${message}`).join('; '))}
        </p>
      )}
      {isOpen && (
        <SegmentEditor
          currency={currency}
          size={size.data}
          onClose={() => {
            setOpen(false)
            button.current?.focus()
          }}
        />
      )}
    </section>
  )
}
