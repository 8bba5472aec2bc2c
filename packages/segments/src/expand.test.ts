import { Segment } from '@heed/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionsOf, expandedLimits, expandSegment } from './expand.ts'
import { formatSegment } from './format.ts'
import { matchesSegment } from './match.ts'
import { parseSegment } from './parse.ts'
import { someCustomer, someNow } from './testing.ts'

const id = (letter: string) => `seg_${letter.repeat(21)}`
const saved = (texts: Record<string, string>) => (segmentId: string) => {
  const text = texts[segmentId]
  return text === undefined ? undefined : parseSegment(text).segment
}
const expand = (text: string, texts: Record<string, string>) => {
  const { segment, ...rest } = expandSegment(parseSegment(text).segment, saved(texts))
  return { text: formatSegment(segment), ...rest }
}
/** Whether everyone, nobody, or some belong to a segment of the language, once expanded. */
const holds = (text: string, texts: Record<string, string>) => {
  const { segment } = expandSegment(parseSegment(text).segment, saved(texts))
  const verdicts = fc.sample(someCustomer, { numRuns: 50, seed: 1 }).map((one) => matchesSegment(segment, one, someNow))
  expect(Segment.safeParse(segment).success).toBe(true)
  return verdicts.every(Boolean) ? 'everyone' : verdicts.some(Boolean) ? 'some' : 'nobody'
}

describe('saved segments within a segment', () => {
  it('are put in, as deep as they are built on each other', () => {
    const texts = { [id('a')]: `plan:growth;in:${id('b')}`, [id('b')]: 'seats:5..' }

    expect(expand(`not(in:${id('a')})`, texts)).toEqual({
      text: 'not(all(plan:growth;all(seats:5..)))',
      missing: [],
      circular: [],
      tooLarge: false,
    })
  })

  it('hold everyone when they are empty', () => {
    const texts = { [id('a')]: '' }

    expect(holds(`in:${id('a')}`, texts)).toBe('everyone')
    expect(holds(`not(in:${id('a')})`, texts)).toBe('nobody')
  })

  it('hold nobody and are named when they are not there', () => {
    expect(expand(`plan:growth;any(in:${id('x')};in:${id('x')})`, {})).toMatchObject({
      missing: [id('x')],
      circular: [],
    })
    expect(holds(`in:${id('x')}`, {})).toBe('nobody')
    expect(holds(`any(in:${id('x')};event.login:0..)`, {})).toBe('everyone')
  })

  it('hold nobody and are named when they are built on themselves', () => {
    const texts = { [id('a')]: `in:${id('b')}`, [id('b')]: `all(in:${id('a')};seats:1..)` }

    expect(expand(`in:${id('a')}`, texts)).toMatchObject({ circular: [id('a')], missing: [] })
    expect(holds(`in:${id('a')}`, texts)).toBe('nobody')
  })

  it('stop growing, and say so, where they would make too much of it', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
    const doubling = Object.fromEntries(
      letters.map((letter, i) => [
        id(letter),
        `any(in:${id(letters[i + 1] ?? 'a')};not(in:${id(letters[i + 1] ?? 'a')}))`,
      ]),
    )
    const wide = { [id('a')]: Array.from({ length: 49 }, (_, i) => `seats:${i}..`).join(';') }
    const many = Array.from({ length: 20 }, (_, i) => `any(in:${id('a')};spend:${i}..)`).join(';')

    const { segment, tooLarge } = expandSegment(parseSegment(`in:${id('a')}`).segment, saved(doubling))

    expect(tooLarge).toBe(true)
    expect(conditionsOf(segment).length).toBeLessThan(5 * expandedLimits.conditions)
    expect(expand(many, wide).tooLarge).toBe(true)
    expect(expand(`in:${id('a')}`, wide).tooLarge).toBe(false)
  })

  it('may be used twice', () => {
    const texts = { [id('a')]: 'seats:5..' }

    expect(expand(`any(in:${id('a')};not(in:${id('a')}))`, texts).circular).toEqual([])
  })

  it('are found in every group', () => {
    const { segment } = parseSegment(`any(plan:a;not(in:${id('a')}));seats:1..`)

    expect(conditionsOf(segment).map(({ field }) => field)).toEqual(['plan', 'segment', 'seats'])
  })
})
