import type { SegmentCondition } from '@heed/contracts'
import { formatSegment } from '@heed/segments'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { displayName } from '../../ui/names.ts'

const words = text.segments.editor

/** What a condition is about, as a heading says it. */
export function fieldName(condition: SegmentCondition): string {
  switch (condition.field) {
    case 'trait':
      return displayName(condition.name)
    case 'event':
      return condition.name
    case 'tickets':
      return condition.state === undefined
        ? words.fields.tickets
        : condition.state === 'open'
          ? words.fields.ticketsOpen
          : words.fields.ticketsClosed
    default:
      return words.fields[condition.field]
  }
}

/** The field as the server is asked for its values: `plan`, `trait.industry`, `account."billing city"`. */
export const valuesField = (condition: Extract<SegmentCondition, { test: unknown }>): string =>
  formatSegment({ all: [{ ...condition, test: { op: 'known' } } as SegmentCondition] }).slice(0, -':*'.length)

const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })

/** A value as it is shown: plans as names, codes of countries and languages in words. */
export function valueName(field: SegmentCondition['field'], value: string): string {
  if (value === '') return words.values.empty
  if (field === 'plan') return displayName(value)
  if (field === 'country' && /^[A-Z]{2}$/.test(value)) return countries.of(value) ?? value
  if (field === 'locale' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value)) return languages.of(value) ?? value
  return value
}
