/**
 * Holds the one place for a prompt among all tabs of this browser.
 * @returns what gives it up again; undefined while another tab holds it
 */
export function holdPrompt(name: string): Promise<(() => void) | undefined> {
  const nothing = () => {}
  // Browsers have no locks on pages without TLS.
  const { locks } = navigator as { locks?: LockManager | null }
  return new Promise((resolve) => {
    const held = locks?.request(name, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(undefined)
      return new Promise<void>((giveUp) => resolve(giveUp))
    })
    if (held) held.catch(() => resolve(nothing))
    else resolve(nothing)
  })
}
