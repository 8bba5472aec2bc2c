import type { FatigueRule } from '@heed/contracts'

const dayMs = 86_400_000

/** How long a grant keeps other browsers of the person from being granted one, while its prompt has not come. */
export const heldMs = 10 * 60_000

/** What is known of one survey and one person, over all their browsers; null: never. */
export type Asked = {
  surveyId: string
  /** The last prompt, however it ended. */
  shownAt: Date | null
  /** The last prompt that was not closed by "ask me later". */
  askedAt: Date | null
  /** The last "ask me later". */
  laterAt: Date | null
  answeredAt: Date | null
  /** The last grant whose prompt has not come. */
  heldAt: Date | null
}

export type Rest = { reason: 'resting' | 'asked_recently'; until: Date | null }

/**
 * What keeps a person from being asked a survey now; null where nothing does. All of it must be over:
 *
 * - `restDays` after the last prompt of any survey, and `heldMs` after a grant whose prompt has not come;
 * - `repeatAfterDays` after this survey was shown or answered; without them for ever;
 * - `laterDays` after "ask me later", in place of the repeat for that prompt alone: rest holds beside it, so that the
 *   longer of the two counts. A prompt that was closed counts as asked, as does one that was left standing.
 *
 * @returns the reason that lasts longest, of two alike that of this survey; `until` is null where it never ends
 */
export function restOf(
  { surveyId, repeatAfterDays }: { surveyId: string; repeatAfterDays: number | null },
  rule: Pick<FatigueRule, 'restDays' | 'laterDays'>,
  history: readonly Asked[],
  now: Date,
): Rest | null {
  const own = history.find((asked) => asked.surveyId === surveyId)
  const counted = latest(own?.askedAt, own?.answeredAt)
  if (repeatAfterDays === null && counted !== null) return { reason: 'asked_recently', until: null }

  const repeats = Math.max(
    counted === null ? 0 : counted + (repeatAfterDays ?? 0) * dayMs,
    own?.laterAt ? own.laterAt.getTime() + rule.laterDays * dayMs : 0,
  )
  const rests = history.flatMap(({ shownAt, heldAt }) => [
    shownAt ? shownAt.getTime() + rule.restDays * dayMs : 0,
    heldAt ? heldAt.getTime() + heldMs : 0,
  ])
  const until = Math.max(repeats, ...rests)
  if (until <= now.getTime()) return null
  return { reason: until === repeats ? 'asked_recently' : 'resting', until: new Date(until) }
}

const latest = (...moments: (Date | null | undefined)[]): number | null =>
  moments.reduce<number | null>(
    (last, at) => (at && (last === null || last < at.getTime()) ? at.getTime() : last),
    null,
  )
