import { cutText } from '../../../cut-text.ts'
import type { LeaveOut } from './left-out.ts'

/** Words by language. */
export type Words = Record<string, string>

/** Where words stand, and the most that fits. */
type Place = { path: string; most: number; leaveOut: LeaveOut }

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" }

/** Words without markup and without what is filled in elsewhere, cut to what fits. */
export function plainWords(text: string, { path, most, leaveOut }: Place): string {
  // Formbricks writes #recall:id/fallback:word#, PostHog {{ property }}.
  const filled = text.replace(/#recall:[^/#]*\/fallback:([^#]*)#/g, (_, fallback: string) => fallback)
  if (filled !== text) leaveOut(path, 'answers are not recalled in words; what stands in for them stays')
  const plain = filled
    .replace(/<(br|\/p|\/div|\/li)\b[^<>]*>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= most) return plain
  leaveOut(path, `longer than ${most} characters; the rest is cut off`)
  return cutText(plain, most)
}

/** The same in each language; languages without words are left out. */
export const plainTranslations = (words: Words, place: Place): Words =>
  Object.fromEntries(
    Object.entries(words)
      .map(([language, text]) => [language, plainWords(text, place)] as const)
      .filter(([, text]) => text !== ''),
  )

/** A language as Heed writes it, such as pt-BR; undefined where it is none. */
export function languageTag(code: string): string | undefined {
  try {
    const [tag = ''] = Intl.getCanonicalLocales(code.replace(/_/g, '-'))
    return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : undefined
  } catch {
    return undefined
  }
}
