import type { SurveyConfig } from '../loader/link.ts'
import type { Memory } from '../loader/memory.ts'

const dayMs = 86_400_000
/** Whether it was answered and is not to be asked again yet. A time that a wrong clock wrote far ahead does not count. */
export function isAnswered(memory: Memory, { id, repeatAfterDays }: SurveyConfig): boolean {
  const at = ((memory.get('answered') ?? {}) as Record<string, number>)[id]
  return at !== undefined && Math.abs(Date.now() - at) < (repeatAfterDays ?? Number.POSITIVE_INFINITY) * dayMs
}
