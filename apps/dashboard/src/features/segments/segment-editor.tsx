import type { SegmentSize } from '@heed/contracts'
import { X } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { displayName } from '../../ui/names.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { SpendBounds, TenureBounds } from './bounds-field.tsx'
import { conditionOn, withoutCondition, withValue } from './conditions.ts'
import { sizeInWords } from './size-in-words.ts'
import { useSegment } from './use-segment.ts'
import { useSegmentValues } from './use-segment-size.ts'
import { ValueList } from './value-list.tsx'

type Props = { currency: string; size: SegmentSize | undefined; onClose: () => void }

const words = text.segments.editor

/** Edits the segment; each change applies at once, so the figures behind follow. */
export function SegmentEditor({ currency, size, onClose }: Props) {
  const { segment, setSegment } = useSegment()
  const values = useSegmentValues(true)
  const dialog = useRef<HTMLDialogElement>(null)
  // Traits that were added but have no value ticked yet stand here only: the segment has no words for them.
  const [added, setAdded] = useState<string[]>([])

  useEffect(() => dialog.current?.showModal(), [])

  const apply = (next: typeof segment) => setSegment(next, true)
  const chosen = segment.all.flatMap((condition) => (condition.field === 'trait' ? [condition.name] : []))
  const traits = [...new Set([...chosen, ...added])]
  const others = (values.data?.traits ?? []).filter(({ name }) => !traits.includes(name))

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; the keyboard has Escape
    <dialog
      ref={dialog}
      class="dialog segment-editor"
      aria-labelledby="segment-editor-title"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div class="segment-editor-inside">
        <header class="dialog-head">
          <h2 id="segment-editor-title">{words.title}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label={text.common.close}
            onClick={() => dialog.current?.close()}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </header>
        <p class="soft">{words.asOf}</p>
        {values.isError && <ProblemNotice error={values.error} onRetry={() => values.refetch()} />}

        <fieldset>
          <legend>{words.plan}</legend>
          {values.data?.plans.length === 0 && <p class="soft">{words.noPlans}</p>}
          <ValueList
            name={words.plan}
            options={values.data?.plans ?? []}
            ticked={conditionOn(segment, 'plan')?.anyOf ?? []}
            onTick={(value, ticked) => apply(withValue(segment, { field: 'plan' }, value, ticked))}
          />
        </fieldset>

        <SpendBounds segment={segment} currency={currency} onApply={apply} />
        <TenureBounds segment={segment} onApply={apply} />

        {traits.map((name) => (
          <fieldset key={name}>
            <legend>
              {displayName(name)}
              <button
                type="button"
                class="icon-button"
                aria-label={words.removeTrait(displayName(name))}
                onClick={() => {
                  setAdded(added.filter((other) => other !== name))
                  apply(withoutCondition(segment, { field: 'trait', name, anyOf: [] }))
                }}
              >
                <X size={14} aria-hidden="true" />
              </button>
            </legend>
            <ValueList
              name={displayName(name)}
              options={values.data?.traits.find((trait) => trait.name === name)?.values ?? []}
              ticked={conditionOn(segment, 'trait', name)?.anyOf ?? []}
              onTick={(value, ticked) => {
                setAdded([...added.filter((other) => other !== name), name])
                apply(withValue(segment, { field: 'trait', name }, value, ticked))
              }}
            />
          </fieldset>
        ))}

        {others.length > 0 && (
          <label class="field">
            <span>{words.addTrait}</span>
            <select
              class="select"
              value=""
              onChange={(event) => {
                if (event.currentTarget.value) setAdded([...added, event.currentTarget.value])
                event.currentTarget.value = ''
              }}
            >
              <option value="">{words.chooseTrait}</option>
              {others.map(({ name }) => (
                <option key={name} value={name}>
                  {displayName(name)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <footer class="segment-editor-foot">
        <p class="soft">{size && sizeInWords(size)}</p>
        <button
          type="button"
          class="button"
          data-look="quiet"
          disabled={segment.all.length === 0}
          onClick={() => {
            setAdded([])
            apply({ all: [] })
          }}
        >
          {text.segments.clear}
        </button>
        <button type="button" class="button" data-look="main" onClick={() => dialog.current?.close()}>
          {words.done}
        </button>
      </footer>
    </dialog>
  )
}
