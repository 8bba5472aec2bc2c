import type { Handle } from '@heed/db'
import { and, type Column, type SQL, sql } from 'drizzle-orm'

/** The letters A–Z as a–z and no others: `dialect.sortKey` of a text that is at hand. */
export const sortKeyOf = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/**
 * Beginnings to look for. The stores ignore case in A–Z alone, so that indexes can be used and both agree; other letters
 * are tried as typed, all small, all large, and with a large first one, which is how names are written.
 */
export const beginningsOf = (search: string): string[] => {
  const [first = '', ...rest] = search.toLowerCase()
  const written = [search, search.toLowerCase(), search.toUpperCase(), first.toUpperCase() + rest.join('')]
  return [...new Set(written.map(sortKeyOf))]
}

/** Whether a text begins so, said as a range, which an index can answer. */
export const beginsWith = ({ dialect }: Handle, text: SQL | Column, beginning: string): SQL | undefined => {
  const key = dialect.sortKey(sql`${text}`)
  return and(sql`${key} >= ${beginning}`, sql`${key} < ${`${beginning}\u{10ffff}`}`)
}
