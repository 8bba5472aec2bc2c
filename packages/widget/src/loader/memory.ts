import { toJson } from './to-json.ts'

/** What the widget remembers in this browser, as one JSON record a publishable key. */
export type Memory = {
  get(name: string): unknown
  /** `undefined` forgets the name. */
  set(name: string, value: unknown): void
  /** What may be kept changed: brings what only this page knows into the browser, if that may be now. */
  settle(): void
  /** Forgets everything in the browser. What stands under `name` this page still knows, until it is left. */
  clear(name: string): void
  /** Whether anything may be kept in the browser. */
  allowed(): boolean
}

type Known = Record<string, unknown>

/**
 * A record in localStorage; in this page alone where the browser refuses storage or the person has not consented to it.
 * Read afresh each time, because other tabs write it too.
 */
export function createMemory(key: string, allowed: () => boolean): Memory {
  const record = `heed:${key}`
  let here: Known = {}

  const all = (): Known => {
    try {
      const kept = localStorage.getItem(record)
      return { ...(kept && allowed() && JSON.parse(kept)), ...here }
    } catch {
      return here
    }
  }

  const keep = (known: Known) => {
    here = known
    if (!allowed()) return
    try {
      localStorage.setItem(record, toJson(known))
      here = {}
    } catch {
      // Blocked or full: this page remembers it.
    }
  }

  return {
    get: (name) => all()[name],
    set(name, value) {
      const known = all()
      if (known[name] !== value) keep({ ...known, [name]: value })
    },
    settle: () => keep(all()),
    clear(name) {
      here = { [name]: all()[name] }
      try {
        localStorage.removeItem(record)
      } catch {
        // There is nothing where nothing may be kept.
      }
    },
    allowed,
  }
}
