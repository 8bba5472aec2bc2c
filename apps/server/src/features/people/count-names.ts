/** So many names are counted at a time. */
const mostAtATime = 20_000

/** Of the names that were counted the most frequent, ties by name, and whether there were no others. */
type Commonest<Name> = { names: Name[]; areAll: boolean }

/**
 * Counts names in bounded memory and in time that grows with how often one is added, however many different ones there are
 * (Misra and Gries, 1982). As many as `most` are counted exactly. Beyond, whatever makes up more than one in `most + 1` of
 * all that was added is still found, and counts are too low by that share at most.
 */
export function countNames<Name extends string = string>(most = mostAtATime) {
  const counts = new Map<Name, number>()
  let areAll = true
  const takeOneOfEach = () => {
    areAll = false
    for (const [name, count] of counts) {
      if (count === 1) counts.delete(name)
      else counts.set(name, count - 1)
    }
  }
  return {
    add: (name: Name): void => {
      const count = counts.get(name)
      if (count === undefined && counts.size >= most) takeOneOfEach()
      else counts.set(name, (count ?? 0) + 1)
    },
    commonest: (wanted: number): Commonest<Name> => ({
      names: [...counts]
        .sort(([a, before], [b, after]) => after - before || (a < b ? -1 : 1))
        .slice(0, wanted)
        .map(([name]) => name),
      areAll: areAll && counts.size <= wanted,
    }),
  }
}
