import type { TraitValue } from '@heed/contracts'
import { text } from '../locales/text.ts'

/** A trait's value as it is read: lists with commas, yes and no for flags; numbers as they were said, for they may be years or ids. */
export const traitText = (value: TraitValue): string => {
  if (Array.isArray(value)) return value.map(traitText).join(', ')
  if (typeof value === 'boolean') return value ? text.people.yes : text.people.no
  return String(value)
}
