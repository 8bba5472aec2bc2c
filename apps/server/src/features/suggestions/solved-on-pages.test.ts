import { describe, expect, it } from 'vitest'
import { countSolved, moveSolved, type SolvedOnPages, solvedOn } from './solved-on-pages.ts'

const page = { url: 'https://app.acme.example/cards/?tab=2', title: 'Cards' }
const pagesAfter = (...solved: [personId: string | null, documentId: string][]) => {
  const pages: SolvedOnPages = new Map()
  for (const [at, [personId, documentId]] of solved.entries())
    countSolved(pages, { id: `def_${at}`, text: '', documentId, solved: true, personId, by: 'person', at, page })
  return pages
}

describe('what solved requests on a page', () => {
  it('is counted by people, of whom none decides by sending many', () => {
    const many = Array.from({ length: 40 }, (): [string, string] => ['ppl_one', 'art_team'])
    const pages = pagesAfter(...many, ['ppl_two', 'art_cards'], ['ppl_three', 'art_cards'])

    expect(solvedOn(pages, '/cards')).toEqual([
      { documentId: 'art_cards', requests: 2 },
      { documentId: 'art_team', requests: 1 },
    ])
  })

  it('counts those of nobody known as one person’s', () => {
    expect(solvedOn(pagesAfter([null, 'art_cards'], [null, 'art_cards']), '/cards')[0]?.requests).toBe(1)
  })

  it('counts who turned out to be another with them', () => {
    const pages = pagesAfter(['ppl_stranger', 'art_cards'], ['ppl_maria', 'art_cards'])

    moveSolved(pages, 'ppl_stranger', 'ppl_maria')

    expect(solvedOn(pages, '/cards')[0]?.requests).toBe(1)
  })
})
