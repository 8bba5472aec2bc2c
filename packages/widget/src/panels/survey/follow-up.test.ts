import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { testRoom } from '../../runtime/testing.ts'
import type { FollowUpParts } from './asking.ts'
import { frameMs } from './survey.ts'
import { englishFollowUp, surveyOf, testPrompt } from './testing.ts'

const nps = surveyOf('nps')

let prompt: ReturnType<typeof testPrompt>
/** Lets the second half come, or not. */
let come: (parts: FollowUpParts) => void
let fail: () => void
const fetchFollowUp = vi.fn<() => Promise<FollowUpParts>>()
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  prompt = testPrompt()
  fetchFollowUp.mockReset().mockImplementation(
    () =>
      new Promise((resolve, reject) => {
        come = resolve
        fail = () => reject(new TypeError('Failed to fetch'))
      }),
  )
})
afterEach(() => prompt.end())

describe('the second half of a prompt', () => {
  const showDrawn = () => {
    const shown = prompt.show(nps, testRoom(), fetchFollowUp)
    vi.advanceTimersByTime(frameMs)
    return shown
  }

  it('is fetched once the question is on the screen, and draws nothing before there is an answer', async () => {
    prompt.show(nps, testRoom(), fetchFollowUp)
    expect(prompt.radios()).toHaveLength(11)
    expect(fetchFollowUp).not.toHaveBeenCalled()
    vi.advanceTimersByTime(frameMs)
    expect(fetchFollowUp).toHaveBeenCalledTimes(1)

    come(englishFollowUp)
    await settle()

    expect(prompt.all('form, [part=thanks]')).toEqual([])

    prompt.radios()[9]?.click()
    expect(prompt.followUp()).toContain('What do you value most?')
    expect(prompt.one('[part=thanks]').hidden).toBe(true)
  })

  it('goes on from a score that was chosen before it came, which was sent at once', async () => {
    const { sent, room } = showDrawn()

    prompt.radios()[9]?.click()
    expect(sent.at(-1)).toMatchObject({ path: 'responses/rsp-2', body: { score: 9, version: 1 } })
    expect(prompt.place.querySelector('form')).toBeNull()
    come(englishFollowUp)
    await settle()

    expect(prompt.followUp()).toContain('What do you value most?')
    expect(room.announce).toHaveBeenLastCalledWith('Your answer is saved. What do you value most?')
    expect(sent.filter(({ path }) => path.startsWith('responses/'))).toHaveLength(1)
  })

  it('hears what became of the score before it came', async () => {
    const { sent } = showDrawn()
    prompt.radios()[3]?.click()
    sent.at(-1)?.deliver({ state: 'rejected', problem: undefined })

    come(englishFollowUp)
    await settle()

    expect(prompt.place.textContent).toBe('Your answer could not be stored. The question may have ended.')
  })

  it('is fetched again as long as the question stands, and goes on from what was chosen meanwhile', async () => {
    const { sent, room } = showDrawn()
    fail()
    await vi.advanceTimersByTimeAsync(1000)
    prompt.radios()[9]?.click()
    for (let tries = 2; tries < 8; tries++) {
      expect(fetchFollowUp).toHaveBeenCalledTimes(tries)
      fail()
      await vi.advanceTimersByTimeAsync(1000)
    }

    come(englishFollowUp)
    await settle()

    expect(prompt.followUp()).toContain('What do you value most?')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(fetchFollowUp).toHaveBeenCalledTimes(8)
    expect(sent.slice(1).map(({ body }) => body.score)).toEqual([9])
    expect(room.close).not.toHaveBeenCalled()
  })

  it('is not waited for forever: the answer is sent all the same, and the prompt goes', async () => {
    fetchFollowUp.mockRejectedValue(new TypeError('Failed to fetch'))
    const { sent, room } = showDrawn()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(room.close).not.toHaveBeenCalled()

    prompt.radios()[3]?.click()
    await vi.advanceTimersByTimeAsync(9_000)
    prompt.radios()[4]?.click()
    await vi.advanceTimersByTimeAsync(9_900)
    expect(room.close).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(100)

    expect(sent.slice(1).map(({ body }) => body.score)).toEqual([3, 4])
    expect(room.close).toHaveBeenCalledTimes(1)
  })

  it('does not come to a prompt that is gone', async () => {
    const { room } = showDrawn()
    prompt.radios()[3]?.click()
    prompt.unmount()

    come(englishFollowUp)
    await settle()
    await vi.advanceTimersByTimeAsync(60_000)

    expect(prompt.place.textContent).toBe('')
    expect(room.close).not.toHaveBeenCalled()
    expect(fetchFollowUp).toHaveBeenCalledTimes(1)
  })
})

describe('asking later', () => {
  const later = () => prompt.one('.later')

  it('closes the prompt, tells the server and remembers it here', () => {
    const { sent, room } = prompt.show(nps)
    expect(later().textContent).toBe('Ask me later')

    later().click()
    expect(room.close).toHaveBeenCalledTimes(1)
    prompt.unmount()

    expect(room.mark).toHaveBeenCalledWith('later', 'srv_1')
    expect(sent.at(-1)).toMatchObject({ path: 'exposures/exp-1/dismissal', body: { later: true } })
  })

  it('is not said by closing, and not offered once there is an answer or nothing to close', () => {
    const closed = prompt.show(nps)
    prompt.unmount()
    expect(closed.sent.at(-1)?.body).toEqual({})
    expect(closed.room.mark).not.toHaveBeenCalled()

    prompt.show(nps)
    prompt.radios()[5]?.click()
    expect(prompt.all('.later')).toEqual([])
    prompt.unmount()

    prompt.show(nps, testRoom({ inline: true }))
    expect(prompt.all('.later')).toEqual([])
  })

  it('stands beside the button where the answer has one', () => {
    prompt.show(surveyOf('text'))

    expect([...prompt.one('form').children].at(-1)?.textContent).toBe('Ask me later')
  })
})
