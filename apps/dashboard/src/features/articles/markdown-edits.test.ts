import { describe, expect, it } from 'vitest'
import { type Edit, editOf, enterEdit, lineAt, linkEdit, type MarkdownAct, type Selected } from './markdown-edits.ts'

const stopgaps = { text: 'text', code: 'code', head: 'Head', cell: 'Cell' }

/** Text in which `[` and `]` stand around what is selected. */
const read = (written: string): Selected => {
  const start = written.indexOf('[')
  const end = written.indexOf(']') - 1
  return { value: written.replace('[', '').replace(']', ''), start, end }
}
const after = ({ value }: Selected, { from, to, text, select: [start, end] }: Edit): string => {
  const whole = value.slice(0, from) + text + value.slice(to)
  return `${whole.slice(0, start)}[${whole.slice(start, end)}]${whole.slice(end)}`
}
const act = (name: MarkdownAct, written: string) => after(read(written), editOf(name, read(written), stopgaps))

describe('an act of the toolbar', () => {
  it.each<[MarkdownAct, string, string]>([
    ['bold', 'a [word] b', 'a **[word]** b'],
    ['bold', 'a[ word ]b', 'a **[word]** b'],
    ['bold', 'a **[word]** b', 'a [word] b'],
    ['bold', 'a []b', 'a **[text]**b'],
    ['italic', 'a [word]', 'a *[word]*'],
    ['italic', 'a *[word]*', 'a [word]'],
    ['italic', 'a **[word]**', 'a ***[word]***'],
    ['italic', 'a ***[word]***', 'a **[word]**'],
    ['code', '[x]', '`[x]`'],
    ['code', '[a\nb]', '```\n[a\nb]\n```\n'],
    ['heading2', 'a\nwo[]rd', 'a\n## wo[]rd'],
    ['heading2', '### wo[]rd', '## wo[]rd'],
    ['heading2', '## wo[]rd', 'wo[]rd'],
    ['heading3', '[]', '### []'],
    ['bullets', '[a\n\nb\n]c', '[- a\n\n- b]\nc'],
    ['bullets', '[- a\n- b]', '[a\nb]'],
    ['numbers', '[- a\n- b]', '[1. a\n2. b]'],
    ['quote', 'a[]', '> a[]'],
    ['table', 'a[]', 'a\n\n| [Head] | Head |\n| --- | --- |\n| Cell | Cell |\n| Cell | Cell |\n'],
    ['table', '[]', '| [Head] | Head |\n| --- | --- |\n| Cell | Cell |\n| Cell | Cell |\n'],
  ])('%s: %j becomes %j', (name, written, expected) => {
    expect(act(name, written)).toBe(expected)
  })
})

describe('a link', () => {
  it.each([
    ['see []', '/help/fees', 'see [Fees](/help/fees)'],
    ['see [these]', '/help/fees', 'see [these](/help/fees)'],
    ['[]', 'https://example.com/a (b)', '[Fees](<https://example.com/a (b)>)'],
  ])('in %j to %s', (written, address, expected) => {
    const { value } = read(written)
    const { from, to, text } = linkEdit(read(written), address, 'Fees')

    expect(value.slice(0, from) + text + value.slice(to)).toBe(expected)
  })

  it('takes brackets out of a title', () => {
    expect(linkEdit(read('[]'), '/help/fees', 'Fees [old]').text).toBe('[Fees \\[old\\]](/help/fees)')
  })
})

describe('Enter', () => {
  const enter = (written: string) => {
    const edit = enterEdit(read(written))
    return edit && after(read(written), edit)
  }

  it.each([
    ['- one[]', '- one\n- []'],
    ['  * one[] more', '  * one\n  * [] more'],
    ['9. nine[]', '9. nine\n10. []'],
    ['> said[]', '> said\n> []'],
    ['- one\n- []', '- one\n[]'],
    ['1. one\n2. []\nnext', '1. one\n[]\nnext'],
  ])('after %j makes %j', (written, expected) => {
    expect(enter(written)).toBe(expected)
  })

  it.each(['one[]', '- []one', '-one[]', '- [one]', '[]'])('is as ever after %j', (written) => {
    expect(enter(written)).toBeNull()
  })
})

it('knows where a line begins and ends', () => {
  expect(['a\nbcd\n', 'a\nbcd'].map((value) => lineAt(value, 2))).toEqual([
    [2, 5],
    [2, 5],
  ])
  expect(lineAt('a', 9)).toEqual([1, 1])
})
