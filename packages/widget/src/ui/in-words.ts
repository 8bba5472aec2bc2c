import type { Plural } from '../locales/panel-texts.ts'
import type { Room } from '../runtime/room.ts'
import { element } from './element.ts'

/** Units from large to small, in milliseconds. */
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** How long ago, in words of the language, in the largest unit that fits once. */
export function relativeTime(iso: string, locale: string, nowMs: number = Date.now()): string {
  const agoMs = nowMs - Date.parse(iso)
  const [unit, unitMs] = units.find(([, ms]) => agoMs >= ms) ?? ['second', Number.POSITIVE_INFINITY]
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.floor(agoMs / unitMs) || 0, unit)
}

/** A time as people say it, with the exact one on hover. That it passes is not read out. */
export function time({ locale: { tag } }: Room, iso: string): HTMLElement {
  const exact = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
  return element('time', { datetime: iso, title: exact, 'aria-live': 'off' }, relativeTime(iso, tag))
}

/** A number with its word, in the form that the language has for that number. */
export function counted({ locale: { tag }, fill }: Room, forms: Plural, count: number): string {
  const form = forms[new Intl.PluralRules(tag).select(count)] ?? forms.other
  return fill(form, { count: new Intl.NumberFormat(tag).format(count) })
}

/** Size of a file in thousands or millions of bytes. */
export function fileSize({ locale: { tag } }: Room, bytes: number): string {
  const mega = bytes >= 1_000_000
  const unit = { style: 'unit', unit: mega ? 'megabyte' : 'kilobyte', maximumFractionDigits: mega ? 1 : 0 } as const
  return new Intl.NumberFormat(tag, unit).format(mega ? bytes / 1_000_000 : Math.max(1, bytes / 1000))
}
