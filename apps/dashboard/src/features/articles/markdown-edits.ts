/** Text with what is selected in it. */
export type Selected = { value: string; start: number; end: number }

/** Puts `text` in the place of `from` to `to`, and selects anew. */
export type Edit = { from: number; to: number; text: string; select: [start: number, end: number] }

export type MarkdownAct =
  | 'bold'
  | 'italic'
  | 'code'
  | 'heading2'
  | 'heading3'
  | 'bullets'
  | 'numbers'
  | 'quote'
  | 'table'

/** Words that stand in for what is not written yet, and are selected so that typing takes their place. */
export type Stopgaps = { text: string; code: string; head: string; cell: string }

/** What an act of the toolbar does to the text: a second time it takes its marks off again. */
export function editOf(act: MarkdownAct, selected: Selected, stopgaps: Stopgaps): Edit {
  switch (act) {
    case 'bold':
      return surround(selected, '**', stopgaps.text)
    case 'italic':
      return surround(selected, '*', stopgaps.text)
    case 'code':
      return selectedText(selected).includes('\n') ? fence(selected) : surround(selected, '`', stopgaps.code)
    case 'heading2':
      return markLines(selected, () => '## ', /^#{1,6} +/)
    case 'heading3':
      return markLines(selected, () => '### ', /^#{1,6} +/)
    case 'bullets':
      return markLines(selected, () => '- ', /^([-*+]|\d+[.)]) +/)
    case 'numbers':
      return markLines(selected, (at) => `${at + 1}. `, /^([-*+]|\d+[.)]) +/)
    case 'quote':
      return markLines(selected, () => '> ', /^> ?/)
    case 'table':
      return tableAt(selected, stopgaps)
  }
}

const selectedText = ({ value, start, end }: Selected) => value.slice(start, end)

function surround(selected: Selected, mark: string, stopgap: string): Edit {
  const { value, start, end } = selected
  const length = mark.length
  const isMarked =
    value.slice(start - length, start) === mark &&
    value.slice(end, end + length) === mark &&
    // `*` beside another one is that of bold.
    !(mark === '*' && value[start - 2] === '*' && value[start - 3] !== '*')
  if (isMarked)
    return {
      from: start - length,
      to: end + length,
      text: selectedText(selected),
      select: [start - length, end - length],
    }
  // A mark beside a blank marks nothing.
  const said = selectedText(selected)
  const before = /^\s*/.exec(said)?.[0] ?? ''
  const after = said.trim() === '' ? '' : (/\s*$/.exec(said)?.[0] ?? '')
  const inner = said.trim() || stopgap
  const at = start + before.length + length
  return {
    from: start,
    to: end,
    text: `${before}${mark}${inner}${mark}${after}`,
    select: [at, at + inner.length],
  }
}

function fence(selected: Selected): Edit {
  const said = selectedText(selected).replace(/\n$/, '')
  const marks = said.includes('```') ? '````' : '```'
  const text = `${marks}\n${said}\n${marks}\n`
  const { start, end } = selected
  return { from: start, to: end, text, select: [start + marks.length + 1, start + marks.length + 1 + said.length] }
}

/** Whole lines, from the first to the last that the selection touches. */
function linesOf({ value, start, end }: Selected) {
  const from = value.lastIndexOf('\n', start - 1) + 1
  // A selection that ends at the beginning of a line does not hold that line.
  const last = end > start && value[end - 1] === '\n' ? end - 1 : end
  const next = value.indexOf('\n', last)
  return { from, to: next < 0 ? value.length : next }
}

function markLines(selected: Selected, markOf: (at: number) => string, others: RegExp): Edit {
  const { from, to } = linesOf(selected)
  const lines = selected.value.slice(from, to).split('\n')
  let at = 0
  const marked = lines.map((line) => {
    if (line.trim() === '' && lines.length > 1) return line
    return markOf(at++) + line.replace(others, '')
  })
  const text =
    marked.join('\n') === lines.join('\n')
      ? lines.map((line) => line.replace(others, '')).join('\n')
      : marked.join('\n')
  const isOne = lines.length === 1
  const moved = text.length - (to - from)
  return {
    from,
    to,
    text,
    select: isOne
      ? [Math.max(from, selected.start + moved), Math.max(from, selected.end + moved)]
      : [from, from + text.length],
  }
}

function tableAt({ value, start, end }: Selected, { head, cell }: Stopgaps): Edit {
  const row = (...cells: string[]) => `| ${cells.join(' | ')} |\n`
  const lead = gapBefore(value, start)
  const rows = row(head, head) + row('---', '---') + row(cell, cell) + row(cell, cell)
  const at = start + lead.length + 2
  const tail = value[end] === '\n' || end === value.length ? '' : '\n'
  return { from: start, to: end, text: lead + rows + tail, select: [at, at + head.length] }
}

/** A block stands alone: the line ends that are missing in front of it. */
const gapBefore = (value: string, at: number): string => {
  const before = value.slice(0, at)
  if (before.trim() === '' || before.endsWith('\n\n')) return ''
  return before.endsWith('\n') ? '\n' : '\n\n'
}

/** A link on what is selected, else on `title`. */
export function linkEdit(selected: Selected, address: string, title: string): Edit {
  const { start, end } = selected
  const label = (selectedText(selected).trim() || title).replace(/([[\]])/g, '\\$1')
  const text = `[${label}](${addressInMarkdown(address)})`
  return { from: start, to: end, text, select: [start + text.length, start + text.length] }
}

/** Blanks and brackets would end an address early. */
const addressInMarkdown = (address: string) =>
  /[\s()<>]/.test(address) ? `<${address.replace(/[<>]/g, encodeURIComponent)}>` : address

/** Enter within a list: the next item, or the end of the list where the item is empty. Null: Enter as ever. */
export function enterEdit({ value, start, end }: Selected): Edit | null {
  if (start !== end) return null
  const from = value.lastIndexOf('\n', start - 1) + 1
  const [whole = '', indent = '', mark = ''] = /^(\s*)([-*+]|\d+[.)]|>) +/.exec(value.slice(from, start)) ?? []
  if (mark === '') return null
  const rest = value.slice(from + whole.length, start)
  const lineEnd = value.indexOf('\n', start)
  if (rest.trim() === '') {
    if (value.slice(start, lineEnd < 0 ? undefined : lineEnd).trim() !== '') return null
    return { from, to: start, text: '', select: [from, from] }
  }
  const number = /^\d+/.exec(mark)?.[0]
  const next = number === undefined ? mark : `${Number(number) + 1}${mark.slice(number.length)}`
  const text = `\n${indent}${next} `
  return { from: start, to: end, text, select: [start + text.length, start + text.length] }
}

/** Where a line begins and ends. @param line from 1 */
export function lineAt(value: string, line: number): [start: number, end: number] {
  const lines = value.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
  return [Math.min(start, value.length), Math.min(start + (lines[line - 1]?.length ?? 0), value.length)]
}
