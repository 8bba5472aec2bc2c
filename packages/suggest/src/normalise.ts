const arabic = /[\u0600-\u06ff]/
/** Vowel marks and the stretching tatweel say nothing about which word it is. */
const arabicMarks = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g
const arabicDigits = /[\u0660-\u0669\u06f0-\u06f9]/g

/** Letters that Arabic writers use for one another, as in Larkey, Ballesteros & Connell, "Improving stemming for Arabic information retrieval", 2002. */
const arabicForms: [RegExp, string][] = [
  [/[أإآٱ]/g, 'ا'],
  [/[ىی]/g, 'ي'],
  [/ئ/g, 'ي'],
  [/ؤ/g, 'و'],
  [/ة/g, 'ه'],
  [/ک/g, 'ك'],
]

/** Letters that are not a base letter with a mark, and that many people write without. */
const plainLetters: Record<string, string> = { ß: 'ss', ı: 'i', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe' }

/**
 * A text so that width, case, the kind of apostrophe and ways to write an Arabic letter do not count. Accents stay, since
 * stemmers need them: see `withoutMarks`.
 * @param language such as "tr", whose i and ı are lowered by rules of their own
 */
export function normalise(text: string, language: string): string {
  const composed = text.replaceAll(/[’ʼ`´]/g, "'").normalize('NFKC')
  const lowered =
    language === 'tr' || language === 'az'
      ? composed.toLocaleLowerCase('tr')
      : composed.toLowerCase().replaceAll('i̇', 'i')
  return arabic.test(lowered) ? unifyArabic(lowered) : lowered
}

function unifyArabic(text: string): string {
  let unified = text.replaceAll(arabicMarks, '')
  for (const [forms, letter] of arabicForms) unified = unified.replaceAll(forms, letter)
  return unified.replaceAll(arabicDigits, (digit) => String(digit.charCodeAt(0) % 16))
}

/** A word without accents; Japanese voicing marks stay, since they make another letter. */
export const withoutMarks = (word: string): string =>
  word
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll(/[ßıøłđæœ]/g, (letter) => plainLetters[letter] ?? letter)
