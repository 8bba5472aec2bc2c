/** Quotes and lists within each other. */
const deepestNesting = 40
/** Lines, and each quote or list item that begins on one; one that goes on costs a tenth of that, a cell a quarter. */
const mostPieces = 10_000
/** Of a row of a table. */
const mostCells = 200
/** The end of a comment, or of a link's title in brackets, is looked for up to that of the paragraph: characters read so. */
const mostLookedAt = 20_000_000
/** Longer ones close nothing, and each is looked for up to the end of its paragraph. */
const longestTicks = 100

/** Whether the blocks of a Markdown text are too many, or may nest too deep, to be read in a short time. May be too strict. */
export function isTooDense(markdown: string): boolean {
  if (markdown.includes('`'.repeat(longestTicks + 1))) return true
  const open: number[] = []
  let pieces = 0
  let wasBlank = true
  let paragraph = { comments: 0, links: 0, titles: 0 }
  let lookedAt = 0
  for (const line of markdown.split(/\r\n|\r|\n/, mostPieces + 1)) {
    const isBlank = line.trim() === ''
    const cells = countOf(line, '|')
    pieces += 1 + openContainers(line, open, wasBlank) + open.length / 10 + cells / 4
    wasBlank = isBlank
    if (isBlank) paragraph = { comments: 0, links: 0, titles: 0 }
    paragraph.comments += countOf(line, '<!') + countOf(line, '<?')
    paragraph.links += countOf(line, '](')
    paragraph.titles += countOf(` ${line}`.replaceAll('\t', ' '), ' (')
    lookedAt += (paragraph.comments + Math.min(paragraph.links, paragraph.titles)) * line.length
    const isTooMuch = pieces > mostPieces || lookedAt > mostLookedAt
    if (isTooMuch || open.length > deepestNesting || cells > mostCells) return true
  }
  return false
}

/**
 * Puts the columns of the quotes and items that begin on a line onto those that may still be open: these stand further
 * to the left. Behind a blank line, what text does not stand within is closed. @returns how many begin
 */
function openContainers(line: string, open: number[], wasBlank: boolean): number {
  let begun = 0
  let column = 0
  for (let at = 0; at < line.length && open.length <= deepestNesting; ) {
    if (line[at] === ' ' || line[at] === '\t') {
      column += line[at] === '\t' ? 4 - (column % 4) : 1
      at += 1
      continue
    }
    const length = markerLength(line, at)
    if (begun === 0 && (length > 0 || wasBlank)) while ((open.at(-1) ?? -1) >= column) open.pop()
    if (length === 0) break
    open.push(column)
    begun += 1
    column += length
    at += length
  }
  return begun
}

const quoteOrItem = /(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y
const rule = /([-*])[ \t]*(?:\1[ \t]*){2,}$/y

/** Of what begins a quote or an item; 0: nothing does, or the rest of the line is a rule such as `* * *`. */
function markerLength(line: string, at: number): number {
  quoteOrItem.lastIndex = at
  rule.lastIndex = at
  return rule.test(line) ? 0 : (quoteOrItem.exec(line)?.[0].length ?? 0)
}

const countOf = (line: string, part: string) => line.split(part).length - 1
