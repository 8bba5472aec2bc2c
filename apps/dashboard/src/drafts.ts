/** Whose draft, on which idea: two members at one browser do not see each other's. */
export type DraftPlace = { memberId: string; aboutId: string; kind: 'answer' }

const keyOf = ({ memberId, aboutId, kind }: DraftPlace): string => `heed.draft.${memberId}.${aboutId}.${kind}`

/** What was written and not yet stored by the server; empty when there is nothing, or storage is blocked. */
export function readDraft(place: DraftPlace): string {
  try {
    return localStorage.getItem(keyOf(place)) ?? ''
  } catch {
    return ''
  }
}

/** Keeps a draft until `keepDraft(place, '')`. @returns whether it is really kept */
export function keepDraft(place: DraftPlace, draft: string): boolean {
  try {
    if (draft.trim() === '') localStorage.removeItem(keyOf(place))
    else localStorage.setItem(keyOf(place), draft)
    return draft.trim() !== ''
  } catch {
    return false
  }
}
