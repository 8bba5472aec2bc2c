import type { Evidence } from './evidence.ts'

/** What was said of one wording, by the document that it names. */
type Said = Map<string, { voices: Set<string | null | Evidence>; waiting: Evidence[] }>

/**
 * Against one person who says otherwise than others: where others said of the very same wording that another document
 * solved it, a person's word waits until somebody else says the same. Asked of one piece of evidence after the other.
 * @returns what is to be learned by now: it, and what waited for it; nothing while it waits
 */
export function createHearing(): (evidence: Evidence) => Evidence[] {
  const wordings = new Map<string, Said>()
  return (evidence) => {
    const { text, documentId, solved, personId, by } = evidence
    if (!solved || documentId === null) return [evidence]
    const wording = wordingOf(text)
    const said: Said = wordings.get(wording) ?? new Map()
    wordings.set(wording, said)
    const same = said.get(documentId) ?? { voices: new Set(), waiting: [] }
    said.set(documentId, same)
    const voice = by === 'member' ? evidence : personId
    const isSaidByOthers = (voices: ReadonlySet<unknown>) => voices.size > (voices.has(voice) ? 1 : 0)
    const isContested = [...said].some(([other, { voices }]) => other !== documentId && isSaidByOthers(voices))
    same.voices.add(voice)
    if (by === 'person' && isContested && !isSaidByOthers(same.voices)) {
      same.waiting.push(evidence)
      return []
    }
    return [...same.waiting.splice(0), evidence]
  }
}

/** A text by its words alone. */
const wordingOf = (text: string): string =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')
