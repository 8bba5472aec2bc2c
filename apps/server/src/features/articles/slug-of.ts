const longest = 80

/** A title as the last part of an address: `Où payer ?` is `ou-payer`. Scripts other than Latin keep their letters. */
export const slugOf = (title: string): string => {
  const plain = title
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1') // é is e; the marks of other scripts are part of the word
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
  const slug = plain.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)?.join('-') ?? ''
  return cut(slug) || 'article'
}

/** Whole words where there are any. */
const cut = (slug: string) => {
  if (slug.length <= longest) return slug
  const head = slug.slice(0, longest + 1).toWellFormed()
  return head.includes('-') ? head.slice(0, head.lastIndexOf('-')) : [...slug].slice(0, longest / 2).join('')
}

/** The slug, or with the first number behind it that makes it free. */
export const freeSlug = (slug: string, isTaken: (slug: string) => boolean): string => {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? slug : `${slug}-${number}`
    if (!isTaken(candidate)) return candidate
  }
}
