import type { SavedSegment } from '@heed/contracts'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { Modal } from '../../ui/modal.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSegmentRemoval, useSegmentUses } from './use-saved.ts'
import { usesInWords } from './uses-in-words.ts'

const words = text.segments.page

type Props = { saved: SavedSegment; onRemoved: () => void; onClose: () => void }

/** Asks before a saved segment goes, and says what is built on it. The focus stands on what changes nothing. */
export function DeleteSegment({ saved, onRemoved, onClose }: Props) {
  const uses = useSegmentUses(saved.id)
  const removal = useSegmentRemoval()
  const names = uses.data ? usesInWords(uses.data) : []
  const listed = new Intl.ListFormat(locale).format(names)
  const mayRemove = uses.data !== undefined && names.length === 0

  const remove = () => {
    if (!mayRemove || removal.isPending) return
    removal.mutate(saved.id, {
      onSuccess: () => {
        onRemoved()
        onClose()
      },
    })
  }
  return (
    <Modal title={words.removeTitle(saved.name)} onClose={onClose}>
      <div class="save-segment">
        <p>
          {names.length === 0
            ? words.removeBody
            : names.length === 1
              ? words.removeUsed(listed)
              : words.removeUsedMany(listed)}
        </p>
        {uses.isError && <ProblemNotice error={uses.error} onRetry={() => uses.refetch()} />}
        {removal.isError && <ProblemNotice error={removal.error} />}
        <div class="save-acts">
          {/* biome-ignore lint/a11y/noAutofocus: in a dialog one place has the focus, and this one changes nothing */}
          <button type="button" class="button" autoFocus onClick={onClose}>
            {words.removeCancel}
          </button>
          {names.length === 0 && (
            <button
              type="button"
              class="button"
              data-look="main"
              aria-disabled={!mayRemove || removal.isPending}
              onClick={remove}
            >
              {words.removeConfirm}
            </button>
          )}
        </div>
      </div>
    </Modal>
  )
}
