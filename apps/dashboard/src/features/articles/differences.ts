import { diffLines, diffWordsWithSpace } from 'diff'

export type Piece = { kind: 'same' | 'removed' | 'added'; text: string }

/** Part of a comparison: lines as they were, of which only the count is told, or lines with what differs in them. */
export type Part = { kind: 'gap'; lines: number } | { kind: 'lines'; pieces: Piece[] }

/** Lines that are shown around a change. */
const around = 2
/** Beyond so many characters words are not compared: it would take longer than anybody waits. */
const mostInWords = 20_000

/** How one text became another: by lines, and by words where a line was changed. */
export function differencesIn(before: string, after: string): Part[] {
  const changes = diffLines(withEnd(before), withEnd(after))
  const parts: Part[] = []
  for (let at = 0; at < changes.length; at++) {
    const change = changes[at]
    if (!change) continue
    const next = changes[at + 1]
    if (!change.added && !change.removed) {
      parts.push(...gapped(change.value, at === 0, at === changes.length - 1))
    } else if (change.removed && next?.added && change.value.length + next.value.length < mostInWords) {
      parts.push({ kind: 'lines', pieces: inWords(change.value, next.value) })
      at++
    } else {
      parts.push({ kind: 'lines', pieces: [{ kind: change.added ? 'added' : 'removed', text: change.value }] })
    }
  }
  return parts
}

/** A last line without an end would differ from the same line with one. */
const withEnd = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

const inWords = (before: string, after: string): Piece[] =>
  diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))

/** Of unchanged lines those beside a change; the rest is counted. */
function gapped(value: string, isFirst: boolean, isLast: boolean): Part[] {
  const lines = value.split('\n').slice(0, -1)
  const head = isFirst ? 0 : around
  const tail = isLast ? 0 : around
  const said = (some: string[]): Part[] =>
    some.length === 0 ? [] : [{ kind: 'lines', pieces: [{ kind: 'same', text: `${some.join('\n')}\n` }] }]
  if (lines.length <= head + tail + 1) return said(lines)
  const hidden = lines.length - head - tail
  return [...said(lines.slice(0, head)), { kind: 'gap', lines: hidden }, ...said(lines.slice(lines.length - tail))]
}
