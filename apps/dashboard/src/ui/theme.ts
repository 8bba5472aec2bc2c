export type Theme = 'system' | 'light' | 'dark'

const storageKey = 'heed.theme'
const changed = new EventTarget()

/** What the member chose; "system" until then, or when storage is blocked. */
export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(storageKey)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}

/** Sets the theme now and for the next visit. public/theme.js applies it before the first paint. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, theme)
  } catch {
    // Storage is blocked: the choice holds until the page is left.
  }
  changed.dispatchEvent(new Event('change'))
}

/** Calls back when colours change, by the switch or by the system. @returns its stop */
export function onThemeChange(listener: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', listener)
  changed.addEventListener('change', listener)
  return () => {
    system.removeEventListener('change', listener)
    changed.removeEventListener('change', listener)
  }
}
