import { parseSegment } from '@heed/segments'
import { describe, expect, it } from 'vitest'
import { surveyOf } from '../surveys/testing.tsx'
import { differenceInWords, differenceOf, figureBy, optionOf, sideName } from './comparison-words.ts'
import { otherSide, ownSide } from './other-side.ts'
import { readView } from './result-view.ts'
import { figureOf, nothing, resultOf } from './testing.ts'

const given = (search: string, versions: number[] = []) => {
  const query = new URLSearchParams(search)
  const filter = (name: string) => query.get(name) ?? undefined
  return {
    filter,
    cut: { segment: parseSegment(query.get('segment') ?? '').segment, asOf: 'answer' as const },
    view: readView(filter),
    versions: versions.map((version) => ({ version })),
    survey: surveyOf({ version: Math.max(1, ...versions) }),
  }
}
const writing = { currency: 'USD', locale: 'en' }

describe('the side to hold a result against', () => {
  it('is the period just before, of the same length', () => {
    const other = otherSide(given(''), resultOf({ period: { from: '2026-03-01', to: '2026-03-30' } }))

    expect(other).toMatchObject({ from: '2026-01-30', to: '2026-02-28' })
    expect(other?.pairs).toEqual([
      ['from', '2026-01-30'],
      ['to', '2026-02-28'],
    ])
  })

  it('is the period of the address, where that names one', () => {
    const other = otherSide(given('otherFrom=2025-03-01&otherTo=2025-03-30'), resultOf())

    expect(other).toMatchObject({ from: '2025-03-01', to: '2025-03-30' })
  })

  it('is everyone else, else who is named; and nobody yet where everyone is on this side', () => {
    expect(otherSide(given('of=segments'), resultOf())).toBeNull()
    expect(otherSide(given('of=segments&segment=plan:growth'), resultOf())?.pairs[0]).toEqual([
      'segment',
      'not(plan:growth)',
    ])
    expect(otherSide(given('of=segments&segment=plan:growth&other=plan:scale'), resultOf())?.pairs[0]).toEqual([
      'segment',
      'plan:scale',
    ])
    expect(otherSide(given('of=segments&segment=plan:growth&other=everyone'), resultOf())).toMatchObject({
      segment: { all: [] },
    })
  })

  it('is the version before the newest', () => {
    expect(ownSide(given('of=versions', [3, 2, 1]), resultOf())).toMatchObject({ version: 3 })
    expect(otherSide(given('of=versions', [3, 2, 1]), resultOf())).toMatchObject({ version: 2 })
    expect(otherSide(given('of=versions&version=1', [3, 2, 1]), resultOf())).toMatchObject({ version: 3 })
    expect(otherSide(given('of=versions', [1]), resultOf())).toBeNull()
  })
})

describe('two sides in a sentence', () => {
  const sides = { measure: 'nps', unit: 'people', own: 'Growth', other: 'Starter', answers: 41 } as const
  const between = (own: number, other: number, answers: number, enough = true) =>
    differenceInWords(
      differenceOf({ figure: figureOf(own, answers), enough }, { figure: figureOf(other, answers), enough }),
      sides,
    )

  it('says which is above, by how much, and whether that can be chance', () => {
    expect(between(40, 10, 200)).toBe('Growth is 30 points above Starter, between 17 and 43. That is more than chance.')
    expect(between(10, 40, 200)).toBe('Growth is 30 points below Starter, between 17 and 43. That is more than chance.')
    expect(between(18, 10, 41)).toBe('Growth is 8 points above Starter, but with 41 answers that can be chance.')
    expect(between(18, 10, 41, false)).toBe('There are too few answers to say whether the two differ.')
  })

  it('says that there is nothing to compare where one side is silent', () => {
    const gap = differenceOf({ figure: figureOf(40, 30), enough: true }, { figure: nothing, enough: false })

    expect(differenceInWords(gap, sides)).toBe('One side has no answers, so there is nothing to compare.')
  })

  it('holds choices against each other by one option, whatever each side likes best', () => {
    const chosen = (a: number, b: number) =>
      resultOf({
        measure: 'choices',
        raw: figureOf(Math.max(a, b), 100),
        distribution: [
          { value: 'a', label: 'Cards', answers: a, share: { share: a / 100, low: a / 100, high: a / 100 } },
          { value: 'b', label: 'Loans', answers: b, share: { share: b / 100, low: b / 100, high: b / 100 } },
        ],
      })
    const [own, other] = [chosen(70, 30), chosen(20, 80)]

    expect(optionOf(own)).toBe('a')
    expect(figureBy('a', own)).toMatchObject({ value: 70, answers: 100 })
    expect(figureBy('a', other)).toMatchObject({ value: 20, answers: 100 })
  })

  it('names sides by their days, customers or version', () => {
    expect(sideName({ kind: 'segments', segment: { all: [] }, pairs: [] }, writing)).toBe('Everyone')
    expect(sideName({ kind: 'versions', version: 2, pairs: [] }, writing)).toBe('Version 2')
    expect(sideName({ kind: 'periods', from: '2026-03-01', to: '2026-03-30', pairs: [] }, writing)).toBe(
      'Mar 1, 2026 – Mar 30, 2026',
    )
  })
})
