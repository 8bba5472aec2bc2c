/** English words that say nothing of what a request is about. They count as pieces of text, not as words. */
const stopWords = new Set(
  `a an the this that these those it its i i'm i've me my mine we us our you your is are was were be been being am do does
  did doing have has had having to of in on at for with from by and or but if then so as not no what when where who how why
  which can could would will should may might there here please hi hello hey thanks just any some get got want need help
  like tell know wonder wondering let able try trying`.split(/\s+/),
)

const wordSegmenter = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * The words of a text in their order, folded so that case, width, accents and Arabic vowel marks do not count.
 * The platform's segmenter finds words in scripts without spaces too, from its dictionaries and whatever its locale.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of wordSegmenter.segment(fold(text))) {
    if (isWordLike) words.push(segment)
  }
  return words
}

/** Turkish dotless ı becomes i, so that texts meet whether or not they were lowered by Turkish rules. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('’', "'")
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f\u0640\u064b-\u065f\u0670]/g, '')
    .normalize('NFC')

/** What the words are about: stems, without the words that only hold a sentence together. */
export const termsOf = (words: readonly string[]): string[] => words.filter((word) => !stopWords.has(word)).map(stem)

/**
 * A light English stem: plural, -ing, -ed and a last -e off, in the manner of step 1 of Porter, "An algorithm for suffix
 * stripping", Program 14:3 (1980). Words of other languages mostly pass unchanged; their endings are left to the pieces.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z']+$/.test(word)) return word
  const singular = word
    .replace(/'s?$/, '')
    .replace(/ies$/, 'y')
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/([^sui])s$/, '$1')
  const bare = singular.replace(/([aeiouy].*)(?:ing|ed)$/, '$1')
  const root = bare === singular || bare.length < 3 ? singular : bare.replace(/([bdfgkmnprt])\1$/, '$1')
  return root.length > 4 ? root.replace(/e$/, '') : root
}

const pieceLength = 4

/**
 * Every run of four letters of each word with its ends marked, or the whole of a short word. They find what differs by a
 * slip of the finger or an ending, and parts of compounds, in any language.
 */
export const piecesOf = (words: readonly string[]): string[] =>
  words.flatMap((word) => {
    const marked = `·${word}·`
    const count = Math.max(1, marked.length - pieceLength + 1)
    return Array.from({ length: count }, (_, at) => marked.slice(at, at + pieceLength))
  })
