import type { Memory } from './memory.ts'

const dayMs = 86_400_000

/** Nobody sees a second survey within so many days, whichever it is. */
const restDays = 7

/** When each survey was last shown in this browser, in milliseconds since 1970. */
const shownAt = (memory: Memory) => (memory.get('shown') ?? {}) as Record<string, number>

/**
 * Whether this browser has had rest enough to be asked, read afresh because other tabs ask too. A time far ahead was
 * written by a clock that was wrong: nobody waits until it comes.
 */
export function mayAsk(
  memory: Memory,
  { id, repeatAfterDays }: { id: string; repeatAfterDays: number | null },
  now: number = Date.now(),
): boolean {
  const shown = shownAt(memory)
  const rested = (at: number, days: number) => Math.abs(now - at) >= days * dayMs
  return (
    Object.values(shown).every((at) => rested(at, restDays)) &&
    (!shown[id] || (repeatAfterDays !== null && rested(shown[id], repeatAfterDays)))
  )
}

/** Remembers that a survey was shown now. */
export function rememberShown(memory: Memory, surveyId: string, now: number = Date.now()): void {
  memory.set('shown', { ...shownAt(memory), [surveyId]: now })
}
