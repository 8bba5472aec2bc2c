import type { SegmentCondition } from '@heed/contracts'
import type { Counted, SegmentWords } from './words/segment-words.ts'

type Bounds = { from?: number | undefined; to?: number | undefined }
type Condition<F extends SegmentCondition['field']> = Extract<SegmentCondition, { field: F }>

/** "“Order completed” at least 3 times in 30 days". `name`: the event's, as it is to stand there. */
export function describeEvent(
  { times, withinDays }: Condition<'event'>,
  name: string,
  words: SegmentWords,
  locale: string,
): string {
  return withDays(eventSo(words.quoted(name), times, words, locale), withinDays, words, locale)
}

function eventSo(what: string, { from = 0, to }: Bounds, words: SegmentWords, locale: string): string {
  if (to === 0) return words.never(what)
  if (to === undefined) return words.atLeast(what, counted(from, locale))
  if (from === to) return words.exactlyTimes(what, counted(to, locale))
  return from === 0
    ? words.atMost(what, counted(to, locale))
    : words.exactlyTimes(what, {
        count: to,
        written: `${counted(from, locale).written}–${counted(to, locale).written}`,
        isRange: true,
      })
}

/** "has an open ticket", "tickets ≥ 3 in 30 days". */
export function describeTickets(
  { state, times, withinDays }: Condition<'tickets'>,
  words: SegmentWords,
  locale: string,
): string {
  return withDays(ticketsSo(words.tickets[state ?? 'any'], times, words, locale), withinDays, words, locale)
}

function ticketsSo(
  { some, none, name }: SegmentWords['tickets']['any'],
  { from = 0, to }: Bounds,
  words: SegmentWords,
  locale: string,
): string {
  const write = (count: number) => counted(count, locale).written
  if (to === 0) return none
  if (to === undefined) return from === 1 ? some : words.from(name, write(from))
  if (from === to) return words.exactly(name, write(to))
  return from === 0 ? words.upTo(name, write(to)) : words.between(name, write(from), write(to))
}

/** "last NPS 0–6 in 90 days" */
export function describeNps(
  { score: { from = 0, to = 10 }, withinDays }: Condition<'nps'>,
  words: SegmentWords,
  locale: string,
): string {
  const phrase = words.lastNps(from === to ? `${from}` : `${from}–${to}`)
  return withDays(phrase, withinDays, words, locale)
}

const withDays = (phrase: string, days: number | undefined, words: SegmentWords, locale: string): string =>
  days === undefined ? phrase : words.within(phrase, counted(days, locale))

const counted = (count: number, locale: string): Counted => ({
  count,
  written: new Intl.NumberFormat(locale).format(count),
})
