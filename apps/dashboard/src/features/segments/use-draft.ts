import type { Segment } from '@heed/contracts'
import { formatSegment, parseSegment } from '@heed/segments'
import { useRef, useState } from 'preact/hooks'
import { type DraftGroup, fromDraft, toDraft } from './draft.ts'
import { begin, canRedo, canUndo, type History, present, redo, settle, step, undo } from './history.ts'

export type DraftView = {
  root: DraftGroup
  /** Takes an edit. `merge`: edits under one name that follow each other are one step to undo. @returns whether it was taken */
  edit: (root: DraftGroup, merge?: string) => boolean
  /** Why the last edit was not taken: the segment would be past what the language holds. */
  fault: string | null
  undo: () => void
  redo: () => void
  canUndo: boolean
  canRedo: boolean
  /** Ends a run of edits under one name. */
  settle: () => void
}

type State = {
  history: History<DraftGroup>
  /** The segment as it stands, and as its owner held it when the last edit was made. */
  written: string
  before: string
  fault: string | null
}

const stateOf = (segment: Segment): State => {
  const written = formatSegment(segment)
  return { history: begin(toDraft(segment)), written, before: written, fault: null }
}

/** A segment while it is edited, with the way back. When it changes by another hand, editing begins anew from there. */
export function useDraft(segment: Segment, onChange: (segment: Segment) => void): DraftView {
  const [held, setHeld] = useState(() => stateOf(segment))
  const given = formatSegment(segment)
  const state = stateFor(held, given) ?? stateOf(segment)
  if (state !== held) setHeld(state)
  // Two edits may come before the next render, and the second goes on from the first.
  const latest = useRef(state)
  latest.current = state

  const keep = (next: State) => {
    latest.current = next
    setHeld(next)
  }
  const go = (history: History<DraftGroup>) => {
    const next = fromDraft(present(history))
    const written = formatSegment(next)
    const isNew = written !== latest.current.written
    keep({ history, written, before: isNew ? given : latest.current.before, fault: null })
    if (isNew) onChange(next)
  }
  return {
    root: present(state.history),
    fault: state.fault,
    canUndo: canUndo(state.history),
    canRedo: canRedo(state.history),
    edit: (root, merge) => {
      const [fault] = parseSegment(formatSegment(fromDraft(root))).faults
      if (fault) keep({ ...latest.current, fault: fault.message })
      else go(step(latest.current.history, root, merge))
      return fault === undefined
    },
    undo: () => go(undo(latest.current.history)),
    redo: () => go(redo(latest.current.history)),
    settle: () => {
      const { history } = latest.current
      if (settle(history) !== history) keep({ ...latest.current, history: settle(history) })
    },
  }
}

/** What is held, as long as its owner holds it too or has yet to take it; null after a change by another hand. */
function stateFor(held: State, given: string): State | null {
  if (given === held.written) return held.before === given ? held : { ...held, before: given }
  return given === held.before ? held : null
}
