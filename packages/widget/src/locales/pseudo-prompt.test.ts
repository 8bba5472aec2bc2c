import { surveyKinds } from '@heed/contracts/survey-kinds'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mount, needsWays } from '../panels/survey/survey.ts'
import { englishFollowUp, surveyOf } from '../panels/survey/testing.ts'
import * as ways from '../panels/survey/ways.ts'
import { openFrame } from '../runtime/frame.ts'
import type { Delivery } from '../runtime/outbox.ts'
import type { Scene } from '../runtime/scene.ts'
import { testDownloads, testRoom } from '../runtime/testing.ts'
import { startTrial } from '../runtime/trial.ts'
import { element } from '../ui/element.ts'
import { texts as promptTexts } from './prompt/en.ts'
import { createEyes, type Eyes, pseudo } from './pseudo.ts'

const texts = pseudo(promptTexts)
let layer: HTMLElement
let eyes: Eyes

/** The forms that a prompt of some kinds has besides. */
const forms = {
  rating: [{ icons: 'stars' }, { icons: 'faces' }],
  single_choice: [{ options: ['11', '12'] }],
  multiple_choice: [{ options: ['11', '12'] }],
  comparison: [{ options: ['11', '12'] }],
} as const
const every = surveyKinds.flatMap((kind) =>
  (kind in forms ? forms[kind as keyof typeof forms] : [undefined]).map((form) => ({ kind, form })),
)
type Asked = (typeof every)[number]

const ends: Delivery[] = [
  { state: 'stored', reply: undefined },
  { state: 'waiting', reason: 'offline', isKept: true },
  { state: 'rejected', problem: undefined },
]

/** Answered low, middling and high, and left with every last word. */
function answers(asked: Asked, own: object) {
  for (const share of [0, 0.7, 1]) ask(asked, own, share)
  for (const end of ends) ask(asked, own, 1, end)
}

/** @param share which option is chosen: 0 is the first, 1 the last */
function ask({ kind, form }: Asked, own: object, share: number, end?: Delivery): void {
  const { room, sent } = testRoom({ workspaceName: '1', announce: eyes.hear })
  const frame = openFrame(layer, { part: 'prompt', closeLabel: texts.close, onClose() {} })
  const survey = surveyOf(kind, { texts: { en: own }, ...(form && { form: structuredClone(form) as object }) })
  const followUp = { ...englishFollowUp, texts }
  const parts = { ways: needsWays(kind) ? ways : undefined, followUp, fetchFollowUp: async () => followUp }
  const unmount = mount(frame.body, { ...room, texts }, survey, parts)
  const all = <E extends HTMLElement>(selector: string) => [...frame.body.querySelectorAll<E>(selector)]
  const see = () => eyes.look(layer)
  see()

  const options = all('[role=radio], [type=checkbox]')
  options[Math.round(share * (options.length - 1))]?.click()
  see()
  if (end) {
    for (const field of all<HTMLTextAreaElement>('textarea')) {
      field.value = '21'
      field.dispatchEvent(new Event('input'))
    }
    all('form')[0]?.dispatchEvent(new Event('submit', { cancelable: true }))
    see()
    sent.at(-1)?.deliver(end)
    see()
  }
  unmount()
  frame.remove(false)
}

/** A question by its test link, which one token still opens. */
async function tryOut(hash: string): Promise<void> {
  const { room } = testRoom({
    ask: async (path) => (path.endsWith('/2') ? { kind: 'ok', value: surveyOf('nps') as never } : { kind: 'rejected' }),
  })
  const body = element('div')
  await startTrial(
    {
      downloads: testDownloads({ 'prompt-texts': async () => ({ texts }) }),
      element,
      stage: { adopt() {} },
      ready: async (survey: object) => ({ survey }),
      roomOf: () => room,
      bodyOf: () => body,
      mountSurvey: () => () => {},
      stands: () => {},
    } as unknown as Scene,
    hash,
  )
  eyes.look(body)
}

beforeEach(() => {
  vi.useFakeTimers()
  eyes = createEyes()
  layer = document.createElement('div')
  document.body.append(layer)
})
afterEach(() => {
  layer.remove()
  vi.useRealTimers()
})

describe('in a language that nobody speaks, a prompt', () => {
  it.each(every)('says no word of its own: $kind $form', (asked) => {
    answers(asked, {})
    answers(asked, { question: '31', idea: '32', options: { 11: '33', 12: '34' }, followUp: { any: '35' } })

    expect(eyes.strangers()).toEqual([])
  })

  it('says every word that a translator is given', async () => {
    for (const asked of every) answers(asked, {})
    for (const what of ['#heed-test=1.2', '#heed-test=1.3']) await tryOut(what)

    expect(eyes.missing(texts)).toEqual([])
  })
})
