import type { HelpRoom } from '../runtime/room.ts'
import type { wordsField } from './words-field.ts'

/**
 * Puts what the server refused meanwhile below what is typed in its form; the caret stays where it is. To be called with
 * every input, before the draft is kept: by one the runtime tells a form of it (`runtime/deliver.ts`).
 * @param name under which it is kept: `refused:` and the name of the form's draft
 * @returns what there is to say of it
 */
export function takeBack(room: HelpRoom, name: string, field: ReturnType<typeof wordsField>['field']): string {
  const words = room.draft(name)
  const { length } = field.value
  if (!words) return ''
  room.keepDraft(name, undefined)
  field.setRangeText((length ? '\n' : '') + words, length, length)
  return room.texts.rejected
}
