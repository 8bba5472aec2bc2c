import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { testRoom } from '../../runtime/testing.ts'
import { surveyOf, testPrompt } from './testing.ts'

let prompt: ReturnType<typeof testPrompt>

beforeEach(() => {
  vi.useFakeTimers()
  prompt = testPrompt()
})
afterEach(() => prompt.end())

const described = () => {
  const group = prompt.one('[role=radiogroup]')
  expect(group.getAttribute('aria-labelledby')).toBe(prompt.one('h2').id)
  return prompt.one(`#${group.getAttribute('aria-describedby')}`)
}

it.each([
  ['nps', 'How likely are you to recommend Northwind', 11, ['0 = Not at all likely', '10 = Extremely likely']],
  ['csat', 'How satisfied are you with Northwind?', 5, ['1 = Very dissatisfied', '5 = Very satisfied']],
  ['ces', 'How easy was this?', 7, ['1 = Very difficult', '7 = Very easy']],
  ['rating', 'How would you rate Northwind?', 5, ['Poor', 'Excellent']],
] as const)(
  'asks %s in the standard words, as a group named by them and described by its ends',
  (kind, question, count, ends) => {
    prompt.show(surveyOf(kind))

    expect(prompt.question()).toContain(question)
    expect(prompt.radios()).toHaveLength(count)
    expect([...described().children].map((end) => end.textContent)).toEqual(ends)
  },
)

it.each([
  ['nps', 0, 0],
  ['csat', 0, 1],
  ['ces', 6, 7],
  ['rating', 3, 4],
  ['reaction', 2, 3],
] as const)('of %s sends button %i as score %i', (kind, at, score) => {
  const { sent } = prompt.show(surveyOf(kind))

  prompt.radios()[at]?.click()

  expect(sent.at(-1)).toMatchObject({ path: 'responses/rsp-2', body: { score } })
})

it.each([
  ['csat', 0, 'low'],
  ['csat', 2, 'middle'],
  ['ces', 4, 'high'],
  ['rating', 4, 'high'],
  ['reaction', 1, 'middle'],
] as const)('after %s at button %i asks the question of the %s band', (kind, at, band) => {
  prompt.show(surveyOf(kind, { texts: { en: { followUp: { low: 'low?', middle: 'middle?', high: 'high?' } } } }))

  prompt.radios()[at]?.click()

  expect(prompt.followUp()).toContain(`${band}?`)
})

it('asks the question for any score where its band has none, and else whether there is more to say', () => {
  prompt.show(surveyOf('csat', { texts: { en: { followUp: { low: 'What is missing?', any: 'Why?' } } } }))
  prompt.radios()[4]?.click()
  expect(prompt.followUp()).toContain('Why?')
  prompt.unmount()

  prompt.show(surveyOf('csat'))
  prompt.radios()[4]?.click()
  expect(prompt.followUp()).toContain('Would you like to tell us more?')
})

describe('a rating', () => {
  it('has stars that are named, and fills them up to the chosen one', () => {
    prompt.show(surveyOf('rating'))
    const filled = () => prompt.radios().map((radio) => radio.hasAttribute('data-filled'))
    expect(filled()).not.toContain(true)

    prompt.radios()[2]?.click()

    expect(prompt.radios().map((radio) => radio.getAttribute('aria-label'))).toEqual([
      '1 of 5',
      '2 of 5',
      '3 of 5',
      '4 of 5',
      '5 of 5',
    ])
    expect(filled()).toEqual([true, true, true, false, false])
    expect(prompt.chosen()).toEqual(['3 of 5'])
  })

  it('has five different faces where the survey wants faces, which screen readers pass over', () => {
    prompt.show(surveyOf('rating', { form: { icons: 'faces' } }))

    const paths = prompt.all('path').map((path) => path.getAttribute('d'))
    expect(new Set(paths).size).toBe(5)
    expect(prompt.all('svg').every((svg) => svg.getAttribute('aria-hidden') === 'true')).toBe(true)
    expect(prompt.radios()[0]?.getAttribute('aria-label')).toBe('1 of 5')
  })
})

it('shows the idea of a reaction, names it to screen readers, and offers no, not sure and yes', () => {
  const idea = 'Split one invoice over several cost centres'
  const { room } = prompt.show(surveyOf('reaction', { texts: { de: { idea } } }))

  expect(prompt.question()).toBe('Do you like this idea?')
  expect(prompt.one('blockquote').textContent).toBe(idea)
  expect(described()).toBe(prompt.one('blockquote'))
  expect(prompt.radios().map((radio) => radio.textContent)).toEqual(['No', 'Not sure', 'Yes'])
  expect(room.announce).toHaveBeenCalledWith(expect.stringContaining(idea))
})

describe('by keyboard', () => {
  it('moves with arrows without choosing, and chooses digits', () => {
    const { sent } = prompt.show(surveyOf('nps'))
    prompt.radios()[0]?.focus()

    prompt.press('ArrowRight')
    prompt.press('ArrowDown')
    expect(document.activeElement?.textContent).toBe('2')
    expect(sent).toHaveLength(1)

    prompt.press('7')
    expect(prompt.chosen()).toEqual(['7'])
  })

  it('goes round at both ends, and to them', () => {
    prompt.show(surveyOf('ces'))
    prompt.radios()[0]?.focus()

    const reached = ['ArrowLeft', 'ArrowRight', 'End', 'Home', 'ArrowUp'].map((key) => {
      prompt.press(key)
      return document.activeElement?.textContent
    })

    expect(reached).toEqual(['7', '1', '7', '1', '7'])
    expect(prompt.radios().map((radio) => radio.tabIndex)).toEqual([-1, -1, -1, -1, -1, -1, 0])
  })

  it('takes 1 and then 0 for ten, and a lone 1 for one', () => {
    const { sent } = prompt.show(surveyOf('nps'))
    const scores = () => sent.slice(1).map(({ body }) => body.score)
    prompt.radios()[0]?.focus()

    prompt.press('1')
    prompt.press('0')
    expect(scores()).toEqual([10])

    prompt.press('1')
    vi.advanceTimersByTime(600)
    expect(scores()).toEqual([10, 1])
  })

  it('lets a typed 1 give way to a click', () => {
    const { sent } = prompt.show(surveyOf('nps'))
    prompt.radios()[0]?.focus()

    prompt.press('1')
    prompt.radios()[7]?.click()
    vi.advanceTimersByTime(600)

    expect(sent.slice(1).map(({ body }) => body.score)).toEqual([7])
  })

  it('takes 1 at once where there is no ten, and passes over digits beyond the scale', () => {
    const { sent } = prompt.show(surveyOf('csat'))
    prompt.radios()[2]?.focus()

    prompt.press('0')
    prompt.press('6')
    expect(sent).toHaveLength(1)

    prompt.press('1')
    expect(sent.at(-1)?.body.score).toBe(1)
  })

  it('leaves shortcuts of the browser alone', () => {
    const { sent } = prompt.show(surveyOf('csat'))
    prompt.radios()[0]?.focus()

    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '3', ctrlKey: true, bubbles: true }))

    expect(sent).toHaveLength(1)
  })

  it.each(['nps', 'rating', 'reaction'] as const)('runs from right to left in Arabic: %s', (kind) => {
    prompt.show(surveyOf(kind), testRoom({}, 'ar'))
    prompt.radios()[0]?.focus()

    prompt.press('ArrowLeft')

    expect(document.activeElement).toBe(prompt.radios()[1])
  })
})
