import { locale } from '../locales/locale.ts'

/** Plans and traits are often written as keys ("growth", "company_size"): the first letter raised, underlines as spaces. */
export function displayName(key: string): string {
  const [first = '', ...rest] = key.replaceAll('_', ' ')
  return first.toLocaleUpperCase(locale) + rest.join('')
}
