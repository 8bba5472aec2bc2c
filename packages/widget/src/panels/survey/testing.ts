import { vi } from 'vitest'
import type { SurveyConfig } from '../../loader/link.ts'
import { texts } from '../../locales/prompt/en.ts'
import { testRoom } from '../../runtime/testing.ts'
import type { FollowUpParts } from './asking.ts'
import * as followUp from './follow-up.ts'
import { mount, needsWays } from './survey.ts'
import * as ways from './ways.ts'

/** A survey of the kind, as the workspace's configuration carries it. */
export const surveyOf = (kind: SurveyConfig['kind'], more: Partial<SurveyConfig> = {}): SurveyConfig => ({
  id: 'srv_1',
  kind,
  version: 1,
  texts: {},
  trigger: { delayMs: 0 },
  repeatAfterDays: 90,
  ...more,
})

/** A survey that offers three options, in English words. */
export const choicesOf = (kind: 'single_choice' | 'multiple_choice', followUp?: string): SurveyConfig =>
  surveyOf(kind, {
    form: { options: ['search', 'colleague', 'other'] },
    texts: {
      en: {
        question: 'How did you hear about us?',
        options: { search: 'By searching', colleague: 'From a colleague', other: 'Another way' },
        ...(followUp && { followUp: { any: followUp } }),
      },
    },
  })

/** The second half, in English. */
export const englishFollowUp: FollowUpParts = { ...followUp, texts }

/** Shows prompts in a place of its own and answers them as a reader would. */
export function testPrompt() {
  const place = document.createElement('div')
  document.body.append(place)
  let unmount = () => {}

  const all = <E extends HTMLElement = HTMLElement>(selector: string) => [...place.querySelectorAll<E>(selector)]
  const one = <E extends HTMLElement = HTMLElement>(selector: string) => {
    const found = place.querySelector<E>(selector)
    if (!found) throw new Error(`the prompt has no ${selector}`)
    return found
  }
  const radios = () => all('[role=radio]')
  const boxes = () => all<HTMLInputElement>('input[type=checkbox]')

  return {
    place,
    all,
    one,
    radios,
    boxes,
    /**
     * Shows the prompt, in a room of its own or in the one it stood in before.
     * @param fetchFollowUp where its second half comes only later
     */
    show(survey: SurveyConfig, test = testRoom(), fetchFollowUp?: () => Promise<FollowUpParts>) {
      unmount = mount(place, test.room, survey, {
        ways: needsWays(survey.kind) ? ways : undefined,
        followUp: fetchFollowUp ? undefined : englishFollowUp,
        fetchFollowUp: fetchFollowUp ?? (async () => englishFollowUp),
      })
      return test
    },
    unmount() {
      unmount()
      unmount = () => {}
    },
    end() {
      unmount()
      place.remove()
      vi.useRealTimers()
    },
    question: () => one('h2').textContent,
    followUp: () => place.querySelector('label[for=comment]')?.textContent ?? '',
    /** What is marked as chosen, by what is seen or, of a picture, heard. */
    chosen: () =>
      radios()
        .filter((radio) => radio.getAttribute('aria-checked') === 'true')
        .map((radio) => radio.getAttribute('aria-label') ?? radio.textContent),
    tick: (at: number) => boxes()[at]?.click(),
    press: (key: string) =>
      (document.activeElement ?? place).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      ),
    write(text: string) {
      const field = one<HTMLTextAreaElement>('textarea')
      field.value = text
      field.dispatchEvent(new Event('input'))
    },
    submit: () => one('form').dispatchEvent(new Event('submit', { cancelable: true })),
  }
}
