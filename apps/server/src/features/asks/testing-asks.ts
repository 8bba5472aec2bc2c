import type { Ask } from '@heed/contracts'
import { expect } from 'vitest'
import type { Heed } from '../../testing/heed.ts'

type Made = Awaited<ReturnType<Heed['workspace']>>
type Browser = ReturnType<Made['visitor']>

export const granted: Ask = { granted: true, reason: null, until: null }

/** For tests: a workspace with browsers that ask, show, answer and put off. */
export const askingIn = (heed: Heed, made: Made) => {
  const { newId } = heed.deps
  const ask = async (browser: Browser, surveyId: string, more: { userId?: string; exposureId?: string } = {}) => {
    const { status, body } = await browser.post<Ask>('/asks', { surveyId, exposureId: newId('exposure'), ...more })
    expect(status).toBe(200)
    return body
  }
  return {
    ask,
    /** A browser in which this user is signed in. */
    browserOf: async (userId: string) => {
      const browser = made.visitor()
      await browser.put('/person', { userId })
      return browser
    },
    /** Shows a prompt, asked for or not. @returns its id */
    show: async (browser: Browser, surveyId: string, exposureId = newId('exposure'), ageMs = 0) => {
      expect((await browser.put(`/exposures/${exposureId}`, { surveyId, ageMs })).status).toBe(200)
      return exposureId
    },
    answer: (browser: Browser, surveyId: string, score: number, exposureId?: string) =>
      browser.put(`/responses/${newId('response')}`, { surveyId, score, ...(exposureId && { exposureId }) }),
    dismiss: (browser: Browser, exposureId: string, later = false, ageMs = 0) =>
      browser.put(`/exposures/${exposureId}/dismissal`, { ...(later && { later }), ageMs }),
    inDays: (days: number) => new Date(heed.clock.now().getTime() + days * 86_400_000).toISOString(),
  }
}

export const refusal = (reason: Ask['reason'], until: string | null = null): Ask => ({ granted: false, reason, until })
