import type { Segment, SegmentCondition, SegmentNode } from '@heed/contracts'

/** Every condition of a segment, whichever group it stands in. */
export const conditionsOf = (segment: Segment): SegmentCondition[] => segment.all.flatMap(conditionsIn)

const conditionsIn = (node: SegmentNode): SegmentCondition[] =>
  'field' in node ? [node] : partsOf(node).flatMap(conditionsIn)

const partsOf = (group: Exclude<SegmentNode, SegmentCondition>): SegmentNode[] =>
  'all' in group ? group.all : 'any' in group ? group.any : group.not

/** What a statement may grow to with saved segments in it: forty that each name two others would make a million million. */
export const expandedLimits = { conditions: 500, depth: 10 } as const

type Expanded = { segment: Segment; missing: string[]; circular: string[]; tooLarge: boolean }
type Expansion = {
  find: (id: string) => Segment | undefined
  missing: Set<string>
  circular: Set<string>
  conditions: number
  tooLarge: boolean
}

/**
 * Puts saved segments in place of `in:` conditions, as deep as they are built on each other, each as `{ all: … }`.
 * One that is not there (`missing`) or that is built on itself (`circular`, named by the one that came round again)
 * holds nobody. So do those that come when the segment has grown beyond `expandedLimits` (`tooLarge`). A caller refuses
 * all three, for under a `not` nobody is everybody. An empty saved segment holds everyone. What comes out is of shapes
 * that the contract accepts, though there may be more of it.
 */
export function expandSegment(segment: Segment, find: (id: string) => Segment | undefined): Expanded {
  const expansion: Expansion = { find, missing: new Set(), circular: new Set(), conditions: 0, tooLarge: false }
  const all = segment.all.map((node) => expand(node, [], expansion))
  const { missing, circular, tooLarge } = expansion
  return { segment: { all }, missing: [...missing], circular: [...circular], tooLarge }
}

/** @param within the saved segments that the node stands in, the outermost first */
function expand(node: SegmentNode, within: readonly string[], expansion: Expansion): SegmentNode {
  const parts = (nodes: SegmentNode[]) => nodes.map((part) => expand(part, within, expansion))
  if ('all' in node) return { all: parts(node.all) }
  if ('any' in node) return { any: parts(node.any) }
  if ('not' in node) return { not: parts(node.not) }
  expansion.conditions++
  return node.field === 'segment' ? expandSaved(node.id, within, expansion) : node
}

function expandSaved(id: string, within: readonly string[], expansion: Expansion): SegmentNode {
  if (within.includes(id)) {
    expansion.circular.add(id)
    return nobody
  }
  if (within.length === expandedLimits.depth || expansion.conditions > expandedLimits.conditions) {
    expansion.tooLarge = true
    return nobody
  }
  const saved = expansion.find(id)
  if (!saved) {
    expansion.missing.add(id)
    return nobody
  }
  if (saved.all.length === 0) return everyone
  return { all: saved.all.map((part) => expand(part, [...within, id], expansion)) }
}

// The contract has no empty groups. A plan is known or it is not, and to look is cheap.
const planKnown: SegmentNode = { field: 'plan', test: { op: 'known' } }
const everyone: SegmentNode = { any: [planKnown, { not: [planKnown] }] }
const nobody: SegmentNode = { not: [everyone] }
