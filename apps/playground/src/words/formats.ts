import type { Currency, Language } from '../customers/customer.ts'

const regionOf: Record<Language, string> = { en: 'en-IE', de: 'de-DE', ar: 'ar-AE' }
const dayMs = 86_400_000

export type Formats = {
  /** Minor units as money: 1234567 EUR is €12,345.67. */
  money: (minor: number, currency?: Currency) => string
  /** The same with a plus or minus sign, for lists of movements. */
  signed: (minor: number, currency?: Currency) => string
  /** A day counted from today; negative is the past. */
  day: (daysFromToday: number) => string
  /** The same without its year. */
  shortDay: (daysFromToday: number) => string
  month: (daysFromToday: number) => string
  count: (value: number) => string
}

export const formatsOf = (language: Language, now: () => number = Date.now): Formats => {
  const region = regionOf[language]
  const day = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'short', year: 'numeric' })
  const shortDay = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'short' })
  const month = new Intl.DateTimeFormat(region, { month: 'long', year: 'numeric' })
  const count = new Intl.NumberFormat(region)
  // In Arabic the symbols of other currencies mix letters of both directions (UK£), so they are written as codes.
  const displayOf = (currency: Currency) => (language === 'ar' && currency !== 'EUR' ? 'code' : 'narrowSymbol')
  const money = (minor: number, currency: Currency, signDisplay: 'auto' | 'exceptZero') =>
    new Intl.NumberFormat(region, {
      style: 'currency',
      currency,
      signDisplay,
      currencyDisplay: displayOf(currency),
    }).format(minor / 100)
  const dateOf = (daysFromToday: number) => now() + daysFromToday * dayMs
  return {
    money: (minor, currency = 'EUR') => money(minor, currency, 'auto'),
    signed: (minor, currency = 'EUR') => money(minor, currency, 'exceptZero'),
    day: (days) => day.format(dateOf(days)),
    shortDay: (days) => shortDay.format(dateOf(days)),
    month: (days) => month.format(dateOf(days)),
    count: (value) => count.format(value),
  }
}
