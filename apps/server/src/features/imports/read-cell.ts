import { readValue, type ValueFault } from '../people/read-value.ts'
import { currencyDigits } from '../rates/reporting-spend.ts'
import type { Column } from './import-columns.ts'

/** Why a cell cannot be what its column is; a sentence that follows the name of the column. */
export type CellFault = ValueFault
export type TraitKind = 'text' | 'number' | 'flag'

const quoted = (text: string) => `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`

/**
 * Reads a cell that is not empty as a field of a claim.
 * @param currency of an amount
 */
export function readField(field: Column['field'], text: string, currency = 'USD'): string | number | CellFault {
  switch (field) {
    case 'spend':
      return readAmount(text, currency)
    case 'spendMinor':
      return orFault(readValue('minor', text, currency), text)
    case 'seats':
      return orFault(readValue('count', text, currency), text)
    case 'currency':
      return orFault(readValue('currency', text, currency), text)
    case 'createdAt':
      return orFault(readValue('moment', isoOf(text), currency), text)
    default:
      return text
  }
}

const orFault = (read: string | number | ValueFault, text: string) =>
  typeof read === 'object' ? { fault: `${quoted(text)} ${read.fault}.` } : read

/**
 * An amount as whole minor units: `1234.5`, `1,234.50`, `1.234,50` or `99,90`. Where the same text could be two amounts
 * (`1.234`), or has more decimals than the currency, it is a fault.
 */
function readAmount(text: string, currency: string): number | CellFault {
  const digits = currencyDigits(currency)
  const plain = plainAmount(text.replace(/[\s\u00a0\u202f]/g, ''))
  if (plain === undefined) return { fault: `${quoted(text)} is not an amount such as 129.90.` }
  const [whole = '', decimals = ''] = plain.split('.')
  if (decimals.length > digits && !/^0*$/.test(decimals.slice(digits))) {
    return { fault: `${quoted(text)} has more decimals than ${currency}.` }
  }
  return Number(whole + decimals.slice(0, digits).padEnd(digits, '0'))
}

const plainAmount = (text: string): string | undefined => {
  if (/^\d{1,13}(\.\d{1,2}|\.\d{4,})?$/.test(text)) return text
  if (/^\d{1,13},(\d{1,2}|\d{4,})$/.test(text)) return text.replace(',', '.')
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(text)) return text.replaceAll(',', '')
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(text)) return text.replaceAll('.', '').replace(',', '.')
  // Twice the same mark can only be that of thousands.
  if (/^\d{1,3}(([.,])\d{3})(\2\d{3})+$/.test(text)) return text.replace(/[.,]/g, '')
  return undefined
}

/** As people, spreadsheets and PostgreSQL write a moment: a space for the T, `UTC` or `GMT` for the Z, `+00`. */
const isoOf = (text: string) =>
  text
    .replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T')
    .replace(/\s?(UTC|GMT|Z)$/i, 'Z')
    .replace(/\s(?=[+-])/, '')
    .replace(/(:[\d.]+[+-]\d\d)$/, '$1:00')

const numberText = /^-?(0|[1-9]\d*)(\.\d+)?$/
const isNumber = (text: string) => numberText.test(text) && text.replace(/\D/g, '').length <= 15
const isFlag = (text: string) => /^(true|false)$/i.test(text)

/**
 * What a column of traits holds. Numbers or flags only if every cell that is not empty is one: one that is not makes all
 * of them texts. Leading zeros (`007`), signs, thousands and more digits than a number keeps stay texts, for they
 * are mostly names: article numbers, phone numbers, postcodes.
 */
export function traitKind(texts: Iterable<string>): TraitKind {
  const kinds = new Set<TraitKind>()
  for (const text of texts) {
    if (text !== '') kinds.add(isNumber(text) ? 'number' : isFlag(text) ? 'flag' : 'text')
    if (kinds.size > 1) return 'text'
  }
  return [...kinds][0] ?? 'text'
}

/** Reads a cell that is not empty as what its column holds; −0 as the 0 that the stores make of it. */
export const readTrait = (kind: TraitKind, text: string): string | number | boolean =>
  kind === 'number' ? Number(text) + 0 : kind === 'flag' ? text.toLowerCase() === 'true' : text
