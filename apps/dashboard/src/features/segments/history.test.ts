import { describe, expect, it } from 'vitest'
import { begin, canRedo, canUndo, present, redo, settle, step, undo } from './history.ts'

describe('the way back', () => {
  it('goes back and forth, and no further than there is', () => {
    const history = step(step(begin('a'), 'b'), 'c')

    expect(present(undo(history))).toBe('b')
    expect(present(undo(undo(undo(history))))).toBe('a')
    expect(canUndo(undo(undo(history)))).toBe(false)
    expect(present(redo(undo(history)))).toBe('c')
    expect(canRedo(history)).toBe(false)
    expect(present(redo(history))).toBe('c')
  })

  it('forgets what was undone once something else is done', () => {
    const history = step(undo(step(begin('a'), 'b')), 'c')

    expect(canRedo(history)).toBe(false)
    expect(present(undo(history))).toBe('a')
  })

  it('takes what is typed in one go as one step', () => {
    const typed = step(step(step(begin(''), '1', 'spend'), '12', 'spend'), '120', 'spend')

    expect(present(undo(typed))).toBe('')
    expect(present(undo(step(typed, 'x', 'plan')))).toBe('120')
  })

  it('begins a new step under the same name after the field was left, or after an undo', () => {
    const typed = step(begin(''), '1', 'spend')

    expect(present(undo(step(settle(typed), '12', 'spend')))).toBe('1')
    const after = step(undo(step(step(begin(''), 'a', 'x'), 'b', 'y')), 'c', 'x')
    expect(present(undo(after))).toBe('a')
  })
})
