import { keyInWords } from '@heed/segments'
import { locale } from '../locales/locale.ts'

/** Plans and traits, which are often written as keys ("growth", "company_size"). */
export const displayName = (key: string): string => keyInWords(key, locale)
