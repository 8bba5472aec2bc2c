import { useEffect, useRef } from 'preact/hooks'

type Acts = { undo: () => void; redo: () => void }

/** Ctrl or ⌘ and Z takes an edit back, with Shift or as Y does it again. An open dialog has keys of its own. */
export function useUndoKeys(acts: Acts): void {
  const current = useRef(acts)
  current.current = acts
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, shiftKey, altKey } = event
      if (!(ctrlKey || metaKey) || altKey || document.querySelector('dialog[open]')) return
      const stroke = key.toLowerCase()
      const act = stroke === 'z' ? (shiftKey ? 'redo' : 'undo') : stroke === 'y' && !shiftKey ? 'redo' : null
      if (!act) return
      event.preventDefault()
      current.current[act]()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}
