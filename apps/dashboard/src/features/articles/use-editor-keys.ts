import { useEffect, useRef } from 'preact/hooks'

type Acts = { save: () => Promise<void>; publish: () => Promise<void> }

/** Control+S and Control+Enter from anywhere on the page, but for an open dialog. */
export function useEditorKeys(isOn: boolean, acts: Acts): void {
  const current = useRef(acts)
  current.current = acts
  useEffect(() => {
    if (!isOn) return
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, shiftKey, altKey, isComposing } = event
      if (!(ctrlKey || metaKey) || shiftKey || altKey || isComposing || document.querySelector('dialog[open]')) return
      const act = key.toLowerCase() === 's' ? 'save' : key === 'Enter' ? 'publish' : null
      if (!act) return
      event.preventDefault()
      void current.current[act]().catch(() => undefined)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [isOn])
}
