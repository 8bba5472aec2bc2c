import { tables } from '@joplin/turndown-plugin-gfm'
import TurndownService from 'turndown'

const turndown = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-' })
turndown.use(tables)
turndown.remove(['script', 'style', 'iframe', 'object', 'noscript', 'form'])

/** The HTML of an export as Markdown; what could run in it is left out. */
export const htmlToMarkdown = (html: string): string => turndown.turndown(html).trim()

const longestHtml = 2_000_000
const deepest = 200
/** Elements that hold nothing, and need no end. */
const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** Elements that end by themselves where the next of their kind begins, with those of them that may stand between. */
const cells = ['td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'p']
const implied = new Map([['p', ['p']], ['li', ['li', 'p']], ...cells.slice(0, -1).map((tag) => [tag, cells] as const)])

/**
 * Whether HTML is too long, or may nest too deep, to be turned: turndown goes down by recursion, and takes time with
 * the square. May be too strict: what is not ended counts as open, whatever ends around it.
 */
export const isTooDeep = (html: string): boolean => {
  if (html.length > longestHtml) return true
  const open: string[] = []
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z\d-]*)/gi)) {
    const tag = name.toLowerCase()
    if (voids.has(tag)) continue
    if (end) {
      const at = open.lastIndexOf(tag)
      if (at >= 0) open.splice(at, 1)
      continue
    }
    const past = implied.get(tag) ?? []
    const outer = open.findLastIndex((each) => !past.includes(each))
    const before = open.indexOf(tag, outer + 1)
    if (before >= 0) open.length = before
    open.push(tag)
    if (open.length > deepest) return true
  }
  return false
}
