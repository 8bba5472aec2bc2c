import type { Segment } from '@heed/contracts'
import { parseSegment } from '@heed/segments'
import { useState } from 'preact/hooks'
import type { Surroundings } from './condition-fields.tsx'
import {
  type DraftGroup,
  findPart,
  groupAround,
  isGroup,
  keysOf,
  newCondition,
  newGroup,
  replacePart,
  toDraft,
  ungrouped,
  withCondition,
  withHow,
  withoutPart,
  withPart,
  wrapped,
} from './draft.ts'
import type { FieldChoice } from './field-choices.ts'
import type { GroupActs } from './group-part.tsx'
import { useDraft } from './use-draft.ts'

/**
 * Where the focus goes once an act has been drawn: the search, a part's words, a part's first input; or it stays, as
 * long as what has it is still there.
 */
export type Next = { to: 'search' } | { to: 'same' } | { to: 'words' | 'inputs'; key: number }

type Given = {
  segment: Segment
  onChange: (segment: Segment) => void
  saved: Surroundings['saved']
  focus: (next: Next) => void
}

/** All that can be done in the editor, and which part is open. After each act the focus has a place to go. */
export function useEditing({ segment, onChange, saved, focus }: Given) {
  const draft = useDraft(segment, onChange)
  const { root, edit } = draft
  const [openKey, setOpen] = useState<number | null>(null)
  const [aimed, setAimed] = useState<number | null>(null)
  const aimedAt = aimed === null ? undefined : findPart(root, aimed)
  const target: DraftGroup = aimedAt && isGroup(aimedAt) ? aimedAt : root

  const aim = (key: number) => {
    setAimed(key)
    setOpen(null)
    focus({ to: 'search' })
  }
  const wrap = (key: number, how: 'any' | 'none') => {
    const next = wrapped(root, key, how)
    return edit(next.root) ? next.groupKey : null
  }

  const acts: GroupActs = {
    toggle: (key) => {
      setOpen(openKey === key ? null : key)
      if (openKey !== key) focus({ to: 'inputs', key })
    },
    change: (key, condition) => void edit(withCondition(root, key, condition), `${key}`),
    settle: draft.settle,
    remove: (key) => {
      const next = withoutPart(root, key)
      edit(next)
      const kept = keysOf(next).filter((other) => isCondition(next, other))
      const order = keysOf(root)
      const after = order.slice(order.indexOf(key)).find((other) => kept.includes(other))
      const nearest = after ?? kept.at(-1)
      focus(nearest === undefined ? { to: 'search' } : { to: 'words', key: nearest })
    },
    or: (key) => {
      const around = groupAround(root, key)
      const groupKey = around?.how === 'any' && around !== root ? around.key : wrap(key, 'any')
      if (groupKey !== null) aim(groupKey)
    },
    exclude: (key) => {
      const around = groupAround(root, key)
      // What alone is left out is taken back in.
      if (around?.how === 'none' && around !== root && around.parts.length === 1) edit(ungrouped(root, around.key))
      else wrap(key, 'none')
      focus({ to: 'words', key })
    },
    unpack: (key) => {
      const part = findPart(root, key)
      if (!part || isGroup(part) || part.condition.field !== 'segment') return
      const { id } = part.condition
      const text = saved.find((each) => each.id === id)?.segment
      if (text === undefined) return
      const within = toDraft(parseSegment(text).segment)
      // Under "all" the conditions need no group around them.
      const isFlat = groupAround(root, key)?.how === 'all' && within.how === 'all'
      const next = replacePart(root, key, () => (isFlat ? within.parts : [within]))
      if (!edit(next)) return
      setOpen(null)
      const [first] = keysOf(within).filter((other) => isCondition(next, other))
      focus(first === undefined ? { to: 'search' } : { to: 'words', key: first })
    },
    setHow: (key, how) => void edit(withHow(root, key, how)),
    aim,
    ungroup: (key) => {
      const group = findPart(root, key)
      if (!edit(ungrouped(root, key))) return
      const [first] = group ? keysOf(group).filter((other) => isCondition(root, other)) : []
      focus(first === undefined ? { to: 'search' } : { to: 'words', key: first })
    },
  }

  return {
    draft,
    undo: () => {
      draft.undo()
      focus({ to: 'same' })
    },
    redo: () => {
      draft.redo()
      focus({ to: 'same' })
    },
    acts,
    openKey,
    target,
    close: () => setOpen(null),
    aimAtWhole: () => {
      setAimed(null)
      focus({ to: 'search' })
    },
    pick: ({ start }: FieldChoice) => {
      const part = newCondition(start)
      if (!edit(withPart(root, target.key, part))) return
      const isSaved = start.field === 'segment'
      setOpen(isSaved ? null : part.key)
      focus({ to: isSaved ? 'words' : 'inputs', key: part.key })
    },
    addGroup: () => {
      const group = newGroup('any')
      if (edit(withPart(root, root.key, group))) aim(group.key)
    },
    clear: () => {
      edit(newGroup('all'))
      setOpen(null)
      focus({ to: 'search' })
    },
  }
}

const isCondition = (root: DraftGroup, key: number): boolean => {
  const part = findPart(root, key)
  return part !== undefined && !isGroup(part)
}
