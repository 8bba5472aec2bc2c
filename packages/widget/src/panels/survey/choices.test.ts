import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { testRoom } from '../../runtime/testing.ts'
import { choicesOf, surveyOf, testPrompt } from './testing.ts'

let prompt: ReturnType<typeof testPrompt>

beforeEach(() => {
  vi.useFakeTimers()
  prompt = testPrompt()
})
afterEach(() => prompt.end())

const canSend = () => !prompt.one<HTMLButtonElement>('[part=send]').disabled

describe('a single choice', () => {
  it('is saved the moment it is chosen, and changed under the same id', () => {
    const { sent, room } = prompt.show(choicesOf('single_choice'))

    prompt.radios()[1]?.click()
    prompt.radios()[2]?.click()

    expect(sent.slice(1).map(({ path, body }) => [path, body.choices])).toEqual([
      ['responses/rsp-2', ['colleague']],
      ['responses/rsp-2', ['other']],
    ])
    expect(sent.at(-1)?.body).not.toHaveProperty('score')
    expect(room.emit).toHaveBeenLastCalledWith('response', {
      surveyId: 'srv_1',
      responseId: 'rsp-2',
      choices: ['other'],
    })
    expect(prompt.chosen()).toEqual(['Another way'])
  })

  it('thanks at once where nothing more is asked', () => {
    const { room } = prompt.show(choicesOf('single_choice'))

    prompt.radios()[0]?.click()

    expect(prompt.one('form').hidden).toBe(true)
    expect(prompt.one('[part=thanks]').hidden).toBe(false)
    vi.advanceTimersByTime(5000)
    expect(room.close).toHaveBeenCalledTimes(1)
  })

  it('asks what the survey wants to know next, and keeps it as a draft', () => {
    const survey = choicesOf('single_choice', 'Where exactly?')
    const test = prompt.show(survey)
    prompt.radios()[0]?.click()
    expect(prompt.followUp()).toContain('Where exactly?')
    prompt.write('In a fo')
    prompt.unmount()

    prompt.show(survey, test)
    expect(prompt.chosen()).toEqual(['By searching'])
    prompt.write('In a forum')
    prompt.submit()

    expect(test.sent.at(-1)).toMatchObject({
      path: 'responses/rsp-2',
      body: { choices: ['search'], comment: 'In a forum' },
    })
  })

  it('moves with arrows and chooses no digits', () => {
    const { sent } = prompt.show(choicesOf('single_choice'))
    prompt.radios()[0]?.focus()

    prompt.press('ArrowDown')
    prompt.press('1')

    expect(document.activeElement?.textContent).toBe('From a colleague')
    expect(sent).toHaveLength(1)
  })

  it('is asked in another language rather than in ids, which runs in its own direction', () => {
    prompt.show(choicesOf('single_choice'), testRoom({}, 'ar'))

    expect(prompt.question()).toBe('How did you hear about us?')
    expect(prompt.one('h2 bdi').getAttribute('dir')).toBe('auto')
    expect(prompt.radios()[0]?.textContent).toBe('By searching')
  })
})

describe('a multiple choice', () => {
  it('is a group of named checkboxes, of which one at least is sent by the button', () => {
    const { sent, room } = prompt.show(choicesOf('multiple_choice'))
    const group = prompt.one('[role=group]')
    expect(group.getAttribute('aria-labelledby')).toBe(prompt.one('h2').id)
    expect(prompt.one(`#${group.getAttribute('aria-describedby')}`).textContent).toBe('Choose all that apply.')
    expect(prompt.boxes().map((box) => box.labels?.[0]?.textContent)).toEqual([
      'By searching',
      'From a colleague',
      'Another way',
    ])
    expect(canSend()).toBe(false)
    prompt.submit()
    expect(sent).toHaveLength(1)

    prompt.tick(0)
    prompt.tick(2)
    expect(sent).toHaveLength(1)
    prompt.submit()

    expect(sent.slice(1)).toMatchObject([{ path: 'responses/rsp-2', body: { choices: ['search', 'other'] } }])
    expect(room.emit).toHaveBeenLastCalledWith('response', {
      surveyId: 'srv_1',
      responseId: 'rsp-2',
      choices: ['search', 'other'],
    })
    expect(prompt.place.textContent).toBe('Thank you. We read every answer.')
  })

  it('cannot be sent any more once nothing is chosen', () => {
    prompt.show(choicesOf('multiple_choice'))

    prompt.tick(1)
    expect(canSend()).toBe(true)
    prompt.tick(1)

    expect(canSend()).toBe(false)
  })

  it('asks the follow-up once something is chosen, and sends both in one', () => {
    const { sent } = prompt.show(choicesOf('multiple_choice', 'What else?'))
    expect(prompt.one('.more').hidden).toBe(true)

    prompt.tick(1)
    expect(prompt.one('.more').hidden).toBe(false)
    expect(prompt.followUp()).toContain('What else?')
    prompt.write('A fair')
    prompt.submit()

    expect(sent.slice(1)).toMatchObject([{ body: { choices: ['colleague'], comment: 'A fair' } }])
  })

  it('keeps what was ticked and not sent, and asks anew when it is shown again', () => {
    const survey = choicesOf('multiple_choice')
    const test = prompt.show(survey)
    prompt.tick(1)
    prompt.unmount()
    expect(test.sent.at(-1)?.path).toBe('exposures/exp-1/dismissal')

    prompt.show(survey, test)

    expect(prompt.boxes().map((box) => box.checked)).toEqual([false, true, false])
    expect(test.sent.at(-1)?.path).toBe('exposures/exp-3')
    prompt.submit()
    expect(test.sent.at(-1)).toMatchObject({
      path: 'responses/rsp-4',
      body: { exposureId: 'exp-3', choices: ['colleague'] },
    })
    expect(test.drafts.size).toBe(0)
  })
})

describe('open text', () => {
  const text = surveyOf('text', { texts: { en: { question: 'What did you come here to do?' } } })

  it('is a field named by the question, sent by its button, and never empty', () => {
    const { sent, room } = prompt.show(text)
    expect(prompt.one('textarea').getAttribute('aria-labelledby')).toBe(prompt.one('h2').id)
    expect(prompt.one('h2').textContent).toBe('What did you come here to do?')
    prompt.write('   ')
    expect(canSend()).toBe(false)
    prompt.submit()
    expect(sent).toHaveLength(1)

    prompt.write(' Pay a bill ')
    expect(canSend()).toBe(true)
    prompt.submit()

    expect(sent.slice(1)).toMatchObject([{ path: 'responses/rsp-2', body: { comment: 'Pay a bill' } }])
    expect(sent.at(-1)?.body).not.toHaveProperty('score')
    expect(sent.at(-1)?.body).not.toHaveProperty('choices')
    expect(room.emit).toHaveBeenLastCalledWith('response', {
      surveyId: 'srv_1',
      responseId: 'rsp-2',
      comment: 'Pay a bill',
    })
  })

  it('promises no ten seconds', () => {
    prompt.show(text)

    expect(prompt.place.textContent).toContain('Northwind · One question')
    expect(prompt.place.textContent).not.toContain('10 seconds')
  })

  it('keeps what was typed and not sent, though closing it was a dismissal', () => {
    const test = prompt.show(text)
    prompt.write('Pay a')
    prompt.unmount()
    expect(test.sent.at(-1)?.path).toBe('exposures/exp-1/dismissal')

    prompt.show(text, test)

    expect(prompt.one<HTMLTextAreaElement>('textarea').value).toBe('Pay a')
    expect(canSend()).toBe(true)
    expect(test.sent.at(-1)?.path).toBe('exposures/exp-3')
  })
})
