import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useMemo } from 'preact/hooks'
import type { Language } from '../customers/customer.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en, type Words } from './en.ts'
import { type Formats, formatsOf } from './formats.ts'

const wordsOf: Record<Language, Words> = { en, de, ar }

type Speech = { words: Words; formats: Formats }

const Speaking = createContext<Speech>({ words: en, formats: formatsOf('en') })

/** The words and number formats of whoever is signed in. */
export const useSpeech = (): Speech => useContext(Speaking)

/** Gives its children their language, and the page its `lang` and `dir`. */
export function SpeakLanguage({ language, children }: { language: Language; children: ComponentChildren }) {
  const speech = useMemo(() => ({ words: wordsOf[language], formats: formatsOf(language) }), [language])
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr'
  }, [language])
  return <Speaking.Provider value={speech}>{children}</Speaking.Provider>
}
