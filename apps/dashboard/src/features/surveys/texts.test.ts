import type { SurveyDefinition } from '@heed/contracts'
import { describe, expect, it } from 'vitest'
import {
  fallbackOf,
  followUpWay,
  languagesOf,
  newOptionId,
  widgetLanguages,
  withFollowUp,
  withFollowUpWay,
  withOptionWords,
  withoutOption,
  withText,
} from './texts.ts'

const of = (kind: SurveyDefinition['kind'], texts: SurveyDefinition['texts'] = {}) => ({ kind, texts })

describe('words of a prompt', () => {
  it('come with their first letter and go with their last, and the language with them', () => {
    const written = withText({}, 'de', 'question', 'Wie?')
    expect(written).toEqual({ de: { question: 'Wie?' } })

    expect(withText(written, 'de', 'question', '')).toEqual({})
    expect(withFollowUp({ de: { followUp: { low: 'Warum?' } } }, 'de', 'low', '')).toEqual({})
    expect(withOptionWords({ de: { options: { a: 'Ja' }, thanks: 'Danke' } }, 'de', 'a', '')).toEqual({
      de: { thanks: 'Danke' },
    })
  })

  it('are in English while there are none, and never in a language that only says not to ask more', () => {
    expect(languagesOf({})).toEqual(['en'])
    expect(languagesOf(withFollowUpWay(of('csat', { ar: { question: 'س' } }), 'none'))).toEqual(['ar'])
  })

  it('lose an option in every language', () => {
    expect(withoutOption({ en: { options: { a: 'A', b: 'B' } }, de: { options: { a: 'A' } } }, 'a')).toEqual({
      en: { options: { b: 'B' } },
    })
  })
})

it('gives each option an id of its own', () => {
  expect(newOptionId(['a', 'c'])).toBe('b')
  expect(newOptionId([...'abcdefghijklmnopqrstuvwxyz'])).toBe('o27')
})

describe('the second question', () => {
  it('is asked by the widget itself after a score, and of nothing else', () => {
    expect(followUpWay(of('nps'))).toBe('bands')
    expect(followUpWay(of('csat'))).toBe('any')
    expect(followUpWay(of('single_choice'))).toBe('none')
    expect(followUpWay(of('single_choice', { en: { followUp: { any: 'Why?' } } }))).toBe('any')
  })

  it('is left out in every language the widget speaks, and asked again as before', () => {
    const silent = withFollowUpWay(of('nps', { en: { question: 'Well?', followUp: { low: 'Why?' } } }), 'none')
    expect(Object.keys(silent).sort()).toEqual([...widgetLanguages].sort())
    expect(silent.ja).toEqual({ followUp: { any: '' } })
    expect(followUpWay(of('nps', silent))).toBe('none')

    expect(withFollowUpWay(of('nps', silent), 'bands')).toEqual({ en: { question: 'Well?' } })
  })
})

describe('what stands in place of words that are missing', () => {
  const texts = { fr: { question: 'Pourquoi ?', idea: 'Une idée' } }
  const question = (words: { question?: string | undefined }) => words.question

  it('is the standard wording of a scale', () => {
    expect(fallbackOf(of('nps', texts), 'de', question, 'standard')).toBeNull()
  })

  it('is another language where there is no standard', () => {
    expect(fallbackOf(of('text', texts), 'de', question, 'standard')).toEqual({ language: 'fr', text: 'Pourquoi ?' })
    expect(fallbackOf(of('reaction', texts), 'de', ({ idea }) => idea, 'any')).toEqual({
      language: 'fr',
      text: 'Une idée',
    })
  })
})
