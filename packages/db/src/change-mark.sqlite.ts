// SQLite has one process and one writer, whose writes are committed in the order in which they are made: a counter is enough.
let last = 0

/** Higher than every one before it. */
export const nextMark = (): number => ++last

/** Goes on after what is in a file already. */
export const goOnAfter = (mark: number): void => {
  last = Math.max(last, mark)
}
