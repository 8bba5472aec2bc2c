import type { Suggestion, SuggestionList } from '@heed/contracts'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Room } from '../../runtime/room.ts'

const restMs = 350
const fewestCharacters = 4

/**
 * Articles that may answer the text, asked for when the typing rests. An answer to an older text is left aside;
 * without a connection the articles found last stay.
 */
export function useSuggestions(room: Room, text: string): Suggestion[] {
  const [found, setFound] = useState<Suggestion[]>([])
  const latest = useRef(0)
  const said = text.trim()

  useEffect(() => {
    latest.current += 1
    const asked = latest.current
    if (said.length < fewestCharacters) {
      setFound([])
      return
    }
    const timer = setTimeout(async () => {
      const query = { text: said.slice(0, 5000), locale: room.locale.tag }
      const answer = await room.ask<SuggestionList>('suggestions', query)
      if (answer.kind === 'ok' && asked === latest.current) setFound(answer.value.items.slice(0, 3))
    }, restMs)
    return () => clearTimeout(timer)
  }, [said, room])

  return found
}
