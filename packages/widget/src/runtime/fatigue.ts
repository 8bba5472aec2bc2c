import type { FatigueRule } from '@heed/contracts'
import type { Memory } from '../loader/memory.ts'

const dayMs = 86_400_000

/** A session is half a day, over all tabs: whoever opens another one has not rested. */
const sessionDays = 0.5

/** When something happened to each survey in this browser, in milliseconds since 1970. */
const timesOf = (memory: Memory, name: 'shown' | 'later') => (memory.get(name) ?? {}) as Record<string, number>

/**
 * Why this browser has had too little rest to be asked, read afresh because other tabs ask too; nothing when it may be
 * asked. A time far ahead was written by a clock that was wrong: nobody waits until it comes.
 */
export function tiredOf(
  memory: Memory,
  { restDays, laterDays, mostASession }: FatigueRule,
  { id, repeatAfterDays }: { id: string; repeatAfterDays: number | null },
  now: number = Date.now(),
): 'asked_recently' | 'resting' | 'session_full' | undefined {
  const shown = timesOf(memory, 'shown')
  const within = (days: number) => (at: number) => Math.abs(now - at) < days * dayMs
  const at = shown[id]
  // Whoever wanted to be asked later is.
  const againAfter =
    at && (timesOf(memory, 'later')[id] ?? 0) >= at ? laterDays : (repeatAfterDays ?? Number.POSITIVE_INFINITY)
  if (at && within(againAfter)(at)) return 'asked_recently'
  const all = Object.values(shown)
  if (all.some(within(restDays))) return 'resting'
  return all.filter(within(sessionDays)).length < mostASession ? undefined : 'session_full'
}

/** Remembers that a survey was shown now. */
export function rememberShown(memory: Memory, surveyId: string, now: number = Date.now()): void {
  memory.set('shown', { ...timesOf(memory, 'shown'), [surveyId]: now })
}
