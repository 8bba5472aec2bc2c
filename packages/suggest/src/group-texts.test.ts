import { describe, expect, it } from 'vitest'
import queries from '../testdata/banking77-en/queries.json' with { type: 'json' }
import { isRequest } from './asked.ts'
import { groupTexts } from './group-texts.ts'

const english = (texts: string[]) => texts.map((text) => ({ text, locale: 'en' }))
const grouped = async (texts: string[]) =>
  (await groupTexts(english(texts), 'en')).map((group) => group.map((at) => texts[at]))

describe('texts of similar wording', () => {
  it('stand together, the largest group first and in it the most typical text', async () => {
    const groups = await grouped([
      'How do I connect my accounting software?',
      'Where can I cancel a standing order?',
      'can i connect accounting software to the account',
      'Connecting our accounting software to the bank account',
      'cancel standing order',
      'Do you have a fax number?',
    ])

    expect(groups.map((group) => group.length)).toEqual([3, 2, 1])
    expect(groups[0]).toEqual(expect.arrayContaining(['How do I connect my accounting software?']))
    expect(groups[1]).toEqual(expect.arrayContaining(['Where can I cancel a standing order?', 'cancel standing order']))
    expect(groups[2]).toEqual(['Do you have a fax number?'])
  })

  it('count as often as they were written, in whichever case and punctuation', async () => {
    const groups = await grouped([
      'fax number please',
      'Open a pension plan',
      'Fax number, please!',
      'FAX NUMBER PLEASE',
    ])

    expect(groups).toEqual([['fax number please', 'Fax number, please!', 'FAX NUMBER PLEASE'], ['Open a pension plan']])
  })

  it('do not stand with those of another language', async () => {
    const texts = [
      { text: 'Import SEPA XML', locale: 'en' },
      { text: 'Import SEPA XML', locale: 'de-AT' },
      { text: 'Import SEPA XML', locale: 'de' },
    ]

    expect(await groupTexts(texts, 'en')).toEqual([[1, 2], [0]])
  })

  it('are every one in one group, the same ones each time', async () => {
    const texts = queries.map(({ text }) => ({ text, locale: null }))

    const groups = await groupTexts(texts, 'en')

    expect(groups.flat().sort((a, b) => a - b)).toEqual([...texts.keys()])
    expect(await groupTexts(texts, 'en')).toEqual(groups)
  })

  it('are about the same far more often than others', async () => {
    const groups = await groupTexts(english(queries.map(({ text }) => text)), 'en')

    const pairs = groups.flatMap((group) =>
      group.flatMap((one, at) => group.slice(at + 1).map((other) => [one, other])),
    )
    const same = pairs.filter(([one = 0, other = 0]) => queries[one]?.relevant[0] === queries[other]?.relevant[0])
    expect(pairs.length).toBeGreaterThan(100)
    // Two of 300 questions drawn at random are about the same in 2 of 100 pairs.
    expect(same.length / pairs.length).toBeGreaterThan(0.35)
  })

  it('of nobody are no groups', async () => {
    expect(await groupTexts([], 'en')).toEqual([])
  })
})

describe('a request', () => {
  it('has three words, in any script', () => {
    expect(isRequest('card')).toBe(false)
    expect(isRequest('my card')).toBe(false)
    expect(isRequest('my card vanished')).toBe(true)
    expect(isRequest('我的卡还没有到', 'zh')).toBe(true)
  })
})
