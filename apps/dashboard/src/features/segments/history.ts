/** Steps of one thing that is edited; `at` is the step that shows. */
export type History<T> = { steps: readonly { value: T; merge: string | null }[]; at: number }

export const begin = <T>(value: T): History<T> => ({ steps: [{ value, merge: null }], at: 0 })

export const present = <T>({ steps, at }: History<T>): T => (steps[at] as { value: T }).value
export const canUndo = <T>({ at }: History<T>): boolean => at > 0
export const canRedo = <T>({ steps, at }: History<T>): boolean => at < steps.length - 1

const most = 200

/**
 * A step further; what was undone is forgotten. Steps that follow each other under the same `merge` are one, so that
 * undoing takes back a number and not its last digit.
 */
export function step<T>(history: History<T>, value: T, merge: string | null = null): History<T> {
  const before = history.steps.slice(0, history.at + 1)
  const isSame = merge !== null && history.at > 0 && before.at(-1)?.merge === merge
  const steps = [...(isSame ? before.slice(0, -1) : before), { value, merge }].slice(-most)
  return { steps, at: steps.length - 1 }
}

/** The next step is one of its own, even under the same name. */
export const settle = <T>(history: History<T>): History<T> =>
  history.steps.every(({ merge }) => merge === null)
    ? history
    : { ...history, steps: history.steps.map(({ value }) => ({ value, merge: null })) }

export const undo = <T>(history: History<T>): History<T> =>
  canUndo(history) ? { ...settle(history), at: history.at - 1 } : history

export const redo = <T>(history: History<T>): History<T> =>
  canRedo(history) ? { ...history, at: history.at + 1 } : history
