import type { Plural } from '../locales/help-texts.ts'
import type { HelpRoom } from '../runtime/room.ts'

/** A number with its word, in the form that the language has for that number. */
export function counted({ locale: { tag }, fill }: HelpRoom, forms: Plural, count: number): string {
  const form = forms[new Intl.PluralRules(tag).select(count)] ?? forms.other
  return fill(form, { count: new Intl.NumberFormat(tag).format(count) })
}
