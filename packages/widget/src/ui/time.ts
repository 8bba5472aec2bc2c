import type { HelpRoom } from '../runtime/room.ts'
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
export function time({ locale: { tag } }: HelpRoom, iso: string): HTMLElement {
  const exact = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))
  return element('time', { datetime: iso, title: exact, 'aria-live': 'off' }, relativeTime(iso, tag))
}
