// How names and values stand in the text of a segment: bare where nothing can be misread, else in double quotes.

/** What a bare word is made of. All other signs are the language's own, now or some day. */
const bareSign = String.raw`[\p{L}\p{M}\p{N}_.@/+-]`
const bare = new RegExp(`^${bareSign}+$`, 'u')

/** Bare, these would read as a range or as a day. */
const misread = /\.\.|^\d{4}-\d\d-\d\d$/

/** Whether a word means itself without quotes. */
export const isPlain = (text: string): boolean => bare.test(text) && !misread.test(text)

/** `Oil, gas` → `"Oil, gas"`; `Retail` stays as it is. */
export const writeWord = (text: string): string =>
  isPlain(text) ? text : `"${text.replace(/["\\]/g, (sign) => `\\${sign}`)}"`

export type Word = { text: string; quoted: boolean; end: number }

/** Reads one word from `at` on; null where none begins, or where its quote is not closed. */
export function readWord(source: string, at: number): Word | null {
  if (source[at] === '"') return readQuoted(source, at)
  const text = readBare(source, at)
  return text === '' ? null : { text, quoted: false, end: at + text.length }
}

/** The bare signs that begin at `at`. */
export function readBare(source: string, at: number): string {
  const signs = new RegExp(`${bareSign}*`, 'uy')
  signs.lastIndex = at
  return signs.exec(source)?.[0] ?? ''
}

function readQuoted(source: string, at: number): Word | null {
  let text = ''
  for (let i = at + 1; i < source.length; i++) {
    const sign = source[i]
    if (sign === '"') return { text, quoted: true, end: i + 1 }
    text += sign === '\\' ? (source[++i] ?? '') : sign
  }
  return null
}

/** The next place that is no space. */
export function skipSpace(source: string, at: number): number {
  const space = /\s*/y
  space.lastIndex = at
  space.exec(source)
  return space.lastIndex
}
