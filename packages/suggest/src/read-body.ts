import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { readWithin } from './markdown-limits.ts'

/** An article's body without marks: all of its text, and the sentences that can be shown alone. */
export type ReadBody = { text: string; sentences: string[] }

type Block = { text: string; prose: boolean }

const sentencesOf = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * Reads Markdown, of which plain text is the simplest. Headings, code and rows of tables are searched, not shown. What
 * would take long to read is taken as plain text.
 */
export function readBody(markdown: string): ReadBody {
  const blocks: Block[] = []
  const tree = readWithin(markdown, (counting) =>
    fromMarkdown(markdown, { extensions: [gfmTable(), counting], mdastExtensions: [gfmTableFromMarkdown()] }),
  )
  if (tree) collectBlocks(tree, blocks)
  else blocks.push({ text: markdown, prose: true })
  const prose = blocks.filter((block) => block.prose)
  return {
    text: blocks.map((block) => block.text).join('\n'),
    sentences: (prose.length > 0 ? prose : blocks).flatMap((block) => splitSentences(block.text)),
  }
}

function collectBlocks(node: Nodes, blocks: Block[]): void {
  if (node.type === 'paragraph' || node.type === 'heading') {
    blocks.push({ text: textOf(node), prose: node.type === 'paragraph' })
  } else if (node.type === 'code') {
    blocks.push({ text: node.value, prose: false })
  } else if (node.type === 'tableRow') {
    blocks.push({ text: node.children.map(textOf).join(' · '), prose: false })
  } else if ('children' in node) {
    for (const child of node.children) collectBlocks(child, blocks)
  }
}

function textOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'break':
      return '\n'
    case 'image':
      return node.alt ?? ''
    default:
      return 'children' in node ? node.children.map(textOf).join('') : ''
  }
}

/** A line that goes on in small letters is the same sentence, wrapped; any other begins a new one. */
function splitSentences(text: string): string[] {
  // A run of space is looked at once: a longer expression would begin again at each of its characters.
  const unwrapped = text.replaceAll(/\s+/g, (space, at: number) =>
    space.includes('\n') && /^\p{Ll}/u.test(text.slice(at + space.length, at + space.length + 2)) ? ' ' : space,
  )
  return [...sentencesOf.segment(unwrapped)].map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '')
}
