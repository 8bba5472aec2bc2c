import type { KnownTrait } from '@heed/contracts'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { displayName } from '../../ui/names.ts'
import { formatCount, formatMoney, formatTenure } from '../../ui/numbers.ts'
import { traitText } from '../../ui/trait-text.ts'
import { valueName } from '../segments/field-names.ts'

const words = text.customers.known

/** What of a customer helps to say the values: those of the page's own currency and moment. */
export type Around = {
  of: 'person' | 'account'
  currency: string | null
  reportingSpendMinor: number | null
  /** Since the date that is among the values. */
  tenureDays: number | null
  /** The workspace's. */
  reportingCurrency: string
}

export type Said = { key: string; label: string; value: string; known: KnownTrait }

/** What is known, in words. The currency stands with the spend, and alone only where there is none. */
export function inWords(known: readonly KnownTrait[], around: Around): Said[] {
  const hasSpend = known.some(({ name }) => name === 'spendMinor') && around.currency !== null
  return known
    .filter(({ name }) => !(name === 'currency' && hasSpend))
    .map((each) => ({
      key: each.name,
      label: labelOf(each.name, around),
      value: valueInWords(each, around),
      known: each,
    }))
}

const labelOf = (name: string, { of }: Around): string => {
  if (name === 'createdAt' && of === 'person') return words.joined
  const { fields } = words
  if (name in fields) return fields[name as keyof typeof fields]
  return displayName(name.replace(/^traits\./, ''))
}

function valueInWords({ name, value }: KnownTrait, around: Around): string {
  if ((name === 'plan' || name === 'locale') && typeof value === 'string') return valueName(name, value)
  if (name === 'traits.country' && typeof value === 'string') return valueName('country', value)
  if (name === 'createdAt' && typeof value === 'string') return sinceInWords(value, around.tenureDays)
  if (name === 'spendMinor' && typeof value === 'number') return spendInWords(value, around)
  return (value !== null && traitText(value)) || words.empty
}

/** A spend in its own currency, and in the workspace's where that is another one. */
function spendInWords(
  minor: number,
  {
    currency,
    reportingSpendMinor,
    reportingCurrency,
  }: Pick<Around, 'currency' | 'reportingSpendMinor' | 'reportingCurrency'>,
): string {
  if (currency === null) return formatCount(minor)
  const own = formatMoney(minor, currency)
  if (currency === reportingCurrency) return own
  const reporting =
    reportingSpendMinor === null ? words.noRate : words.reporting(formatMoney(reportingSpendMinor, reportingCurrency))
  return `${own} (${reporting})`
}

// Such dates are mostly written as midnight in UTC: elsewhere that would be the day before.
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const formatDay = (iso: string) => day.format(Date.parse(iso))

const sinceInWords = (date: string, tenureDays: number | null): string =>
  tenureDays === null ? formatDay(date) : words.since(formatDay(date), formatTenure(tenureDays))
