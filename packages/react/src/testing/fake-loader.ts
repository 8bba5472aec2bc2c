import type { Command, Listener, WidgetEvent, WidgetEvents } from '@heed/widget'

type Say = (...said: unknown[]) => void
type Stub = Say & { q: unknown[][]; src?: string; settings: object }

const page = globalThis as { heed?: Say | Stub }
const listeners = new Map<string, Set<Listener>>()

/** Addresses that the npm entry imported. */
export const imported: string[] = []
/** What the widget was told, in order, without what was said of listeners. */
export const heard: unknown[][] = []

/**
 * Stands in for the download of the loader: takes over from the stub in the way of the real one, and keeps what it hears.
 * @public `vitest.config.ts` puts it in the place of the entry's own
 */
export async function importLoader(address: string): Promise<void> {
  imported.push(address)
  const stub = page.heed
  if (!stub || !('src' in stub)) return
  const element = document.createElement('heed-widget')
  document.documentElement.append(element)
  heard.push(['start', stub.src, stub.settings])
  const live: Say = (...said) => {
    const [command, event, listener] = said as [Command, string, Listener]
    if (command === 'on') listeners.set(event, (listeners.get(event) ?? new Set()).add(listener))
    else if (command === 'off') listeners.get(event)?.delete(listener)
    else heard.push(said)
    if (command !== 'stop') return
    element.remove()
    listeners.clear()
    delete page.heed
  }
  page.heed = live
  for (const said of stub.q) live(...said)
}

/** The widget tells the page of something. */
export function tell<E extends WidgetEvent>(event: E, detail: WidgetEvents[E]): void {
  for (const listener of listeners.get(event) ?? []) listener(detail)
}

/** How many listeners the page has. */
export const listening = (): number => [...listeners.values()].reduce((sum, each) => sum + each.size, 0)

export function forget(): void {
  page.heed?.('stop')
  imported.length = 0
  heard.length = 0
}
