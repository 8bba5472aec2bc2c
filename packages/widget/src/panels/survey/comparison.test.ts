import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { surveyOf, testPrompt } from './testing.ts'

let prompt: ReturnType<typeof testPrompt>
beforeEach(() => {
  vi.useFakeTimers()
  prompt = testPrompt()
})
afterEach(() => {
  prompt.end()
  vi.restoreAllMocks()
})

const words: Record<string, string> = { a: 'A', b: 'B', c: 'C', d: 'D' }
const labels = () => [...prompt.radios(), ...prompt.all('label.option')].map(({ textContent }) => textContent)
/** Each survey is drawn once for as long as the page lasts, so each has an id of its own. */
let surveys = 0
const offering = (kind: 'comparison' | 'single_choice' | 'multiple_choice', options: string[], shuffle?: boolean) => {
  surveys += 1
  const form = { options, ...(shuffle && { shuffle }) }
  return surveyOf(kind, { id: `srv_${surveys}`, form, texts: { en: { options: words } } })
}
const drawn = (...numbers: number[]) => {
  const random = vi.spyOn(Math, 'random')
  for (const number of numbers) random.mockReturnValueOnce(number)
}

describe('which of two ideas', () => {
  it('is asked in the standard wording, answered by one of two buttons and saved at once', () => {
    drawn(0.1, 0.9)
    const { sent, room } = prompt.show(offering('comparison', ['a', 'b']))
    expect(prompt.question()).toBe('Which would you rather have?')
    expect(prompt.one('[role=radiogroup]').getAttribute('aria-labelledby')).toBe(prompt.one('h2').id)
    expect(labels()).toEqual(['A', 'B'])

    prompt.radios()[1]?.click()

    expect(sent.at(-1)?.body).toMatchObject({ choices: ['b'] })
    expect(room.emit).toHaveBeenLastCalledWith('response', expect.objectContaining({ choices: ['b'] }))
    expect(prompt.one('[part=thanks]').hidden).toBe(false)
  })

  it('is offered in an order that chance draws, and that stays', () => {
    drawn(0.9, 0.1)
    const survey = offering('comparison', ['a', 'b'])
    prompt.show(survey)
    expect(labels()).toEqual(['B', 'A'])
    prompt.unmount()

    prompt.show(survey)

    expect(labels()).toEqual(['B', 'A'])
  })

  it('puts either idea first about as often', () => {
    let first = 0
    for (let shown = 0; shown < 100; shown++) {
      prompt.show(offering('comparison', ['a', 'b']))
      if (labels()[0] === 'A') first += 1
      prompt.unmount()
    }

    expect(first).toBeGreaterThan(20)
    expect(first).toBeLessThan(80)
  })
})

describe('choices', () => {
  it.each(['single_choice', 'multiple_choice'] as const)('of a %s are shuffled where the survey says so', (kind) => {
    drawn(0.4, 0.3, 0.2, 0.1)
    prompt.show(offering(kind, ['a', 'b', 'c', 'd'], true))

    expect(labels()).toEqual(['D', 'C', 'B', 'A'])
  })

  it('stand as they are written otherwise', () => {
    prompt.show(offering('single_choice', ['d', 'a', 'c', 'b']))

    expect(labels()).toEqual(['D', 'A', 'C', 'B'])
  })
})
