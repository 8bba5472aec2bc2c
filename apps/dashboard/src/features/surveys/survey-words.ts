import type { SurveyDefinition, SurveyReach } from '@heed/contracts'
import { describeSegment, parseSegment } from '@heed/segments'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { formatCount, formatMoney, formatShare } from '../../ui/numbers.ts'

const words = text.surveys.words

/** How segments are written: the workspace's currency, and the names of saved segments. */
export type Wording = { currency: string; nameOf: (id: string) => string | undefined }

const joined = (parts: string[]): string => parts.join(' · ')
const listed = (parts: string[]): string => new Intl.ListFormat(locale).format(parts)
const seconds = new Intl.NumberFormat(locale, {
  style: 'unit',
  unit: 'second',
  unitDisplay: 'long',
  maximumFractionDigits: 1,
})
const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })

/** In the member's own time zone. */
export const formatMoment = (iso: string): string => moment.format(Date.parse(iso))
export const formatDecimal = (value: number): string => decimal.format(value)

/** "Growth · spend ≥ $100 · first seen 30 days ago or earlier" */
export function whoInWords({ targeting }: Pick<SurveyDefinition, 'targeting'>, wording: Wording): string {
  const { segment, firstSeenDays: seen, serverEvent } = targeting
  const parts = describeSegment(parseSegment(segment ?? '').segment, { ...wording, locale })
  if (seen?.from !== undefined && seen.to !== undefined) parts.push(words.seenBetween(seen.from, seen.to))
  else if (seen?.from !== undefined) parts.push(words.seenFrom(seen.from))
  else if (seen?.to !== undefined) parts.push(words.seenTo(seen.to))
  if (serverEvent) parts.push(words.serverEvent(serverEvent.name, serverEvent.withinDays))
  return parts.length === 0 ? words.everyone : joined(parts)
}

/** "5 sec after the page is ready · on /invoices/* · after “Export finished”" */
export function whenInWords({ trigger }: Pick<SurveyDefinition, 'trigger'>): string {
  const { delayMs, path, event, where = {}, scroll, leaving, clicked, newVersion, code } = trigger
  const properties = Object.entries(where).map(([name, value]) => `${name} = ${value}`)
  return joined([
    delayMs === 0 ? words.when.atOnce : words.when.after(seconds.format(delayMs / 1000)),
    ...(path === undefined ? [] : [words.when.path(path)]),
    ...(event === undefined
      ? []
      : [properties.length === 0 ? words.when.event(event) : words.when.eventWhere(event, listed(properties))]),
    ...(scroll === undefined ? [] : [words.when.scroll(formatShare(scroll / 100))]),
    ...(leaving ? [words.when.leaving] : []),
    ...(clicked === undefined ? [] : [words.when.clicked(clicked)]),
    ...(newVersion ? [words.when.newVersion] : []),
    ...(code ? [words.when.code] : []),
  ])
}

/** "200 answers in 30 days · spread over plan, tenure, and spend" */
export function howManyInWords({ sampling }: Pick<SurveyDefinition, 'sampling'>): string {
  switch (sampling.mode) {
    case 'everyone':
      return words.howMany.everyone
    case 'share':
      return words.howMany.share(formatShare(sampling.share))
    case 'target': {
      const { answers, marginPoints, days, by } = sampling
      const aim =
        answers === undefined
          ? words.howMany.margin(formatDecimal(marginPoints ?? 0), days)
          : words.howMany.answers(answers, days)
      return joined([aim, words.howMany.by(listed(by.map((part) => words.howMany.parts[part])))])
    }
  }
}

export const howOftenInWords = ({
  repeatAfterDays,
  priority,
}: Pick<SurveyDefinition, 'repeatAfterDays' | 'priority'>) =>
  joined([
    repeatAfterDays === null ? words.howOften.once : words.howOften.every(repeatAfterDays),
    ...(priority > 50 ? [words.howOften.first] : priority < 50 ? [words.howOften.last] : []),
  ])

export function scheduleInWords({ schedule }: Pick<SurveyDefinition, 'schedule'>): string {
  const { startsAt, endsAt, answerLimit } = schedule
  const parts = [
    ...(startsAt === null ? [] : [words.schedule.from(formatMoment(startsAt))]),
    ...(endsAt === null ? [] : [words.schedule.until(formatMoment(endsAt))]),
    ...(answerLimit === null ? [] : [words.schedule.limit(answerLimit)]),
  ]
  return parts.length === 0 ? words.schedule.open : capital(joined(parts))
}

export function alertsInWords({ alerts }: Pick<SurveyDefinition, 'alerts'>, currency: string): string {
  const { low, drop } = alerts
  const parts: string[] = []
  if (low) {
    const alert = words.alerts[low.make]
    parts.push(
      low.spendFromMinor > 0 ? words.alerts.spendFrom(alert, formatMoney(low.spendFromMinor, currency)) : alert,
    )
  }
  if (drop) parts.push(words.alerts.drop)
  return parts.length === 0 ? words.alerts.none : capital(joined(parts))
}

const capital = (sentence: string): string => sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1)

/** "About 340 people in 14 days · 40–70 answers to expect". What is counted is now; what comes is an estimate. */
export function reachInWords({ people, days, answers, base }: SurveyReach): string {
  if (base === 0) return words.reach.nobodyYet
  if (people === 0) return words.reach.nobody(days)
  const who = words.reach.people(words.reach.personCount(people), days)
  if (answers === null) return who
  const expected =
    answers.low === answers.high
      ? words.reach.answersOne(answers.low)
      : words.reach.answers(formatCount(answers.low), formatCount(answers.high))
  return joined([who, expected])
}
