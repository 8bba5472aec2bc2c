import { readSentences, type Sentence } from './excerpt.ts'
import { readBody } from './read-body.ts'
import { languageOf } from './words.ts'

/** What can answer a request. An issue is a known fault that is being worked on. */
export type DocumentKind = 'article' | 'idea' | 'issue'

/** Something that may be suggested; `body` is plain text or Markdown. Ids are unique over all kinds. */
export type SuggestDocument = { id: string; kind: DocumentKind; title: string; body: string; locale: string }

/** `passages` are what its body is searched by, `sentences` what can be shown of it. */
export type ReadDocument = Omit<SuggestDocument, 'body' | 'locale'> & {
  language: string
  passages: string[]
  sentences: Sentence[]
}

const shortestPassage = 60
const mostPassages = 40

export function readDocument({ id, kind, title, body, locale }: SuggestDocument): ReadDocument {
  const { text, sentences } = readBody(body)
  const language = languageOf(locale)
  return {
    id,
    kind,
    title,
    language,
    passages: passagesOf(text),
    sentences: readSentences(sentences, language),
  }
}

/** Sentence by sentence, with short ones of a line put together: about as long as a question. */
function passagesOf(text: string): string[] {
  const passages: string[] = []
  for (const line of text.split('\n')) {
    let passage = ''
    for (const { segment } of sentenceSegmenter.segment(line)) {
      passage += segment
      if (passage.length < shortestPassage) continue
      passages.push(passage)
      passage = ''
    }
    if (passage.trim() !== '') passages.push(passage)
  }
  return passages.slice(0, mostPassages)
}

const sentenceSegmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
