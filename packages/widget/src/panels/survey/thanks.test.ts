import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { surveyOf, testPrompt } from './testing.ts'

let prompt: ReturnType<typeof testPrompt>
beforeEach(() => {
  vi.useFakeTimers()
  prompt = testPrompt()
})
afterEach(() => prompt.end())

const url = 'https://reviews.example/northwind'
const link = () => prompt.all<HTMLAnchorElement>('a')[0]
const offering = (form: object, own: object = {}) =>
  surveyOf('nps', { form, texts: { en: { thanks: 'Much obliged.', linkLabel: 'Leave a review', ...own } } })
const answer = (score: number) => {
  prompt.radios()[score]?.click()
  prompt.submit()
}

it('thanks in the survey’s own words, and offers the link to whose score stands there', () => {
  const { room } = prompt.show(offering({ link: { url, bands: ['high'] } }))

  answer(9)

  expect(prompt.one('[part=thanks]').textContent).toBe('Much obliged.')
  expect(link()).toMatchObject({
    href: url,
    target: '_blank',
    rel: 'noopener noreferrer',
    textContent: 'Leave a review',
  })
  vi.advanceTimersByTime(600_000)
  expect(room.close).not.toHaveBeenCalled()
})

it('offers nothing to others, and leaves by itself', () => {
  const { room } = prompt.show(offering({ link: { url, bands: ['high', 'middle'] } }))

  answer(6)

  expect(link()).toBeUndefined()
  vi.advanceTimersByTime(5000)
  expect(room.close).toHaveBeenCalledTimes(1)
})

it('offers it to all without bands, by its host where it has no words', () => {
  prompt.show(surveyOf('nps', { form: { link: { url } } }))

  answer(2)

  expect(link()?.textContent).toBe('reviews.example')
})

it.each(['http://reviews.example/', 'javascript:alert(1)', 'reviews.example'])('never leads to %s', (address) => {
  prompt.show(offering({ link: { url: address } }))

  answer(9)

  expect(prompt.one('[part=thanks]').hidden).toBe(false)
  expect(link()).toBeUndefined()
})

it('takes the link away again when the score below which it stands changes', () => {
  prompt.show(offering({ link: { url, bands: ['high'] } }, { followUp: { any: '' } }))
  prompt.radios()[10]?.click()
  expect(link()?.href).toBe(url)

  prompt.radios()[1]?.click()

  expect(link()).toBeUndefined()
  expect(prompt.one('[part=thanks]').hidden).toBe(false)
})

it('says so instead when the answer waits or is refused', () => {
  const { sent } = prompt.show(offering({ link: { url } }))
  answer(9)

  sent.at(-1)?.deliver({ state: 'waiting', reason: 'offline', isKept: true })
  expect(prompt.one('[part=thanks]').textContent).toContain('back online')
  sent.at(-1)?.deliver({ state: 'rejected', problem: undefined })

  expect(prompt.place.textContent).toBe('Your answer could not be stored. The question may have ended.')
})
