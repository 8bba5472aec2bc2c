import type { Suggestion, SuggestionList } from '@heed/contracts'
import type { Room } from '../runtime/room.ts'

const restMs = 350
const fewestCharacters = 4

export type ArticleFinder = {
  /** The text as it stands now; asked for once typing rests. */
  look(text: string): void
  stop(): void
}

/**
 * Finds articles that may answer a text. An answer to an older text is left aside; without a connection what was found
 * last stays.
 * @param found told of up to three articles, and whether they are an answer to a text long enough to look for
 */
export function findArticles(room: Room, found: (articles: Suggestion[], looked: boolean) => void): ArticleFinder {
  let said = ''
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const ask = async (asked: number) => {
    const query = { text: said.slice(0, 5000), locale: room.locale.tag }
    const answer = await room.ask<SuggestionList>('suggestions', query)
    if (answer.kind === 'ok' && asked === turn) found(answer.value.items.slice(0, 3), true)
  }
  const stop = () => {
    clearTimeout(timer)
    turn += 1
  }

  return {
    look(text) {
      if (text.trim() === said) return
      said = text.trim()
      stop()
      if (said.length < fewestCharacters) found([], false)
      else timer = setTimeout(ask, restMs, turn)
    },
    stop,
  }
}
