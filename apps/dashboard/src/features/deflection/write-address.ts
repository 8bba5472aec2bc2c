import type { UnansweredGroup } from '@heed/contracts'
import type { Filters } from '../segments/segment-url.ts'

/** An address must survive a reload, and servers read some 16 kB of a request's head. */
const mostEncoded = 6_000

/** What a new article begins with, as its address holds it: of a long text as many lines as fit. */
export function draftFilters({ title, body, locale }: UnansweredGroup['draft']): Filters {
  const lines: string[] = []
  for (const line of body.split('\n')) {
    if (encodeURIComponent([...lines, line].join('\n')).length > mostEncoded) break
    lines.push(line)
  }
  return { title, body: lines.join('\n'), locale }
}
