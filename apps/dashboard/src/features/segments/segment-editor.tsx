import type { Segment } from '@heed/contracts'
import { Redo2, Undo2, X } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import type { Surroundings } from './condition-fields.tsx'
import './conditions.css'
import './editor.css'
import { HistoryButton } from '../../ui/history-button.tsx'
import { moveFocus } from '../../ui/move-focus.ts'
import { FieldPicker } from './field-picker.tsx'
import { GroupPart } from './group-part.tsx'
import { customerPairsOf } from './segment-url.ts'
import { sizeInFull } from './size-in-words.ts'
import { type Next, useEditing } from './use-editing.ts'
import { useSegmentFields } from './use-fields.ts'
import { useSaved } from './use-saved.ts'
import { useSegmentSize } from './use-segment-size.ts'

const words = text.segments.editor

type Props = {
  title: string
  currency: string
  segment: Segment
  /** Told of every edit that changes whom the segment holds. */
  onChange: (segment: Segment) => void
  /** Asked before it closes; false keeps it open. */
  mayClose?: () => boolean
  onClose: () => void
  /** A saved segment that is being edited, which cannot be built on itself. */
  except?: string
  head?: ComponentChildren
  foot: (acts: { close: () => void; clear: () => void }) => ComponentChildren
}

/**
 * Edits a segment: on the one side what a condition can be about, on the other the conditions. It works by keyboard
 * alone, says as one edits how many customers fit, and every edit can be taken back.
 */
export function SegmentEditor({ title, currency, segment, onChange, mayClose, onClose, except, head, foot }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const conditions = useRef<HTMLElement>(null)
  const next = useRef<Next | null>(null)
  const id = useId()
  const fields = useSegmentFields()
  const { saved: everySaved, nameOf } = useSaved()
  const around: Surroundings = {
    currency,
    fields: fields.data,
    saved: everySaved.filter((each) => each.id !== except),
    nameOf,
  }
  const editing = useEditing({
    segment,
    onChange,
    saved: around.saved,
    focus: (place) => {
      next.current = place
    },
  })
  const { draft, acts, target } = editing
  const size = useSegmentSize(customerPairsOf(segment))

  useEffect(() => {
    dialog.current?.showModal()
    if (!isTouched()) search.current?.focus()
  }, [])
  useLayoutEffect(() => {
    if (!dialog.current?.open) return
    const wanted = next.current
    next.current = null
    const place = wanted && placeOf(wanted, dialog.current)
    place?.focus()
    place?.closest('.condition')?.scrollIntoView?.({ block: 'nearest' })
  })

  const close = () => {
    if (mayClose?.() !== false) dialog.current?.close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = actOf(event)
    if (!act) return
    event.preventDefault()
    if (act === 'remove') acts.remove(keyOf(event.target))
    else editing[act]()
  }

  return (
    // A press beside the dialog closes it; the keyboard has Escape.
    <dialog
      ref={dialog}
      class="dialog segment-editor"
      aria-labelledby={id}
      data-editing={editing.openKey !== null}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && close()}
      onKeyDown={onKeyDown}
    >
      <header class="dialog-head segment-editor-head">
        <h2 id={id}>{title}</h2>
        <HistoryButton label={words.undo} Icon={Undo2} keys="Control+Z" isOff={!draft.canUndo} act={editing.undo} />
        <HistoryButton
          label={words.redo}
          Icon={Redo2}
          keys="Control+Shift+Z"
          isOff={!draft.canRedo}
          act={editing.redo}
        />
        <button type="button" class="icon-button" aria-label={text.common.close} onClick={close}>
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      {head}
      <div class="segment-editor-panes">
        <FieldPicker
          around={around}
          hasFailed={fields.isError}
          search={search}
          target={target === draft.root ? null : words.group[target.how]}
          onWhole={editing.aimAtWhole}
          onSearch={editing.close}
          onPick={editing.pick}
        />
        <section
          class="segment-conditions"
          ref={conditions}
          aria-label={words.conditions}
          onKeyDown={(event) => moveFocus(event, conditions.current)}
        >
          {draft.fault !== null && (
            <p class="notice" role="alert">
              {words.tooMuch(draft.fault)}
            </p>
          )}
          {draft.root.parts.length === 0 && (
            <div class="segment-empty">
              <h3>{words.empty}</h3>
              <p class="soft">{words.emptyHint}</p>
            </div>
          )}
          <GroupPart
            group={draft.root}
            isRoot
            openKey={editing.openKey}
            targetKey={target.key}
            around={around}
            acts={acts}
          />
          {draft.root.parts.length > 0 && (
            <button type="button" class="button add-group" data-look="quiet" onClick={editing.addGroup}>
              {words.group.new}
            </button>
          )}
        </section>
      </div>
      <footer class="segment-editor-foot">
        <p class="numbers" aria-live="polite" data-old={size.isPlaceholderData}>
          {size.data ? sizeInFull(size.data, currency) : size.isError ? text.segments.sizeFailed : words.counting}
        </p>
        {foot({ close, clear: editing.clear })}
      </footer>
    </dialog>
  )
}

/** What a stroke means to the editor as a whole. A search being typed keeps its own way back. */
function actOf({ key, ctrlKey, metaKey, shiftKey, altKey, target }: KeyboardEvent): 'undo' | 'redo' | 'remove' | null {
  if (altKey || !(target instanceof HTMLElement)) return null
  if (ctrlKey || metaKey) {
    if (target instanceof HTMLInputElement && target.type === 'search' && target.value !== '') return null
    if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo'
    return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : null
  }
  return (key === 'Delete' || key === 'Backspace') && target.matches('.condition-words') ? 'remove' : null
}

const keyOf = (target: EventTarget | null): number =>
  Number(target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset.key : undefined)

/** A finger brings up a keyboard with every input that has the focus, over the list that one wants to see. */
const isTouched = (): boolean => matchMedia('(pointer: coarse)').matches

function placeOf(next: Next, within: HTMLElement): HTMLElement | null {
  const picker = within.querySelector<HTMLElement>('.field-picker')
  const search = isTouched() ? picker : (picker?.querySelector<HTMLElement>('input') ?? null)
  if (next.to === 'search') return search
  // What had the focus may have gone with an edit that was taken back.
  if (next.to === 'same') return within.contains(document.activeElement) ? null : search
  const part = within.querySelector<HTMLElement>(`.condition[data-key="${next.key}"]`)
  const inputs = isTouched() ? null : part?.querySelector<HTMLElement>('[data-first]')
  return (next.to === 'inputs' ? inputs : null) ?? part?.querySelector<HTMLElement>('.condition-words') ?? search
}
