/**
 * Runs `work` once the document is parsed and the page has nothing better to do.
 * @returns a stop, which forgets the work if it has not run
 */
export function whenIdle(work: () => void): () => void {
  let stopped = false
  const run = () => {
    if (stopped) return
    try {
      work()
    } catch {
      // A browser too old to draw in must not make the host page's error log longer.
    }
  }
  const ask = () => {
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 2000 })
    else setTimeout(run, 200)
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ask, { once: true })
  else ask()
  return () => {
    stopped = true
    document.removeEventListener('DOMContentLoaded', ask)
  }
}
