import type { DateTest, NumberTest, TextTest } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { dayBefore } from '@heed/segments'
import { and, type Column, gte, inArray, isNotNull, lt, lte, type SQL, sql } from 'drizzle-orm'

type Bounds = { from?: number | undefined; to?: number | undefined }
const dayMs = 86_400_000

/** The verdicts of packages/segments/src/match-test.ts in SQL. Each may be null where no value is known. */
export const textMeets = (test: TextTest, text: SQL | Column, { dialect }: Handle): SQL | undefined => {
  switch (test.op) {
    case 'is':
      return inArray(sql`${text}`, test.values)
    case 'contains':
      return dialect.holds(dialect.smallLetters(text), dialect.smallLetters(sql`cast(${test.text} as text)`))
    case 'starts': {
      const beginning = dialect.smallLetters(sql`cast(${test.text} as text)`)
      return sql`substr(${dialect.smallLetters(text)}, 1, length(${beginning})) = ${beginning}`
    }
    case 'known':
      return sql`${text} is not null`
  }
}

/** Between bounds, both included; without any, whatever is a number. */
export const isBetween = (value: SQL | Column, { from, to }: Bounds): SQL | undefined =>
  and(
    from === undefined && to === undefined ? sql`${value} is not null` : undefined,
    from === undefined ? undefined : sql`${value} >= ${from}`,
    to === undefined ? undefined : sql`${value} <= ${to}`,
  )

export const numberMeets = (test: NumberTest, value: SQL | Column): SQL | undefined =>
  test.op === 'known' ? sql`${value} is not null` : isBetween(value, test)

/** The first and the last day that meet a test, as ISO days of UTC. */
const daysOf = (test: DateTest, now: Date): { from: string | undefined; to: string | undefined } => {
  if (test.op === 'known') return { from: undefined, to: undefined }
  if (test.op === 'dates') return { from: test.from, to: test.to }
  return {
    from: test.toDays === undefined ? undefined : dayBefore(now, test.toDays),
    to: test.fromDays === undefined ? undefined : dayBefore(now, test.fromDays),
  }
}

/** The first moment that meets a test, and the first after the last one; nothing where it is open. */
export const momentsOf = (test: DateTest, now: Date): { from: Date | undefined; before: Date | undefined } => {
  const { from, to } = daysOf(test, now)
  return { from: from === undefined ? undefined : startOf(from), before: to === undefined ? undefined : dayAfter(to) }
}

/** A moment falls on days of UTC. */
export const momentMeets = (test: DateTest, moment: Column, now: Date): SQL | undefined => {
  const { from, before } = momentsOf(test, now)
  return and(isNotNull(moment), from && gte(moment, from), before && lt(moment, before))
}

/** A moment falls on a day after the last one that meets a test; nothing where there is no last one. */
export const momentPasses = (test: DateTest, moment: Column, now: Date): SQL | undefined => {
  const { before } = momentsOf(test, now)
  return before && gte(moment, before)
}

// No customer is older or younger, and PostgreSQL does not read every day that the language can write.
const firstDay = '1800-01-01'
const lastDay = '2300-01-01'
const startOf = (day: string): Date =>
  new Date(`${day < firstDay ? firstDay : day > lastDay ? lastDay : day}T00:00:00Z`)
const dayAfter = (day: string): Date => new Date(startOf(day).getTime() + dayMs)

/** Whole days since a moment lie between bounds, said as bounds on the moment itself. */
export const tenureMeets = (
  test: Extract<NumberTest, { op: 'between' | 'known' }>,
  since: Column,
  now: Date,
): SQL | undefined => {
  const { from = 0, to }: Bounds = test.op === 'known' ? {} : test
  return and(
    lte(since, new Date(now.getTime() - from * dayMs)),
    to === undefined ? undefined : sql`${since} > ${sql.param(new Date(now.getTime() - (to + 1) * dayMs), since)}`,
  )
}

/** A trait in a JSON column, whose kind decides which tests it can meet. */
export const traitMeets = (
  test: TextTest | NumberTest | DateTest,
  traits: Column,
  name: string,
  handle: Handle,
  now: Date,
): SQL | undefined => {
  const { dialect } = handle
  const kind = dialect.jsonKind(traits, name)
  const text = dialect.jsonText(traits, name)
  switch (test.op) {
    case 'known':
      return sql`${kind} is not null`
    case 'is':
      return textMeets(test, text, handle)
    case 'contains':
    case 'starts':
      return and(sql`${kind} = 'string'`, textMeets(test, text, handle))
    case 'between':
      return isBetween(dialect.jsonNumber(traits, name), test)
    case 'dates':
    case 'ago': {
      const { from, to } = daysOf(test, now)
      const day = dialect.dayOf(text)
      return and(
        sql`${kind} = 'string'`,
        sql`${day} is not null`,
        from === undefined ? undefined : sql`${day} >= ${from}`,
        to === undefined ? undefined : sql`${day} <= ${to}`,
      )
    }
  }
}
