import { currencyDigits } from '../rates/reporting-spend.ts'
import type { TraitUnit } from './trait-aliases.ts'

/** Why a value cannot be what it is meant to be; a sentence that follows its name. */
export type ValueFault = { fault: string }

const currencies = new Set(Intl.supportedValuesOf('currency'))
const isoMoment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/i
const mostMinor = 1e13
/** Seconds in 1973: what is less is no Unix time that anybody means. */
const leastUnix = 1e8

/**
 * Reads a value as a field of a claim.
 * @param currency of an amount in major units
 * @param most characters of a text
 */
export function readValue(unit: TraitUnit, value: unknown, currency: string, most = 200): string | number | ValueFault {
  switch (unit) {
    case 'text':
      return readText(value, most)
    case 'email':
      return typeof value === 'string' && value.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
        ? value
        : { fault: 'is no e-mail address' }
    case 'moment':
      return readMoment(value)
    case 'currency':
      return readCurrency(value)
    case 'minor':
    case 'count':
      return readCount(value, unit === 'minor' ? mostMinor : 1e7)
    case 'major':
      return readAmount(value, currency)
  }
}

/** @param most characters */
export const readText = (value: unknown, most: number): string | ValueFault => {
  if (typeof value !== 'string' && typeof value !== 'number') return { fault: 'must be a text' }
  const text = `${value}`
  if (text === '') return { fault: 'is empty' }
  return text.length <= most ? text : { fault: `has more than ${most} characters` }
}

const readCount = (value: unknown, most: number): number | ValueFault => {
  const count = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= most
    ? count
    : { fault: `must be a whole number from 0 to ${most}` }
}

/** 129, 129.9 or "129.90": as whole minor units, half a unit up. By its digits: as a number 8.165 is a little less than that. */
const readAmount = (value: unknown, currency: string): number | ValueFault => {
  const tooLarge = { fault: 'is too large an amount' }
  if (typeof value === 'number' && Number.isFinite(value) && value > mostMinor) return tooLarge
  const [, whole, part = ''] = /^(\d{1,14})(?:\.(\d+))?$/.exec(digitsOf(value)) ?? []
  if (whole === undefined) return { fault: 'must be an amount such as 129.90' }
  const places = currencyDigits(currency)
  const roundsUp = (part[places] ?? '0') >= '5'
  const minor = Number(`${whole}${part.slice(0, places).padEnd(places, '0')}`) + (roundsUp ? 1 : 0)
  return minor <= mostMinor ? minor : tooLarge
}

/** An amount as it was written. JavaScript writes less than a millionth with an exponent. */
const digitsOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? `${value >= 0 && value < 1e-6 ? 0 : value}` : ''
}

const readCurrency = (value: unknown): string | ValueFault => {
  const code = typeof value === 'string' ? value.toUpperCase() : ''
  return currencies.has(code) ? code : { fault: 'must be an ISO 4217 code such as EUR' }
}

/** ISO 8601 (without an offset: UTC), or Unix time in seconds or milliseconds, also as text; from 1900 to 2200. */
export function readMoment(value: unknown): string | ValueFault {
  const at = momentOf(value)
  if (at === undefined || Number.isNaN(at.getTime()))
    return { fault: 'must be a date such as 2026-03-31, 2026-03-31T10:00:00Z, or Unix time' }
  const year = at.getUTCFullYear()
  return year >= 1900 && year < 2200 ? at.toISOString() : { fault: 'must lie between the years 1900 and 2200' }
}

const momentOf = (value: unknown): Date | undefined => {
  const unix = typeof value === 'string' && /^-?\d{1,13}$/.test(value) ? Number(value) : value
  if (typeof unix === 'number') {
    // 2024 is a year, and 0 is nothing. Seconds reach 10¹¹ in the year 5138; milliseconds passed it in 1973.
    if (Math.abs(unix) < leastUnix) return undefined
    return new Date(Math.abs(unix) < 1e11 ? unix * 1000 : unix)
  }
  if (typeof unix !== 'string' || !isoMoment.test(unix)) return undefined
  const hasOffset = /(Z|[+-]\d\d:?\d\d)$/i.test(unix.slice(10))
  const at = new Date(unix.length === 10 || hasOffset ? unix.toUpperCase() : `${unix}Z`)
  // 30 February would become 2 March.
  return new Date(`${unix.slice(0, 10)}T00:00:00Z`).toJSON()?.startsWith(unix.slice(0, 10)) ? at : undefined
}
