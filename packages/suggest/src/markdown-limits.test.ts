import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { describe, expect, it } from 'vitest'
import { readWithin } from './markdown-limits.ts'
import { readBody } from './read-body.ts'

const read = (markdown: string) =>
  readWithin(markdown, (counting) =>
    fromMarkdown(markdown, { extensions: [gfmTable(), counting], mdastExtensions: [gfmTableFromMarkdown()] }),
  )

describe('Markdown that would take long to read', () => {
  it.each([
    ['lists in one line', `${'- '.repeat(2_500)}a`],
    ['lists of numbers', `${'1. '.repeat(60)}a`],
    ['lists line by line', Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
    ['quotes', '>'.repeat(20_000)],
    ['quotes and lists', `${'> - '.repeat(30)}a`],
    ['emphasis', '*_a'.repeat(60_000)],
    ['deep emphasis', `${'*a **b '.repeat(80)}${'b** a* '.repeat(80)}`],
    ['brackets', '['.repeat(200_000)],
    ['links', '[a](b '.repeat(30_000)],
    ['titles of links that do not end', `${'[a](b (c '.repeat(1_000)}${' c'.repeat(90_000)}`],
    ['comments that do not end', `a ${'<!-- b'.repeat(300)}${' c'.repeat(90_000)}`],
    ['instructions that do not end', `a${'<?'.repeat(100_000)}`],
    ['code that does not end', Array.from({ length: 600 }, (_, length) => `${'`'.repeat(length)}a`).join('')],
    ['wide tables', `${'|a'.repeat(2_000)}|\n${'|-'.repeat(2_000)}|`],
    ['large tables', `${'|a'.repeat(99)}|\n${'|-'.repeat(99)}|\n${`${'|a'.repeat(99)}|\n`.repeat(900)}`],
    ['items', '- a\n'.repeat(50_000)],
    ['blank lines in lists', `${'- '.repeat(39)}a\n${'\n'.repeat(9_900)}`],
  ])('is not read: %s', (_name, markdown) => {
    expect(read(markdown)).toBeUndefined()
  })

  it.each([
    ['nested lists', Array.from({ length: 12 }, (_, depth) => `${'    '.repeat(depth)}1. a`).join('\n')],
    ['a quoted mail', `${'>'.repeat(12)} a\n`.repeat(20)],
    ['rules', `${'* '.repeat(100)}\n\n${'- '.repeat(100)}`],
    ['code', `\`\`\`\n${'a[b] = *c_d; // <!-- '.repeat(100)}\n\`\`\``],
    ['a table of links', `|a|b|\n|-|-|\n${'|[a](/b)|`c_d` **e** (f)|\n'.repeat(50)}`],
    ['a long text', 'The *quick* fox [jumps](/b_c) over `the_dog` (again), and then it goes on.\n\n'.repeat(100)],
  ])('is read where it is only long: %s', (_name, markdown) => {
    expect(read(markdown)).toBeDefined()
  })

  it('is searched and shown as plain text', () => {
    expect(readBody(`${'> '.repeat(60)}Open the menu.`).sentences.at(-1)).toContain('Open the menu.')
  })
})
