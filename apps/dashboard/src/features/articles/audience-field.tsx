import type { Workspace } from '@heed/contracts'
import { describeSegment, formatSegment, parseSegment } from '@heed/segments'
import { useRef, useState } from 'preact/hooks'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { SegmentEditor } from '../segments/segment-editor.tsx'
import { useSaved } from '../segments/use-saved.ts'

const words = text.articles.editor.details

/** Who may read an article, in words. */
export function useAudienceWords(audience: string | null, { currency }: Workspace): string {
  const { nameOf } = useSaved()
  if (audience === null) return words.everyone
  return describeSegment(parseSegment(audience).segment, { currency, locale, nameOf }).join(' · ')
}

type Props = {
  audience: string | null
  onAudience: (audience: string | null) => void
  workspace: Workspace
  mayWrite: boolean
  fault: string | undefined
}

/** Who may read it: everyone, or the customers of a filter. */
export function AudienceField({ audience, onAudience, workspace, mayWrite, fault }: Props) {
  const said = useAudienceWords(audience, workspace)
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { segment, faults } = parseSegment(audience ?? '')
  return (
    <fieldset class="field">
      <legend class="article-legend">{words.audience}</legend>
      <p>
        <strong>{said}</strong>
      </p>
      {mayWrite && (
        <div class="article-acts">
          <button ref={button} type="button" class="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {audience === null ? words.choose : words.change}
          </button>
          {audience !== null && (
            <button
              type="button"
              class="button"
              data-look="quiet"
              onClick={() => {
                onAudience(null)
                button.current?.focus()
              }}
            >
              {words.clear}
            </button>
          )}
        </div>
      )}
      {(fault || faults.length > 0) && (
        <p class="field-error" role="alert">
          {fault ?? words.unreadable}
        </p>
      )}
      <p class="soft small">{words.audienceHint}</p>
      {isOpen && (
        <SegmentEditor
          title={words.dialog}
          currency={workspace.currency}
          segment={segment}
          onChange={(next) => onAudience(formatSegment(next) || null)}
          onClose={() => {
            setOpen(false)
            button.current?.focus()
          }}
          foot={({ close }) => (
            <button type="button" class="button" data-look="main" onClick={close}>
              {words.done}
            </button>
          )}
        />
      )}
    </fieldset>
  )
}
