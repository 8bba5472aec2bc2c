import { grown } from '../../results/frames/growing.ts'

/** Of a row that has no text. */
const none = -1

/** Texts that are nearly all different, as bytes behind each other; compared byte by byte, as both stores do. */
export function textColumn() {
  let bytes = Buffer.alloc(1024)
  let used = 0
  /** Bytes that no row points to any more. */
  let lost = 0
  let starts = new Float64Array(0)
  let lengths = new Int32Array(0)

  const makeRoom = (length: number) => {
    if (used + length <= bytes.length) return
    const longer = Buffer.alloc(Math.ceil((used + length) * 1.5))
    bytes.copy(longer, 0, 0, used)
    bytes = longer
  }

  /** Writes what is pointed to anew, once the half is lost. */
  const tidy = () => {
    if (lost < 65_536 || lost < used / 2) return
    const before = bytes
    bytes = Buffer.alloc(Math.ceil((used - lost) * 1.5))
    used = 0
    lost = 0
    for (let row = 0; row < lengths.length; row++) {
      const length = lengths[row] as number
      if (length === none) continue
      const start = starts[row] as number
      before.copy(bytes, used, start, start + length)
      starts[row] = used
      used += length
    }
  }

  /** As `Buffer.compare`, which takes ten times as long to be called for texts as short as these. */
  const compare = (from: number, end: number, other: Buffer, otherFrom: number, otherEnd: number) => {
    const shared = Math.min(end - from, otherEnd - otherFrom)
    for (let at = 0; at < shared; at++) {
      const difference = (bytes[from + at] as number) - (other[otherFrom + at] as number)
      if (difference !== 0) return difference
    }
    return end - from - (otherEnd - otherFrom)
  }
  const endOf = (row: number) => (starts[row] as number) + (lengths[row] as number)

  return {
    set(row: number, text: string | null) {
      starts = grown(starts, row + 1, 0)
      lengths = grown(lengths, row + 1, none)
      const before = lengths[row] as number
      const length = text === null ? none : Buffer.byteLength(text)
      if (before !== none && (text === null || length > before)) lost += before
      lengths[row] = length
      if (text === null) return
      if (before < length) {
        makeRoom(length)
        starts[row] = used
        used += length
      }
      bytes.write(text, starts[row] as number)
      tidy()
    },
    isKnown: (row: number) => (lengths[row] as number) !== none,
    text: (row: number): string => bytes.toString('utf8', starts[row], endOf(row)),
    /** Of two rows that have a text. */
    compare: (a: number, b: number): number =>
      compare(starts[a] as number, endOf(a), bytes, starts[b] as number, endOf(b)),
    /** Of a row that has one, and a text as bytes. */
    compareTo: (row: number, other: Buffer): number =>
      compare(starts[row] as number, endOf(row), other, 0, other.length),
    get bytes() {
      return bytes.length + starts.byteLength + lengths.byteLength
    },
  }
}
