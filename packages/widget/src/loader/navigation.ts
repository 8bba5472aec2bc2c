/**
 * Tells of every change of the page's address without a load. Uses the Navigation API where there is one, else
 * `popstate` and a light hook on the history, which is put back by the stop that is returned.
 */
export function startNavigation(changed: () => void): () => void {
  const modern = (window as { navigation?: EventTarget }).navigation
  if (modern) {
    modern.addEventListener('currententrychange', changed)
    return () => modern.removeEventListener('currententrychange', changed)
  }

  const unhook = (['pushState', 'replaceState'] as const).map((name) => {
    const own = history[name]
    const hook: History['pushState'] = (...args) => {
      own.apply(history, args)
      changed()
    }
    history[name] = hook
    return () => {
      // Somebody may have hooked on top of us; then theirs must stay.
      if (history[name] === hook) history[name] = own
    }
  })
  addEventListener('popstate', changed)
  return () => {
    for (const put of unhook) put()
    removeEventListener('popstate', changed)
  }
}
