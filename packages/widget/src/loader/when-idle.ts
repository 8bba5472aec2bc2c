/** Runs `work` once the document is parsed and the page has nothing better to do. */
export function whenIdle(work: () => void): void {
  const run = () => {
    try {
      work()
    } catch {
      // A browser too old to draw in must not make the host page's error log longer.
    }
  }
  // Safari has no requestIdleCallback.
  const ask = () => (window.requestIdleCallback ?? setTimeout)(run, { timeout: 2000 } as IdleRequestOptions & number)
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ask, { once: true })
  else ask()
}
