import type { Nodes, Root } from 'mdast'
import type { Options } from 'mdast-util-from-markdown'
import { isTooDense } from './markdown-density.ts'

type Syntax = NonNullable<Options['extensions']>[number]

/** Levels of a tree, inline ones among them: everybody who reads it goes down by recursion. */
const deepestTree = 100
/** Marks that may be something within a paragraph, such as `*` and `[`: of a text, and in squares of those of a paragraph. */
const mostMarks = 20_000
const mostMarkWork = 2_000_000

const marks = '!&*<[\\]_`'

class TooMuch extends Error {}

/**
 * Reads Markdown that does not take long to read. The reader needs time with the square of nested blocks and of the
 * marks within a paragraph, so that a few kB could keep a process busy for minutes.
 * @param read with a piece of syntax that counts marks, and understands none
 * @returns undefined where the text holds too much, or nests too deep
 */
export function readWithin(markdown: string, read: (counting: Syntax) => Root): Root | undefined {
  if (isTooDense(markdown)) return undefined
  try {
    const tree = read(countMarks())
    return isDeep(tree) ? undefined : tree
  } catch (error) {
    if (error instanceof TooMuch) return undefined
    throw error
  }
}

/** Counts where the reader itself meets marks, since those in code cost nothing. */
function countMarks(): Syntax {
  const inParagraphs = new WeakMap<object, number>()
  let all = 0
  let work = 0
  const counter = {
    partial: true, // leaves no trace in the reader
    tokenize(this: object, _effects: unknown, _ok: unknown, nok: (code: number | null) => undefined) {
      const count = (inParagraphs.get(this) ?? 0) + 1
      inParagraphs.set(this, count)
      all += 1
      work += count
      if (all > mostMarks || work > mostMarkWork) throw new TooMuch()
      return nok
    },
  }
  return { text: Object.fromEntries([...marks].map((mark) => [mark.charCodeAt(0), counter])) } as Syntax
}

function isDeep(tree: Root): boolean {
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestTree) return true
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []))
  }
  return false
}
