/**
 * The fatigue rules as one would say them, over a list of all that happened with a person in whichever browsers. For tests:
 * what the server decides by columns and indexes is held against this. Times are in milliseconds since 1970.
 */
export type Happened =
  /** The server let a browser show a prompt. */
  | { what: 'granted'; surveyId: string; exposureId: string; at: number }
  /** A browser told that a prompt was shown; `at` is what it made of its clock. */
  | { what: 'shown'; surveyId: string; exposureId: string; at: number }
  /** "Ask me later". */
  | { what: 'later'; exposureId: string; at: number }
  | { what: 'answered'; surveyId: string; at: number }

type Rule = { restDays: number; laterDays: number }
type Question = { surveyId: string; repeatAfterDays: number | null }

const minute = 60_000
const day = 24 * 60 * minute

/** Whether the person may be asked this question at this moment. */
export function mayBeAsked(question: Question, rule: Rule, history: readonly Happened[], now: number): boolean {
  const prompts = history.filter((one) => one.what === 'shown').map((shown) => promptOf(shown, history))

  // Nobody sees a second prompt within the rest, whichever survey it is of.
  for (const prompt of prompts) if (now < prompt.shownAt + rule.restDays * day) return false

  // Nobody is let see one while another browser may be showing one.
  for (const one of history) {
    const isHeld = one.what === 'granted' && prompts.every((prompt) => prompt.exposureId !== one.exposureId)
    if (isHeld && now < one.at + 10 * minute) return false
  }

  // The same survey is asked again after its time, or never.
  for (const prompt of prompts) {
    if (prompt.surveyId !== question.surveyId) continue
    if (prompt.laterAt !== null) {
      if (now < prompt.laterAt + rule.laterDays * day) return false
    } else if (!isOver(prompt.shownAt, question, now)) return false
  }
  for (const one of history) {
    if (one.what === 'answered' && one.surveyId === question.surveyId && !isOver(one.at, question, now)) return false
  }
  return true
}

const isOver = (at: number, { repeatAfterDays }: Question, now: number) =>
  repeatAfterDays !== null && now >= at + repeatAfterDays * day

/** A prompt cannot have been shown before it was granted, nor put off before it was shown, whatever a clock says. */
function promptOf(shown: Extract<Happened, { what: 'shown' }>, history: readonly Happened[]) {
  const { surveyId, exposureId } = shown
  const grant = history.find((one) => one.what === 'granted' && one.exposureId === exposureId)
  const shownAt = Math.max(shown.at, grant?.at ?? shown.at)
  const later = history.findLast((one) => one.what === 'later' && one.exposureId === exposureId)
  return { surveyId, exposureId, shownAt, laterAt: later ? Math.max(later.at, shownAt) : null }
}
