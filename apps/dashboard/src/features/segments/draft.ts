import type { Segment, SegmentCondition, SegmentNode } from '@heed/contracts'
import { isComplete, withoutOpenRanges } from './completeness.ts'

/** How the parts of a group go together. `none`: not one of them holds; `notAll`: at least one does not. */
export type How = 'all' | 'any' | 'none' | 'notAll'

export type DraftCondition = { key: number; condition: SegmentCondition }
export type DraftGroup = { key: number; how: How; parts: DraftNode[] }
/** A segment while it is edited: conditions may still wait for a value, and every part has a key of its own. */
export type DraftNode = DraftCondition | DraftGroup

export const isGroup = (node: DraftNode): node is DraftGroup => 'parts' in node

let lastKey = 0
const newKey = (): number => ++lastKey

export const newCondition = (condition: SegmentCondition): DraftCondition => ({ key: newKey(), condition })
export const newGroup = (how: How, parts: DraftNode[] = []): DraftGroup => ({ key: newKey(), how, parts })

/** A segment as a tree to edit. A group that alone makes up the segment becomes the root. */
export function toDraft({ all }: Segment): DraftGroup {
  const [first] = all
  const read = all.length === 1 && first ? readNode(first) : null
  return read && isGroup(read) ? read : newGroup('all', all.map(readNode))
}

function readNode(node: SegmentNode): DraftNode {
  if ('field' in node) return newCondition(withoutOpenRanges(node))
  if ('all' in node) return newGroup('all', node.all.map(readNode))
  if ('any' in node) return newGroup('any', node.any.map(readNode))
  const [first] = node.not
  if (node.not.length > 1 || !first) return newGroup('notAll', node.not.map(readNode))
  return newGroup('none', 'any' in first ? first.any.map(readNode) : [readNode(first)])
}

/** The segment that a tree stands for; what still waits for a value, and groups with nothing in them, are left out. */
export function fromDraft(root: DraftGroup): Segment {
  if (root.how === 'all') return { all: writeParts(root) }
  const written = writeGroup(root)
  return { all: written ? [written] : [] }
}

const writeParts = ({ parts }: DraftGroup): SegmentNode[] =>
  parts.flatMap((part) => {
    if (isGroup(part)) return writeGroup(part) ?? []
    return isComplete(part.condition) ? [part.condition] : []
  })

function writeGroup(group: DraftGroup): SegmentNode | null {
  const parts = writeParts(group)
  const [first] = parts
  if (!first) return null
  const isOne = parts.length === 1
  switch (group.how) {
    case 'all':
      return isOne ? first : { all: parts }
    case 'any':
      return isOne ? first : { any: parts }
    case 'none':
      return { not: isOne ? parts : [{ any: parts }] }
    case 'notAll':
      return { not: parts }
  }
}

/** The part under a key, wherever it stands. */
export function findPart(root: DraftGroup, key: number): DraftNode | undefined {
  if (root.key === key) return root
  for (const part of root.parts) {
    const found = isGroup(part) ? findPart(part, key) : part.key === key ? part : undefined
    if (found) return found
  }
}

/** Every key in the order in which the parts are shown, the root's first. */
export const keysOf = (node: DraftNode): number[] => [node.key, ...(isGroup(node) ? node.parts.flatMap(keysOf) : [])]

/** The tree with others (none, one, several) in the place of one part. The root itself stays. */
export function replacePart(root: DraftGroup, key: number, change: (part: DraftNode) => DraftNode[]): DraftGroup {
  return {
    ...root,
    parts: root.parts.flatMap((part) => {
      if (part.key === key) return change(part)
      return isGroup(part) ? [replacePart(part, key, change)] : [part]
    }),
  }
}

const changeGroup = (root: DraftGroup, key: number, change: (group: DraftGroup) => DraftGroup): DraftGroup =>
  root.key === key ? change(root) : replacePart(root, key, (part) => [isGroup(part) ? change(part) : part])

export const withPart = (root: DraftGroup, groupKey: number, part: DraftNode): DraftGroup =>
  changeGroup(root, groupKey, (group) => ({ ...group, parts: [...group.parts, part] }))

export const withHow = (root: DraftGroup, groupKey: number, how: How): DraftGroup =>
  changeGroup(root, groupKey, (group) => ({ ...group, how }))

export const withoutPart = (root: DraftGroup, key: number): DraftGroup => replacePart(root, key, () => [])

export const withCondition = (root: DraftGroup, key: number, condition: SegmentCondition): DraftGroup =>
  replacePart(root, key, (part) => [{ key: part.key, condition }])

/** The parts of a group without the group around them. */
export const ungrouped = (root: DraftGroup, key: number): DraftGroup =>
  replacePart(root, key, (part) => (isGroup(part) ? part.parts : [part]))

/** The tree with a group around one part, and that group's key. */
export function wrapped(root: DraftGroup, key: number, how: How): { root: DraftGroup; groupKey: number } {
  const group = newGroup(how)
  return {
    root: replacePart(root, key, (part) => [{ ...group, parts: [part] }]),
    groupKey: group.key,
  }
}

/** The group that a part stands in directly. */
export const groupAround = (root: DraftGroup, key: number): DraftGroup | undefined =>
  root.parts.some((part) => part.key === key)
    ? root
    : root.parts
        .filter(isGroup)
        .map((part) => groupAround(part, key))
        .find((found) => found !== undefined)
