import { readWithin } from '@heed/suggest'
import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { problem } from '../../http/problem.ts'

/**
 * CommonMark with tables. The same reading everywhere, so that what is checked and rewritten is what is shown. What
 * would take long to read is a paragraph of plain text: such bodies are refused, but may have been stored before.
 */
export const readMarkdown = (markdown: string): Root => readMarks(markdown) ?? plain(markdown)

/** Whether a text can be read in a short time. */
export const isReadable = (markdown: string): boolean => readMarks(markdown) !== undefined

/** A body that a member wrote. @throws Problem invalid_input naming the body, where it would take long to read */
export const readBody = (body: string): Root => {
  const tree = readMarks(body)
  if (!tree) throw problem('invalid_input', { errors: [{ field: 'body', message: 'holds too much markup' }] })
  return tree
}

const readMarks = (markdown: string): Root | undefined =>
  readWithin(markdown, (counting) =>
    fromMarkdown(markdown, { extensions: [gfmTable(), counting], mdastExtensions: [gfmTableFromMarkdown()] }),
  )

const plain = (text: string): Root => ({
  type: 'root',
  children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
})
