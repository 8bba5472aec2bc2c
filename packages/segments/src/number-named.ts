/**
 * The number that a word of a list names, if it is written as JSON writes that number: 1000, 0.5 and 1e-7 are, while 1E3,
 * 0.50, 0x10 and " 5 " are texts alone.
 */
export function numberNamed(word: string): number | undefined {
  const number = Number(word)
  return Number.isFinite(number) && String(number) === word ? number : undefined
}
