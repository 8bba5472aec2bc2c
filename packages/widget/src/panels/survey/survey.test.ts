import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { testRoom } from '../../runtime/testing.ts'
import { surveyOf, testPrompt } from './testing.ts'

const nps = surveyOf('nps', {
  texts: { en: { followUp: { low: 'What went wrong?' } }, de: { question: 'Und?' } },
})

let prompt: ReturnType<typeof testPrompt>

beforeEach(() => {
  vi.useFakeTimers()
  prompt = testPrompt()
})
afterEach(() => prompt.end())

it('says that it was shown, who asks and for how long', () => {
  const { sent, room } = prompt.show(nps)

  expect(sent).toMatchObject([{ path: 'exposures/exp-1', body: { surveyId: 'srv_1', page: { title: 'Invoices' } } }])
  expect(room.emit).toHaveBeenCalledWith('exposure', { surveyId: 'srv_1', exposureId: 'exp-1' })
  expect(room.announce).toHaveBeenCalledWith(expect.stringContaining('recommend Northwind'))
  expect(room.announce).toHaveBeenCalledWith(expect.stringContaining('Press F6 to answer.'))
  expect(prompt.place.textContent).toContain('Northwind · One question · 10 seconds')
})

it('saves the score the moment it is chosen, before any comment', () => {
  const { sent, room } = prompt.show(nps)

  prompt.radios()[9]?.click()

  expect(sent.at(-1)).toMatchObject({
    path: 'responses/rsp-2',
    body: { surveyId: 'srv_1', exposureId: 'exp-1', score: 9, locale: 'en' },
  })
  expect(sent.at(-1)?.body).not.toHaveProperty('comment')
  expect(sent.at(-1)?.body).not.toHaveProperty('choices')
  expect(room.emit).toHaveBeenCalledWith('response', { surveyId: 'srv_1', responseId: 'rsp-2', score: 9 })
})

it.each([
  [0, 'What went wrong?'],
  [6, 'What went wrong?'],
  [7, 'What would make it better for you?'],
  [8, 'What would make it better for you?'],
  [9, 'What do you value most?'],
  [10, 'What do you value most?'],
])('after %i asks: %s', (score, question) => {
  prompt.show(nps)
  expect(prompt.all('form')).toEqual([])

  prompt.radios()[score]?.click()

  expect(prompt.one('form').hidden).toBe(false)
  expect(prompt.followUp()).toContain(question)
})

it('changes the same answer when another score is chosen, and says nothing new of the same one', () => {
  const { sent } = prompt.show(nps)

  prompt.radios()[3]?.click()
  prompt.radios()[8]?.click()
  prompt.radios()[8]?.click()

  expect(sent.slice(1).map(({ path, body }) => [path, body.score])).toEqual([
    ['responses/rsp-2', 3],
    ['responses/rsp-2', 8],
  ])
  expect(prompt.chosen()).toEqual(['8'])
})

it('adds the comment to the same answer, thanks, and leaves by itself', () => {
  const { sent, room } = prompt.show(nps)
  prompt.radios()[4]?.click()

  prompt.write('  The export is slow ')
  prompt.submit()

  expect(sent.at(-1)).toMatchObject({
    path: 'responses/rsp-2',
    body: { score: 4, comment: 'The export is slow' },
  })
  expect(room.emit).toHaveBeenLastCalledWith('response', {
    surveyId: 'srv_1',
    responseId: 'rsp-2',
    score: 4,
    comment: 'The export is slow',
  })
  expect(prompt.place.textContent).toBe('Thank you. We read every answer.')
  vi.advanceTimersByTime(5000)
  expect(room.close).toHaveBeenCalledTimes(1)
})

it('keeps words that were not sent out of an answer that changes', () => {
  const { sent } = prompt.show(nps)
  prompt.radios()[4]?.click()
  prompt.write('half a thou')

  prompt.radios()[5]?.click()

  expect(sent.at(-1)?.body).toMatchObject({ score: 5 })
  expect(sent.at(-1)?.body).not.toHaveProperty('comment')
})

it('says when the answer will be sent later, and thanks once it is there', () => {
  const { sent, room } = prompt.show(nps)
  prompt.radios()[4]?.click()
  prompt.write('Slow')
  prompt.submit()

  sent.at(-1)?.deliver({ state: 'waiting', reason: 'offline', isKept: true })
  sent.at(-1)?.deliver({ state: 'sending' })
  expect(prompt.place.textContent).toBe('Thank you. Your answer will be sent when you are back online.')
  expect(room.announce).toHaveBeenLastCalledWith(prompt.place.textContent)

  sent.at(-1)?.deliver({ state: 'stored', reply: undefined })
  expect(prompt.place.textContent).toBe('Thank you. We read every answer.')
})

it('leaves what was written to be copied when the answer is refused', () => {
  const { sent, room } = prompt.show(nps)
  prompt.radios()[4]?.click()
  prompt.write('Slow')
  prompt.submit()

  sent.at(-1)?.deliver({ state: 'rejected', problem: undefined })

  expect(prompt.one('[part=thanks]').textContent).toContain('Your answer could not be stored.')
  expect(prompt.one('[part=thanks]').textContent).toContain('copy what you wrote')
  expect(prompt.one<HTMLTextAreaElement>('textarea')).toMatchObject({ value: 'Slow', readOnly: true })
  vi.advanceTimersByTime(60_000)
  expect(room.close).not.toHaveBeenCalled()
})

it('says that a score was refused, with nothing to copy, and leaves', () => {
  const { sent, room } = prompt.show(nps)
  prompt.radios()[4]?.click()

  sent.at(-1)?.deliver({ state: 'rejected', problem: undefined })

  expect(prompt.place.textContent).toBe('Your answer could not be stored. The question may have ended.')
  vi.advanceTimersByTime(5000)
  expect(room.close).toHaveBeenCalledTimes(1)
})

it('sends a dismissal when it is closed without a score, and none after one', () => {
  const first = prompt.show(nps)
  prompt.unmount()
  expect(first.sent.at(-1)?.path).toBe('exposures/exp-1/dismissal')

  const second = prompt.show(nps)
  prompt.radios()[2]?.click()
  prompt.unmount()
  expect(second.sent.map(({ path }) => path)).not.toContain('exposures/exp-1/dismissal')
})

it('keeps a comment that was typed and not sent, with its score, for the next time', () => {
  const test = prompt.show(nps)
  prompt.radios()[4]?.click()
  prompt.write('The export is')
  prompt.unmount()

  prompt.show(nps, test)

  expect(prompt.chosen()).toEqual(['4'])
  expect(prompt.one<HTMLTextAreaElement>('textarea').value).toBe('The export is')
  expect(test.sent.filter(({ path }) => path.startsWith('exposures/'))).toHaveLength(1)
  prompt.submit()
  expect(test.sent.at(-1)).toMatchObject({ path: 'responses/rsp-2', body: { comment: 'The export is' } })
  expect(test.drafts.size).toBe(0)
})

it('asks anew under new ids when an old draft is found', () => {
  const test = prompt.show(nps)
  prompt.radios()[9]?.click()
  prompt.write('half')
  prompt.unmount()
  vi.setSystemTime(Date.now() + 8 * 86_400_000)
  const before = test.sent.length

  prompt.show(nps, test)
  expect(prompt.chosen()).toEqual([])
  prompt.radios()[9]?.click()

  expect(test.sent.slice(before).map(({ path }) => path.split('/')[0])).toEqual(['exposures', 'responses'])
  expect(test.sent.at(-1)?.path).not.toBe('responses/rsp-2')
})

it('passes over a draft of another shape', () => {
  const test = prompt.show(nps)
  test.drafts.set('survey:srv_1', { askedAt: Date.now(), score: 3, comment: 'half' })
  prompt.unmount()

  prompt.show(nps, test)

  expect(prompt.chosen()).toEqual([])
})

it('closes nothing after it is gone', () => {
  const { sent, room } = prompt.show(nps)
  prompt.radios()[5]?.click()
  const deliver = sent.at(-1)?.deliver
  prompt.unmount()

  deliver?.({ state: 'rejected', problem: undefined })
  vi.advanceTimersByTime(6000)

  expect(prompt.place.textContent).toBe('')
  expect(room.close).not.toHaveBeenCalled()
})

it('in an element of the host page announces and closes nothing, and leaves without a dismissal', () => {
  const { sent, room } = prompt.show(nps, testRoom({ inline: true }))
  expect(room.announce).not.toHaveBeenCalled()

  prompt.unmount()
  expect(sent.map(({ path }) => path)).toEqual(['exposures/exp-1'])

  const again = prompt.show(nps, testRoom({ inline: true }))
  prompt.radios()[9]?.click()
  prompt.submit()
  vi.advanceTimersByTime(60_000)
  expect(prompt.place.textContent).toBe('Thank you. We read every answer.')
  expect(again.room.close).not.toHaveBeenCalled()
})

it('asks in the words of the survey where it has some in this language', () => {
  prompt.show(nps, testRoom({}, 'de-CH'))

  expect(prompt.question()).toBe('Und?')
})

it('thanks below the question when no follow-up is wanted, and the score may still change', () => {
  const { sent, room } = prompt.show(surveyOf('csat', { texts: { en: { followUp: { low: 'Why?', any: '' } } } }))

  prompt.radios()[4]?.click()
  expect(prompt.one('form').hidden).toBe(true)
  expect(prompt.one('[part=thanks]')).toMatchObject({ hidden: false, textContent: 'Thank you. We read every answer.' })
  expect(room.announce).toHaveBeenLastCalledWith('Thank you. We read every answer.')

  prompt.radios()[0]?.click()
  expect(prompt.followUp()).toContain('Why?')
  expect(prompt.one('[part=thanks]').hidden).toBe(true)
  vi.advanceTimersByTime(60_000)
  expect(room.close).not.toHaveBeenCalled()
  expect(sent.slice(1).map(({ body }) => body.score)).toEqual([5, 1])
})
