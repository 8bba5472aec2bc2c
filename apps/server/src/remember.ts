type Kept<T> = { value: T; until: number }

const mostKept = 5_000

/**
 * Keeps what `load` found for `forMs`, so that ingest does not read the same key and survey with every answer.
 * What was not found is asked for again; a change shows after `forMs` at the latest.
 */
export const remember = <T>(
  now: () => Date,
  forMs: number,
  load: (name: string) => Promise<T | undefined>,
): ((name: string) => Promise<T | undefined>) => {
  const kept = new Map<string, Kept<T>>()
  return async (name) => {
    const before = kept.get(name)
    if (before && before.until > now().getTime()) return before.value
    const value = await load(name)
    if (value === undefined) {
      kept.delete(name)
      return undefined
    }
    if (kept.size >= mostKept) kept.clear()
    kept.set(name, { value, until: now().getTime() + forMs })
    return value
  }
}
