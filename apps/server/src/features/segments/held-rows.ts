import type { SegmentCondition, SegmentNode } from '@heed/contracts'

// Rows that a segment holds: a 1 each, else a 0. Every array is its holder's own and may be written to.

type Meets = (condition: SegmentCondition) => Uint8Array

/** Those that all nodes hold. */
export const rowsOfAll = (nodes: readonly SegmentNode[], rows: number, meets: Meets): Uint8Array => {
  const [first, ...others] = nodes
  const held = first ? rowsOf(first, rows, meets) : new Uint8Array(rows).fill(1)
  for (const node of others) keepBoth(held, rowsOf(node, rows, meets))
  return held
}

function rowsOf(node: SegmentNode, rows: number, meets: Meets): Uint8Array {
  if ('all' in node) return rowsOfAll(node.all, rows, meets)
  if ('any' in node) {
    const held = new Uint8Array(rows)
    for (const part of node.any) keepEither(held, rowsOf(part, rows, meets))
    return held
  }
  if ('not' in node) {
    const held = rowsOfAll(node.not, rows, meets)
    for (let row = 0; row < rows; row++) held[row] = 1 - (held[row] as number)
    return held
  }
  return meets(node)
}

export const keepBoth = (held: Uint8Array, other: Uint8Array): Uint8Array => {
  for (let row = 0; row < held.length; row++) held[row] = (held[row] as number) & (other[row] as number)
  return held
}

const keepEither = (held: Uint8Array, other: Uint8Array) => {
  for (let row = 0; row < held.length; row++) held[row] = (held[row] as number) | (other[row] as number)
}

/** The verdict on what each row points to. */
export function spread(codes: ArrayLike<number>, verdicts: Uint8Array, rows = codes.length): Uint8Array {
  const held = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) held[row] = verdicts[codes[row] as number] as number
  return held
}
