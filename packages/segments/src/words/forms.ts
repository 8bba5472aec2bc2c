import type { Counted } from './segment-words.ts'

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/**
 * The form of a word that goes with a number in a language; `#` is the number: `{ one: 'once', other: '# times' }`.
 * A form that does without the number is not taken for a range.
 */
export function formsOf(language: string, forms: Forms): (counted: Counted) => string {
  const rules = new Intl.PluralRules(language)
  return ({ count, written, isRange }) => {
    const form = forms[rules.select(count)] ?? forms.other
    return (isRange && !form.includes('#') ? forms.other : form).replace('#', () => written)
  }
}
