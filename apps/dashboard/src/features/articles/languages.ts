import { locale as own } from '../../locales/locale.ts'

const names = new Intl.DisplayNames(own, { type: 'language', fallback: 'code' })

/** "German"; a tag that nobody knows stays as it is. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** In which direction a language runs. */
export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/.test(tag) ? 'rtl' : 'ltr'

/** Languages that are offered, by their names; an article may be in any other that an import brings. */
export const offeredLanguages = (except: readonly string[] = []): string[] =>
  common.filter((tag) => !except.includes(tag)).sort((a, b) => languageName(a).localeCompare(languageName(b), own))

const common =
  'ar bg bn ca cs da de el en en-GB en-US es es-MX et fa fi fr fr-CA ga he hi hr hu id is it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sr sv sw ta th tr uk ur vi zh-Hans zh-Hant'.split(
    ' ',
  )
