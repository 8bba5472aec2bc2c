import type { Edit, Selected } from './markdown-edits.ts'

export const selectedIn = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Selected => ({
  value,
  start: selectionStart,
  end: selectionEnd,
})

/** Makes an edit as if it were typed, so that the browser's own undo takes it back. */
export function typeInto(field: HTMLTextAreaElement, { from, to, text, select: [start, end] }: Edit): void {
  field.focus({ preventScroll: true })
  field.setSelectionRange(from, to)
  // What does the same by standard leaves no step to undo.
  const isTyped = text === '' ? document.execCommand?.('delete') : document.execCommand?.('insertText', false, text)
  if (!isTyped) {
    field.setRangeText(text, from, to)
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }
  field.setSelectionRange(start, end)
}

/** Selects, and brings what is selected into sight: a browser does so when the field gets the focus. */
export function goTo(field: HTMLTextAreaElement, [start, end]: readonly [number, number]): void {
  field.blur()
  field.setSelectionRange(start, start)
  field.focus()
  field.setSelectionRange(start, end)
}
