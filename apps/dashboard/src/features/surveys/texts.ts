import type { SurveyDefinition, SurveyKind, SurveyTexts } from '@heed/contracts'
import { scoreRange } from '@heed/contracts/survey-kinds'
import { put } from './definition.ts'

type Texts = SurveyDefinition['texts']
export type FollowUpBand = 'low' | 'middle' | 'high' | 'any'

/** Languages in which the widget has words of its own. */
export const widgetLanguages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'tr', 'lt', 'ar', 'he', 'ru', 'ja'] as const

export const isScored = (kind: SurveyKind): boolean => kind in scoreRange
export const hasOptions = (kind: SurveyKind): boolean =>
  kind === 'single_choice' || kind === 'multiple_choice' || kind === 'comparison'

/** In which direction a language runs. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (/^(ar|he|fa|ur)\b/.test(language) ? 'rtl' : 'ltr')

/** Languages in which something is said; where nothing is said in any, English, in which one begins. */
export function languagesOf(texts: Texts): string[] {
  const spoken = Object.keys(texts).filter((language) => saysSomething(texts[language]))
  return spoken.length === 0 ? ['en'] : spoken
}

const saysSomething = (texts: SurveyTexts | undefined): boolean =>
  texts !== undefined &&
  Object.values(texts).some((text) =>
    typeof text === 'string' ? text !== '' : Object.values(text ?? {}).some((part) => part !== ''),
  )

/** With changed words in one language. What is emptied is left out, so that it falls back; a language without words goes. */
function withWords(texts: Texts, language: string, change: (words: SurveyTexts) => SurveyTexts): Texts {
  const words = change(texts[language] ?? {})
  return put(texts, language, Object.keys(words).length === 0 ? undefined : words)
}

/** @param text empty: left out */
export const withText = (
  texts: Texts,
  language: string,
  name: 'question' | 'idea' | 'thanks' | 'linkLabel',
  text: string,
): Texts => withWords(texts, language, (words) => put(words, name, text || undefined))

export const withFollowUp = (texts: Texts, language: string, band: FollowUpBand, text: string): Texts =>
  withWords(texts, language, (words) => {
    const followUp = put(words.followUp ?? {}, band, text || undefined)
    return put(words, 'followUp', Object.keys(followUp).length === 0 ? undefined : followUp)
  })

export const withOptionWords = (texts: Texts, language: string, option: string, text: string): Texts =>
  withWords(texts, language, (words) => {
    const options = put(words.options ?? {}, option, text || undefined)
    return put(words, 'options', Object.keys(options).length === 0 ? undefined : options)
  })

/** Takes an option out of every language. */
export const withoutOption = (texts: Texts, option: string): Texts =>
  Object.keys(texts).reduce((all, language) => withOptionWords(all, language, option, ''), texts)

/** An id that no option has: `a`, `b`, … then `o12`. It never changes, so that answers keep their meaning. */
export function newOptionId(taken: readonly string[]): string {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const free = letters.find((letter) => !taken.includes(letter))
  if (free) return free
  let count = taken.length + 1
  while (taken.includes(`o${count}`)) count++
  return `o${count}`
}

/** How the second question is asked: not at all, the same of everyone, or by where the score stands. */
export type FollowUpWay = 'none' | 'any' | 'bands'

export function followUpWay({ kind, texts }: Pick<SurveyDefinition, 'kind' | 'texts'>): FollowUpWay {
  const said = Object.values(texts).map(({ followUp }) => followUp ?? {})
  if (said.some(({ low, middle, high }) => low || middle || high)) return 'bands'
  if (said.some(({ any }) => any)) return 'any'
  if (said.some(({ any }) => any === '')) return 'none'
  // Left open: the widget asks after a score by itself (of NPS by band), and after nothing else.
  return kind === 'nps' ? 'bands' : isScored(kind) ? 'any' : 'none'
}

/** Whether anything is laid down of the second question, be it that there is none. */
export const saysFollowUp = (texts: Texts): boolean =>
  Object.values(texts).some(({ followUp }) => followUp !== undefined)

/**
 * The texts with the second question asked in another way; words of the ways left behind go. Not asking a score must be
 * said in every language the widget speaks, because left out means its standard question.
 */
export function withFollowUpWay({ kind, texts }: Pick<SurveyDefinition, 'kind' | 'texts'>, way: FollowUpWay): Texts {
  const bare = Object.keys(texts).reduce(
    (all, language) => withWords(all, language, (words) => put(words, 'followUp', keptIn(words.followUp, way))),
    texts,
  )
  if (way !== 'none' || !isScored(kind)) return bare
  return [...new Set([...Object.keys(bare), ...widgetLanguages])].reduce(
    (all, language) => withWords(all, language, (words) => ({ ...words, followUp: { any: '' } })),
    bare,
  )
}

function keptIn(followUp: SurveyTexts['followUp'], way: FollowUpWay): SurveyTexts['followUp'] {
  if (!followUp || way === 'none') return undefined
  const { any, ...bands } = followUp
  const kept = way === 'any' ? (any ? { any } : {}) : bands
  return Object.keys(kept).length === 0 ? undefined : kept
}

/** What stands in place of words that a language lacks: those of another one, or null: the widget's standard wording. */
export function fallbackOf(
  { kind, texts }: Pick<SurveyDefinition, 'kind' | 'texts'>,
  language: string,
  of: (words: SurveyTexts) => string | undefined,
  from: 'any' | 'standard',
): { language: string; text: string } | null {
  // A scale has standard words in each language; what has none is said in another rather than not at all.
  if (from === 'standard' && (isScored(kind) || texts[language] !== undefined)) return null
  const others = ['en', ...Object.keys(texts)].filter((other) => other !== language)
  for (const other of others) {
    const text = of(texts[other] ?? {})
    if (text) return { language: other, text }
  }
  return null
}
