/** Whether the host page has a dialog up, which a prompt must not cover. */
export function dialogOpen(): boolean {
  for (const dialog of document.querySelectorAll(dialogs)) if (dialog.getClientRects().length) return true
  // One within a shadow root has the focus.
  let focused = document.activeElement
  while (focused?.shadowRoot) focused = focused.shadowRoot.activeElement
  return !!focused?.closest(dialogs)
}

/** What fills the screen covers a prompt, whatever it is. */
const dialogs = 'dialog[open],[aria-modal=true],[role$=dialog],:fullscreen:not(:root)'
