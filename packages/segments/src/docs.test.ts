import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeSegment } from './describe.ts'
import { limits } from './limits.ts'
import { parseSegment } from './parse.ts'

const docs = readFileSync(new URL('../../../docs/segments.md', import.meta.url), 'utf8')
/** Lines of text that stand by themselves, and the examples of the table. */
const examples = [
  ...[...docs.matchAll(/^ {4}(\S.*)$/gm)].map((found) => found[1] ?? ''),
  ...[...(docs.split('## Examples')[1]?.split('\n## ')[0] ?? '').matchAll(/^\| `([^`]+)`/gm)].map(
    (found) => found[1] ?? '',
  ),
]

describe('docs/segments.md', () => {
  it('shows segments that can be read, and said', () => {
    expect(examples.length).toBeGreaterThan(8)
    for (const example of examples) {
      const { segment, faults } = parseSegment(example)
      expect(faults, example).toEqual([])
      expect(describeSegment(segment, { currency: 'USD', locale: 'en' })).not.toEqual([])
    }
  })

  it('shows the message that comes', () => {
    const [fault] = parseSegment('plan:growth;spend:cheap').faults

    expect(docs).toContain(JSON.stringify(fault?.message))
  })

  it('names every limit', () => {
    const table = docs.split('## Limits')[1] ?? ''
    const { spendMinor, trait, nps, ...written } = limits
    for (const limit of Object.values(written)) expect(table).toContain(limit.toLocaleString('en'))
    expect([spendMinor, trait, nps]).toEqual([1e13, 1e13, 10])
  })
})
