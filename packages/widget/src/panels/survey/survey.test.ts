import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { survey, testRoom } from '../../runtime/testing.ts'
import { mount } from './survey.ts'

let place: HTMLElement
let unmount = () => {}

const shown = (test: ReturnType<typeof testRoom>) => {
  unmount = mount(place, test.room, survey)
  return test
}
const radios = () => [...place.querySelectorAll<HTMLElement>('[role=radio]')]
const checked = () => radios().filter((radio) => radio.getAttribute('aria-checked') === 'true')
const press = (key: string) =>
  (document.activeElement ?? place).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  )
const write = (text: string) => {
  const field = place.querySelector('textarea')
  if (!field) throw new Error('there is no comment field')
  field.value = text
  field.dispatchEvent(new Event('input'))
}
const submit = () => place.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }))

beforeEach(() => {
  vi.useFakeTimers()
  place = document.createElement('div')
  document.body.append(place)
})
afterEach(() => {
  unmount()
  place.remove()
  vi.useRealTimers()
})

it('says that it was shown, who asks and for how long', () => {
  const { sent, room } = shown(testRoom())

  expect(sent).toMatchObject([
    { path: 'exposures/exposure-1', body: { surveyId: 'srv_1', page: { title: 'Invoices' } } },
  ])
  expect(room.emit).toHaveBeenCalledWith('exposure', { surveyId: 'srv_1', exposureId: 'exposure-1' })
  expect(place.textContent).toContain('Northwind · One question · 10 seconds')
})

it('is a radio group of eleven, named by the question', () => {
  shown(testRoom())

  expect(radios().map((radio) => radio.textContent)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
  expect(place.querySelector('[role=radiogroup]')?.getAttribute('aria-labelledby')).toBe(place.querySelector('h2')?.id)
})

it('saves the score the moment it is chosen, before any comment', () => {
  const { sent, room } = shown(testRoom())

  radios()[9]?.click()

  expect(sent.at(-1)).toMatchObject({
    path: 'responses/response-2',
    body: { surveyId: 'srv_1', exposureId: 'exposure-1', score: 9, locale: 'en' },
  })
  expect(sent.at(-1)?.body).not.toHaveProperty('comment')
  expect(room.emit).toHaveBeenCalledWith('response', { surveyId: 'srv_1', responseId: 'response-2', score: 9 })
})

it.each([
  [0, 'What went wrong?'],
  [6, 'What went wrong?'],
  [7, 'What would make it better for you?'],
  [8, 'What would make it better for you?'],
  [9, 'What do you value most?'],
  [10, 'What do you value most?'],
])('after %i asks: %s', (score, question) => {
  shown(testRoom())
  expect(place.querySelector('form')?.hidden).toBe(true)

  radios()[score]?.click()

  expect(place.querySelector('form')?.hidden).toBe(false)
  expect(place.querySelector('label')?.textContent).toContain(question)
})

it('changes the same answer when another score is chosen', () => {
  const { sent } = shown(testRoom())

  radios()[3]?.click()
  radios()[8]?.click()

  expect(sent.slice(1).map(({ path, body }) => [path, body.score])).toEqual([
    ['responses/response-2', 3],
    ['responses/response-2', 8],
  ])
  expect(checked().map((radio) => radio.textContent)).toEqual(['8'])
})

it('adds the comment to the same answer, thanks, and leaves by itself', () => {
  const { sent, room } = shown(testRoom())
  radios()[4]?.click()

  write('  The export is slow ')
  submit()

  expect(sent.at(-1)).toMatchObject({
    path: 'responses/response-2',
    body: { score: 4, comment: 'The export is slow' },
  })
  expect(place.textContent).toBe('Thank you. We read every answer.')
  vi.advanceTimersByTime(5000)
  expect(room.close).toHaveBeenCalledTimes(1)
})

it('says so when the answer will be sent later, and when it could not be taken', () => {
  const { sent } = shown(testRoom())
  radios()[4]?.click()
  write('Slow')
  submit()

  sent.at(-1)?.deliver({ state: 'waiting', reason: 'offline' })
  expect(place.textContent).toBe('Thank you. Your answer will be sent when you are back online.')

  sent.at(-1)?.deliver({ state: 'rejected', problem: undefined })
  expect(place.textContent).toBe('Your answer could not be stored. The question may have ended.')
})

it('sends a dismissal when it is closed without a score, and none after one', () => {
  const first = shown(testRoom())
  unmount()
  expect(first.sent.at(-1)?.path).toBe('exposures/exposure-1/dismissal')

  const second = shown(testRoom())
  radios()[2]?.click()
  unmount()
  unmount = () => {}
  expect(second.sent.map(({ path }) => path)).not.toContain('exposures/exposure-1/dismissal')
})

it('keeps a comment that was typed and not sent, with its score, for the next time', () => {
  const test = shown(testRoom())
  radios()[4]?.click()
  write('The export is')
  unmount()

  shown(test)

  expect(checked().map((radio) => radio.textContent)).toEqual(['4'])
  expect(place.querySelector('textarea')?.value).toBe('The export is')
  submit()
  expect(test.sent.at(-1)).toMatchObject({ path: 'responses/response-2', body: { comment: 'The export is' } })
  expect(test.drafts.size).toBe(0)
})

it('moves with arrows without choosing, and chooses digits', () => {
  const { sent } = shown(testRoom())
  radios()[0]?.focus()

  press('ArrowRight')
  press('ArrowRight')
  expect(document.activeElement?.textContent).toBe('2')
  expect(sent).toHaveLength(1)

  press('7')
  expect(checked().map((radio) => radio.textContent)).toEqual(['7'])
})

it('takes 1 and then 0 for ten, and a lone 1 for one', () => {
  const { sent } = shown(testRoom())
  const scores = () => sent.slice(1).map(({ body }) => body.score)
  radios()[0]?.focus()

  press('1')
  press('0')
  expect(scores()).toEqual([10])

  press('1')
  vi.advanceTimersByTime(600)
  expect(scores()).toEqual([10, 1])
})

it('runs from right to left in Arabic, arrows too', () => {
  shown(testRoom({}, 'ar'))
  radios()[0]?.focus()

  press('ArrowLeft')

  expect(document.activeElement?.textContent).toBe('1')
})

it('asks in the words of the survey where it has some in this language', () => {
  shown(testRoom({}, 'de-CH'))

  expect(place.querySelector('h2')?.textContent).toBe('Und?')
})

it('asks anew under new ids when an old draft is found', () => {
  const test = shown(testRoom())
  radios()[9]?.click()
  write('half')
  unmount()
  vi.setSystemTime(Date.now() + 8 * 86_400_000)
  const before = test.sent.length
  shown(test)
  radios()[9]?.click()
  expect(test.sent.slice(before).map(({ path }) => path.split('/')[0])).toEqual(['exposures', 'responses'])
  expect(test.sent.at(-1)?.path).not.toBe('responses/response-2')
})

it('lets a typed 1 give way to a click', () => {
  const { sent } = shown(testRoom())
  radios()[0]?.focus()
  press('1')
  radios()[7]?.click()
  vi.advanceTimersByTime(600)
  expect(sent.slice(1).map(({ body }) => body.score)).toEqual([7])
})

it('closes nothing after it is gone', () => {
  const test = shown(testRoom())
  radios()[5]?.click()
  unmount()
  const watch = test.sent.at(-1)?.deliver
  expect(watch).toBeTypeOf('function')
  watch?.({ state: 'rejected', problem: undefined })
  vi.advanceTimersByTime(6000)
  expect(test.room.close).not.toHaveBeenCalled()
})
