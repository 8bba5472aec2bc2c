import type { IdeaState } from '@heed/contracts'
import type { HelpRoom } from '../runtime/room.ts'

/** How an idea stands, in words; nothing as long as it is open. */
export function ideaState({ texts }: HelpRoom, state: IdeaState): string {
  const states: Record<IdeaState, string> = {
    open: '',
    planned: texts.ideaPlanned,
    in_progress: texts.ideaInProgress,
    shipped: texts.ideaShipped,
    closed: texts.ideaClosed,
  }
  return states[state]
}
