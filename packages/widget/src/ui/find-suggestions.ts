import type { RequestKind, Suggestion, SuggestionList, SuggestionQuery } from '@heed/contracts'
import type { HelpRoom } from '../runtime/room.ts'

const restMs = 350
/** What came to nothing is asked again, each time after four times as long, for the last time after more than this. */
const patienceMs = 5000
/** What is shorter and finds nothing may be the beginning of a word. */
const wordLength = 4
/** In Japanese two signs are a word. */
const fewest = (text: string) => (/[\u3040-\u9fff]/.test(text) ? 2 : 3)

export type Finder = {
  /**
   * The text as it stands now; asked for once typing rests.
   * @param requestId under which the server keeps what is wanted, where it may
   */
  look(text: string, requestId: string | undefined): void
  stop(): void
}

/** What was found, and for what: the page one is on, or a text long enough to look for. */
export type Found = { items: Suggestion[]; by: 'page' | 'text' }

/**
 * Finds what may answer a text, and what is wanted on this page as long as there is none. An answer to an older text is
 * left aside; until there is one to this text, what was found last stays.
 */
export function findSuggestions(room: HelpRoom, kind: RequestKind, found: (found: Found) => void): Finder {
  let said: string | undefined
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  /** What is wanted on this page; asked for once. */
  let here: Suggestion[] | undefined

  const ask = async (text: string, requestId?: string): Promise<Suggestion[] | undefined> => {
    const query: SuggestionQuery = {
      text: text.slice(0, 5000),
      locale: room.locale.tag,
      kind,
      page: room.page(),
      ...(requestId && { requestId }),
    }
    const answer = await room.ask<SuggestionList>('suggestions', query)
    return answer.kind === 'ok' ? answer.value.items.slice(0, 3) : undefined
  }
  const stop = () => {
    clearTimeout(timer)
    turn += 1
    return turn
  }
  const lookHere = async () => {
    const asked = stop()
    if (here) return found({ items: here, by: 'page' })
    here = await ask('')
    if (asked === turn) found({ items: here ?? [], by: 'page' })
  }
  const later = (asked: number, ms: number, text: string, requestId?: string) => {
    timer = setTimeout(async () => {
      const items = await ask(text, requestId)
      if (asked !== turn) return
      if (items && !items[0] && text.length < wordLength) return void lookHere()
      if (items) found({ items, by: 'text' })
      else if (ms < patienceMs) later(asked, ms * 4, text, requestId)
    }, ms)
  }

  return {
    look(text, requestId) {
      if (text.trim() === said) return
      said = text.trim()
      if (said.length < fewest(said)) return void lookHere()
      later(stop(), restMs, said, requestId)
    },
    stop,
  }
}
