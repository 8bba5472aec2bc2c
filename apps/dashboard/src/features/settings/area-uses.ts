import type { AreaUse } from '@heed/contracts'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'

const words = text.settings.areas
const list = new Intl.ListFormat(locale, { type: 'conjunction' })

/** “12 requests, 3 answers, and 1 article”; what there is none of is left out. */
export function usesInWords(use: AreaUse | undefined): string {
  if (use === undefined) return words.nothing
  const kinds = ['tickets', 'responses', 'articles', 'ideas'] as const
  return list.format(kinds.filter((kind) => use[kind] > 0).map((kind) => words[kind](use[kind])))
}
