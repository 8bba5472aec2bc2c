/**
 * Moves the focus to a place. Behind an open dialog the page takes none, so there it waits until that dialog is closed:
 * whoever closes one may ask at once.
 */
export function giveFocus(place: HTMLElement | null | undefined): void {
  const dialog = [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')].at(-1)
  if (!dialog || (place && dialog.contains(place))) place?.focus()
  else dialog.addEventListener('close', () => place?.focus(), { once: true })
}
