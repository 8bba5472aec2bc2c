import { placeholder, singleTexts, type Words } from './testing.ts'

/** For tests: the words of a language nobody speaks. Every letter is wide, the text stands in brackets, `{name}` stays. */
export function pseudo<T>(words: T): T {
  if (typeof words === 'string') return `⟦${words.replace(/\{\w+\}|[a-z]/gi, widened)}⟧` as T
  if (Array.isArray(words)) return words.map(pseudo) as T
  return Object.fromEntries(Object.entries(words as object).map(([key, value]) => [key, pseudo(value)])) as T
}

const wideFrom = 0xfee0
const widened = (part: string) => (part.length > 1 ? part : String.fromCharCode(part.charCodeAt(0) + wideFrom))
const wide = /[Ａ-Ｚａ-ｚ]/g

/** What `Intl` says comes in the reader's language by itself: here, sizes of files. Times are left out as elements. */
const ofIntl = /\d (kB|MB)(?!\p{L})/gu

/** Attributes that a person sees or hears. */
const spoken = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
]

/** Takes note of all that is seen and heard. Data that a test brings along is made of digits. */
export function createEyes() {
  const noted = new Set<string>()

  const look = (node: Node) => {
    if (node instanceof Text) noted.add(node.data)
    if (node instanceof Element) {
      if (node.localName === 'time') return
      for (const name of spoken) noted.add(node.getAttribute(name) ?? '')
      if (node instanceof HTMLInputElement && /button|submit|reset/.test(node.type)) noted.add(node.value)
    }
    node.childNodes.forEach(look)
  }

  return {
    look,
    hear: (text: string) => void noted.add(text),
    /** What holds letters that no text of the pseudo-locale holds: words that stand in the code. */
    strangers: () => [...noted].filter((words) => /\p{L}/u.test(words.replace(wide, '').replace(ofIntl, ''))),
    /** Which of the texts were neither seen nor heard; of forms for numbers, and of others, each single one. */
    missing(texts: object) {
      const all = [...noted]
      const wasNoted = (text: string) => {
        const pieces = text.split(placeholder).map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
        const pattern = new RegExp(pieces.join('.+'))
        return all.some((words) => pattern.test(words))
      }
      return singleTexts(texts as Words).flatMap(([way, text]) => (wasNoted(text) ? [] : [way]))
    },
  }
}

export type Eyes = ReturnType<typeof createEyes>
