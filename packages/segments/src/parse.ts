import type { Segment, SegmentNode } from '@heed/contracts'
import { limits } from './limits.ts'
import { readCondition } from './parse-condition.ts'
import { skipSpace } from './words-in-text.ts'

/** What of a segment could not be read: the bit, its place (the first sign is 1), and what would be right. */
export type SegmentFault = { field: 'segment'; message: string }

type Reading = { source: string; at: number; conditions: number; faults: SegmentFault[] }

/** So that a text of nothing but mistakes does not become a reply of a hundred times its size. */
const mostFaults = 20

/**
 * Reads a segment from its text, such as `plan:growth,enterprise;spend:10000..;not(country:DE)`; docs/segments.md has
 * the language. Empty text is everyone. What cannot be read is left out of the segment and told in `faults`: a caller
 * that must not widen a filter in silence refuses the request when there are any. Takes any text, never throws, and
 * passes over it once. `segment` is always one that the contract accepts.
 */
export function parseSegment(text: string): { segment: Segment; faults: SegmentFault[] } {
  const reading: Reading = { source: text, at: 0, conditions: 0, faults: [] }
  if (text.length > limits.textLength) {
    tell(reading, `must have at most ${limits.textLength} characters`)
    return { segment: { all: [] }, faults: reading.faults }
  }
  const all = readNodes(reading, 0)
  while (reading.at < text.length) {
    tell(reading, `nothing opens the bracket that closes at ${reading.at + 1}`)
    reading.at++
    all.push(...readNodes(reading, 0))
  }
  return { segment: { all }, faults: reading.faults }
}

function tell({ faults }: Reading, message: string): void {
  if (faults.length < mostFaults) faults.push({ field: 'segment', message })
}

/** Nodes up to the end, or to the bracket that closes the group they stand in. `depth`: how many groups are around. */
function readNodes(reading: Reading, depth: number): SegmentNode[] {
  const nodes: SegmentNode[] = []
  for (;;) {
    reading.at = skipSpace(reading.source, reading.at)
    const node = endsNode(reading) ? null : readNode(reading, depth)
    if (node) nodes.push(node)
    if (reading.source[reading.at] !== ';') return nodes
    reading.at++
  }
}

const endsNode = ({ source, at }: Reading): boolean => at >= source.length || source[at] === ';' || source[at] === ')'

function readNode(reading: Reading, depth: number): SegmentNode | null {
  const opening = /(any|all|not)\s*\(/y
  opening.lastIndex = reading.at
  const [opened, kind] = opening.exec(reading.source) ?? []
  if (!opened) return readLeaf(reading)
  if (kind === 'any' || kind === 'all' || kind === 'not') return readGroup(reading, kind, opened.length, depth)
  return null
}

function readGroup(reading: Reading, kind: 'any' | 'all' | 'not', opening: number, depth: number): SegmentNode | null {
  const begin = reading.at
  if (depth === limits.depth) {
    skipNode(reading)
    tell(reading, `${kind}( at ${begin + 1} is left out: at most ${limits.depth} groups may stand in each other`)
    return null
  }
  reading.at += opening
  const told = reading.faults.length
  const nodes = readNodes(reading, depth + 1)
  if (reading.source[reading.at] !== ')') {
    tell(reading, `the bracket of ${kind}( at ${begin + 1} is not closed`)
    return null
  }
  reading.at++
  if (hasRest(reading, `${kind}(…)`)) return null
  if (nodes.length === 0) {
    if (reading.faults.length === told) tell(reading, `${kind}() at ${begin + 1} holds no condition`)
    return null
  }
  return kind === 'any' ? { any: nodes } : kind === 'all' ? { all: nodes } : { not: nodes }
}

function readLeaf(reading: Reading): SegmentNode | null {
  const begin = reading.at
  const { condition, end } = readCondition(reading.source, begin)
  if (typeof condition === 'string') {
    skipNode(reading)
    tell(reading, `${condition} (at ${begin + 1}: ${bit(reading, begin)})`)
    return null
  }
  reading.at = end
  if (hasRest(reading, short(reading.source.slice(begin, end)))) return null
  if (++reading.conditions <= limits.conditions) return condition
  if (reading.conditions === limits.conditions + 1)
    tell(reading, `at most ${limits.conditions} conditions; left out from ${begin + 1} on`)
  return null
}

/** Only a separator may follow a node. Else both are left out: `plan:big corp` is not about the plan "big". */
function hasRest(reading: Reading, node: string): boolean {
  reading.at = skipSpace(reading.source, reading.at)
  const begin = reading.at
  skipNode(reading)
  if (reading.at === begin) return false
  const rest = `nothing fits behind ${node} (at ${begin + 1}: ${bit(reading, begin)})`
  tell(reading, `${rest}; texts with other signs than letters and digits stand in quotes`)
  return true
}

const bit = ({ source, at }: Reading, begin: number): string => short(source.slice(begin, at))
const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text.trim())

/** Goes to the separator or closing bracket that ends the node, past quotes and brackets of its own. */
function skipNode(reading: Reading): void {
  let open = 0
  let quoted = false
  for (; reading.at < reading.source.length; reading.at++) {
    const sign = reading.source[reading.at]
    if (sign === '\\' && quoted) reading.at++
    else if (sign === '"') quoted = !quoted
    else if (quoted) continue
    else if (sign === '(') open++
    else if (sign === ';' && open === 0) return
    else if (sign === ')' && open-- === 0) return
  }
  reading.at = Math.min(reading.at, reading.source.length)
}
