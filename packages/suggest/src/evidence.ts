/**
 * What happened to a request: the document solved it, or did not help. No document and not solved: nothing that was
 * suggested helped, and a ticket was filed. `personId` is who wrote the text, null where it is not known. `by` says whose
 * word it is: the person's, or that of a member who closed the ticket with the document. `at` in ms since 1970.
 */
export type Evidence = {
  text: string
  documentId: string | null
  solved: boolean
  personId: string | null
  by: 'person' | 'member'
  at: number
}

/** Against abuse: what one person says counts so many times for a document, and in all; a document keeps its newest. */
export const caps = { perPersonAndDocument: 3, perPerson: 50, perDocument: 200 }

const weightOfPerson = 0.7
/** One person alone must not hide a document from all who ask in the same words; several do. */
const weightAgainst = 0.35

/** A member has read the ticket; a person may have clicked the button to be rid of it. */
export function weightOf({ by, solved }: Evidence): number {
  if (by === 'member') return 1
  return solved ? weightOfPerson : weightAgainst
}

/** What counts of all evidence, in an order that does not depend on the order of arrival. */
export function countedEvidence(all: readonly Evidence[]): Evidence[] {
  const admit = createAdmission()
  const newestFirst = all.toSorted((a, b) => b.at - a.at || compareText(keyOf(a), keyOf(b)))
  const byDocument = new Map<string, number>()
  return newestFirst
    .filter((evidence) => {
      if (!admit(evidence)) return false
      const key = `${evidence.documentId} ${evidence.solved}`
      const count = (byDocument.get(key) ?? 0) + 1
      byDocument.set(key, count)
      return count <= caps.perDocument
    })
    .reverse()
}

/** Tells of one after the other whether it still counts, by who said it. */
export function createAdmission(): (evidence: Evidence) => boolean {
  const said = new Map<string, number>()
  return (evidence) => {
    if (evidence.by === 'member' || evidence.personId === null) return true
    const ofPerson = `${evidence.personId}`
    const ofBoth = `${evidence.personId} ${evidence.documentId} ${evidence.solved}`
    if ((said.get(ofPerson) ?? 0) >= caps.perPerson) return false
    if ((said.get(ofBoth) ?? 0) >= caps.perPersonAndDocument) return false
    said.set(ofPerson, (said.get(ofPerson) ?? 0) + 1)
    said.set(ofBoth, (said.get(ofBoth) ?? 0) + 1)
    return true
  }
}

const keyOf = ({ documentId, solved, text, personId, by }: Evidence) =>
  JSON.stringify([documentId, solved, text, personId, by])

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
