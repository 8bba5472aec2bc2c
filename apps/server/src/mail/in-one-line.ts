/** A name, a title or what a server said, without the breaks that would begin a line, header or paragraph of its own. */
export const inOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
