type Kept<T> = { value: T; until: number }

const mostKept = 5_000

/** What was found of a name; `forget` lets go of what a change touched that must show at once. */
export type Remembered<T> = ((name: string) => Promise<T | undefined>) & { forget: (is: (value: T) => boolean) => void }

/**
 * Keeps what `load` found for `forMs`, so that ingest does not read the same key and survey with every answer.
 * What was not found is asked for again; a change shows after `forMs` at the latest.
 */
export const remember = <T>(
  now: () => Date,
  forMs: number,
  load: (name: string) => Promise<T | undefined>,
): Remembered<T> => {
  let kept = new Map<string, Kept<T>>()
  const find = async (name: string) => {
    const current = kept // what is on its way while something is forgotten must not come back
    const before = current.get(name)
    if (before && before.until > now().getTime()) return before.value
    const value = await load(name)
    if (value === undefined) {
      current.delete(name)
      return undefined
    }
    if (current.size >= mostKept) current.clear()
    current.set(name, { value, until: now().getTime() + forMs })
    return value
  }
  const forget = (is: (value: T) => boolean) => {
    kept = new Map([...kept].filter(([, { value }]) => !is(value)))
  }
  return Object.assign(find, { forget })
}
