import { describe, expect, it } from 'vitest'
import { readBody } from './read-body.ts'

describe('reading an article’s body', () => {
  it('takes the marks off and keeps the words of headings, lists, links, images and code', () => {
    const { text } = readBody(
      '# Export\n\nPress **Export**, then [CSV](https://example.com/csv).\n\n- one\n- `two`\n\n![the menu](menu.png)\n\n```\nGET /csv\n```\n\n<b>bold</b>',
    )

    for (const kept of ['Export', 'Press Export, then CSV.', 'one', 'two', 'the menu', 'GET /csv', 'bold']) {
      expect(text).toContain(kept)
    }
    expect(text).not.toMatch(/[#*`<>[\]]|https|menu\.png/)
  })

  it('searches the cells of a table without its lines, and does not show them alone', () => {
    const { text, sentences } = readBody('Fees by plan.\n\n| Plan | Fee |\n| --- | ---: |\n| Pro | **1** a month |')

    expect(text).toBe('Fees by plan.\nPlan · Fee\nPro · 1 a month')
    expect(sentences).toEqual(['Fees by plan.'])
  })

  it('shows sentences of prose, not headings or code', () => {
    const { sentences } = readBody('# Export\n\nOpen the menu. Press Export.\n\n```\nGET /csv\n```')

    expect(sentences).toEqual(['Open the menu.', 'Press Export.'])
  })

  it('joins a wrapped sentence and parts lines that begin anew', () => {
    const { sentences } = readBody('Open the menu and\npress Export\nWait for the mail')

    expect(sentences).toEqual(['Open the menu and press Export', 'Wait for the mail'])
  })

  it('shows what there is when there is no prose, and nothing of nothing', () => {
    expect(readBody('# Export').sentences).toEqual(['Export'])
    expect(readBody('').sentences).toEqual([])
  })
})
