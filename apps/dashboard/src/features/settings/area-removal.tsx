import type { Area, AreaUse } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { FormField } from '../../ui/form-field.tsx'
import { Modal } from '../../ui/modal.tsx'
import { usesInWords } from './area-uses.ts'
import { useAreaRemoval } from './use-areas.ts'

const words = text.settings.areas

type Props = {
  area: Area
  use: AreaUse | undefined
  others: Area[]
  onRemoved: (said: string) => void
  onClose: () => void
}

/** Asks before an area goes, and what takes its place where something carries it. */
export function AreaRemoval({ area, use, others, onRemoved, onClose }: Props) {
  const removal = useAreaRemoval()
  const [moveTo, setMoveTo] = useState(others[0]?.id ?? '')
  const other = use && others.find(({ id }) => id === moveTo)
  if (use && others.length === 0)
    return (
      <Modal title={words.removeTitle(area.name)} onClose={onClose}>
        <p class="confirm">{words.removeOnly(usesInWords(use))}</p>
      </Modal>
    )
  const remove = () =>
    removal.mutate(other ? { id: area.id, moveTo: other.id } : { id: area.id }, {
      onSuccess: () => onRemoved(other ? words.movedTo(area.name, other.name) : words.removed(area.name)),
    })
  return (
    <Confirm
      title={words.removeTitle(area.name)}
      confirm={words.removeConfirm}
      cancel={words.removeCancel}
      isPending={removal.isPending}
      error={removal.error}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{use ? words.removeUsed(usesInWords(use)) : words.removeUnused}</p>
      {use && (
        <FormField label={words.moveTo}>
          {(described) => (
            <select
              class="select"
              value={moveTo}
              onChange={(event) => setMoveTo(event.currentTarget.value)}
              {...described}
            >
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </FormField>
      )}
    </Confirm>
  )
}
