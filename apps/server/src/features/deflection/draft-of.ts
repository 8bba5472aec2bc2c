import { ArticleLocale, type UnansweredGroup } from '@heed/contracts'

type Worded = { text: string; locale: string | null }

const longestTitle = 120

/**
 * An article to begin with: the most typical wording as the title, and all of them as quotations to write the answer
 * below. It holds no words of Heed's, so that it fits every language.
 */
export function draftOf(typical: Worded, others: readonly Worded[], defaultLocale: string): UnansweredGroup['draft'] {
  const quotes = [typical, ...others].map(({ text }) => `> ${oneLine(text)}`)
  const locale = ArticleLocale.safeParse(typical.locale)
  return {
    title: titleOf(typical.text),
    body: `${quotes.join('\n\n')}\n`,
    locale: locale.success ? locale.data : defaultLocale,
  }
}

/** The first sentence, cut at a word where it is long. After the marks of Japanese and Chinese there is no space. */
function titleOf(text: string): string {
  const [first = ''] = text.trim().match(/^[^\n]*?(?:[.!?](?=\s|$)|[^\n。？！][。？！])|^[^\n]+/u) ?? []
  const words = first.replace(/[.。!！]$/u, '').trim()
  if (words.length <= longestTitle) return words
  const head = words.slice(0, longestTitle).toWellFormed()
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), longestTitle / 2))}…`
}

/** A run of space is looked at once: an expression with one at both sides would begin again at each of its characters. */
const oneLine = (text: string) => text.trim().replace(/\s+/g, (space) => (space.includes('\n') ? ' ' : space))
