import { Copy } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'

const words = text.settings.identity.newKey

/** Puts a text on the clipboard. Pages without https may not; then `onRefused` should select it. */
export function CopyButton({ text: copied, onRefused }: { text: string; onRefused: () => void }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(copied)
      setOutcome('copied')
    } catch {
      onRefused()
      setOutcome('refused')
    }
  }
  return (
    <>
      <button type="button" class="button" onClick={() => void copy()}>
        <Copy size={16} aria-hidden="true" />
        {words.copy}
      </button>
      <span class="soft small" role="status">
        {outcome === 'copied' && words.copied}
        {outcome === 'refused' && words.copyByHand}
      </span>
    </>
  )
}
