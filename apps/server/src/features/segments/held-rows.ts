import type { SegmentCondition, SegmentNode } from '@heed/contracts'

// Rows that a segment holds: a 1 each, else a 0. Every array is its holder's own and may be written to.

/** @param among rows to choose from, which may be written to and given back; null: all */
type Meets = (condition: SegmentCondition, among: Uint8Array | null) => Uint8Array

/** Those that all nodes hold. @param among rows to choose from, which is written to and given back; null: all */
export const rowsOfAll = (
  nodes: readonly SegmentNode[],
  rows: number,
  meets: Meets,
  among: Uint8Array | null = null,
): Uint8Array => {
  let held = among
  for (const node of nodes) held = rowsOf(node, rows, meets, held)
  return held ?? new Uint8Array(rows).fill(1)
}

function rowsOf(node: SegmentNode, rows: number, meets: Meets, among: Uint8Array | null): Uint8Array {
  if ('field' in node) return meets(node, among)
  const held = 'all' in node ? rowsOfAll(node.all, rows, meets) : heldByGroup(node, rows, meets)
  return among ? keepBoth(among, held) : held
}

function heldByGroup(node: Exclude<SegmentNode, SegmentCondition | { all: unknown }>, rows: number, meets: Meets) {
  if ('any' in node) {
    const held = new Uint8Array(rows)
    for (const part of node.any) keepEither(held, rowsOf(part, rows, meets, null))
    return held
  }
  const held = rowsOfAll(node.not, rows, meets)
  for (let row = 0; row < rows; row++) held[row] = 1 - (held[row] as number)
  return held
}

export const keepBoth = (held: Uint8Array, other: Uint8Array): Uint8Array => {
  for (let row = 0; row < held.length; row++) held[row] = (held[row] as number) & (other[row] as number)
  return held
}

const keepEither = (held: Uint8Array, other: Uint8Array) => {
  for (let row = 0; row < held.length; row++) held[row] = (held[row] as number) | (other[row] as number)
}

/** The verdict on what each row points to; on those among others alone, which it is written to. */
export function spread(
  codes: ArrayLike<number>,
  verdicts: Uint8Array,
  rows = codes.length,
  among: Uint8Array | null = null,
): Uint8Array {
  const held = among ?? new Uint8Array(rows)
  if (among)
    for (let row = 0; row < rows; row++) held[row] = (held[row] as number) & (verdicts[codes[row] as number] as number)
  else for (let row = 0; row < rows; row++) held[row] = verdicts[codes[row] as number] as number
  return held
}

/** What each row points to, and the verdict on that. */
export type Verdicts = { codes: ArrayLike<number>; verdicts: Uint8Array }

/** `spread` of several verdicts that are all to be met: three at a time, as most of the time goes into the rows. */
export function rowsThatMeet(all: readonly Verdicts[], rows: number, among: Uint8Array | null): Uint8Array {
  // One that all values meet need not be looked at.
  const asked = all.filter(({ verdicts }) => verdicts.includes(0))
  let held = among
  for (let at = 0; at < asked.length; at += 3) {
    const [first, second, third] = asked.slice(at, at + 3)
    if (first && second && third && held === null) held = ofThree(first, second, third, rows)
    else for (const { codes, verdicts } of asked.slice(at, at + 3)) held = spread(codes, verdicts, rows, held)
  }
  return held ?? new Uint8Array(rows).fill(1)
}

function ofThree(a: Verdicts, b: Verdicts, c: Verdicts, rows: number): Uint8Array {
  const held = new Uint8Array(rows)
  const { codes: ofA, verdicts: isA } = a
  const { codes: ofB, verdicts: isB } = b
  const { codes: ofC, verdicts: isC } = c
  for (let row = 0; row < rows; row++) {
    const both = (isA[ofA[row] as number] as number) & (isB[ofB[row] as number] as number)
    held[row] = both & (isC[ofC[row] as number] as number)
  }
  return held
}
