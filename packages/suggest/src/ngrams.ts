const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
const shortest = 2
const longest = 4
const edge = '·'

/**
 * The pieces of words by which a slip of the finger, another ending and a part of a compound are still found, in any
 * language: runs of 2 to 4 letters of each word with its ends marked, runs of 4 across the gap between words, and in
 * scripts without spaces every letter and every two.
 * @param words normalised, without accents
 */
export function piecesOf(words: readonly string[]): string[] {
  const pieces: string[] = []
  for (const word of words) {
    if (unspaced.test(word)) continue
    const marked = `${edge}${word}${edge}`
    for (let length = shortest; length <= longest; length++) {
      for (let at = 0; at + length <= marked.length; at++) pieces.push(marked.slice(at, at + length))
    }
  }
  addAcrossGaps(words, pieces)
  addUnspaced(words, pieces)
  return pieces
}

function addAcrossGaps(words: readonly string[], pieces: string[]): void {
  for (let at = 1; at < words.length; at++) {
    const [before, after] = [words[at - 1] ?? '', words[at] ?? '']
    if (unspaced.test(before) || unspaced.test(after)) continue
    const gap = `${before.slice(-2)}${edge}${after.slice(0, 2)}`
    for (let start = 0; start + longest <= gap.length; start++) pieces.push(gap.slice(start, start + longest))
  }
}

function addUnspaced(words: readonly string[], pieces: string[]): void {
  const letters = [...words.filter((word) => unspaced.test(word)).join('')]
  for (const [at, letter] of letters.entries()) {
    pieces.push(letter)
    if (at > 0) pieces.push(`${letters[at - 1]}${letter}`)
  }
}
