import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guide } from './testing/guide.ts'

const source = readFileSync(join(import.meta.dirname, '../../contracts/src/commands.ts'), 'utf8')

/** What stands between the name of a type and the next declaration. */
const typeOf = (name: string) => {
  const found = new RegExp(`export type ${name} =([\\s\\S]*?)(?=\\n\\n|\\nexport)`).exec(source)?.[1]
  if (!found) throw new Error(`commands.ts declares no ${name}`)
  return found
}
const members = (name: string) => Array.from(typeOf(name).matchAll(/^ {2}(\w+)\??:/gm), ([, member = '']) => member)
const words = (text: string) => Array.from(text.matchAll(/'([\w-]+)'/g), ([, word = '']) => word)

describe('the embedding guide', () => {
  it.each([
    ['command', members('Commands'), (name: string) => `| \`heed('${name}'`],
    ['event', members('WidgetEvents'), (name: string) => `| \`${name}\` `],
    ['setting', members('WidgetSettings'), (name: string) => `| \`${name}\` `],
    ['reason of silence', words(typeOf('SurveyReason')), (name: string) => `| \`${name}\` `],
    ['code of an error', words(typeOf('WidgetError')), (name: string) => `| \`${name}\` `],
    ['position', words(typeOf('Position')), (name: string) => `\`'${name}'\``],
    ['panel', words(typeOf('Panel')), (name: string) => `\`'${name}'\``],
  ])('names every %s', (_kind, names, written) => {
    expect(names.length).toBeGreaterThan(3)
    expect(names.filter((name) => !guide.includes(written(name)))).toEqual([])
  })
})
