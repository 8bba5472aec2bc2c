import type { Undo2 } from 'lucide-preact'

type Props = { label: string; Icon: typeof Undo2; keys: string; isOff: boolean; act: () => void }

/** A step back or forward again. Never disabled outright: the focus would be lost with the last step. */
export const HistoryButton = ({ label, Icon, keys, isOff, act }: Props) => (
  <button
    type="button"
    class="icon-button"
    aria-label={label}
    title={label}
    aria-keyshortcuts={keys}
    aria-disabled={isOff}
    onClick={() => !isOff && act()}
  >
    <Icon size={16} aria-hidden="true" class="flips" />
  </button>
)
