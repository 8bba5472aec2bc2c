/** What the widget remembers in this browser, as JSON under names of its own. */
export type Memory = {
  get(name: string): unknown
  /** `undefined` forgets the name. */
  set(name: string, value: unknown): void
}

/** A record per publishable key in localStorage; in memory alone where the browser refuses storage. */
export function createMemory(key: string): Memory {
  const refused = new Map<string, unknown>()
  const keyOf = (name: string) => `heed:${key}:${name}`

  return {
    get(name) {
      if (refused.has(name)) return refused.get(name)
      try {
        return JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null') ?? undefined
      } catch {
        return undefined
      }
    },
    set(name, value) {
      try {
        if (value === undefined) localStorage.removeItem(keyOf(name))
        else localStorage.setItem(keyOf(name), JSON.stringify(value))
        refused.delete(name)
      } catch {
        refused.set(name, value)
      }
    },
  }
}
