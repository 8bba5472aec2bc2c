import type { Room } from '../runtime/room.ts'
import { element } from './element.ts'
import { quiet } from './view.ts'

/** The words of something that is not on the server yet. */
export const waitingItem = ({ texts }: Room, words: unknown, key?: string) =>
  element('li', { class: 'row', 'data-key': key }, element('bdi', {}, `${words}`), ' ', quiet(texts.notSentYet))
