/** Whether the host page has a dialog up, which a prompt must not cover. */
export function dialogOpen(): boolean {
  for (const dialog of document.querySelectorAll('dialog[open],[aria-modal=true]')) {
    if (dialog.getClientRects().length) return true
  }
  return false
}
