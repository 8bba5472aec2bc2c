import { expect, it, vi } from 'vitest'
import { frameMs } from '../panels/survey/survey.ts'
import { survey } from './testing.ts'
import { downloads, testRuntime } from './testing-runtime.ts'

const at = testRuntime()
const radio = (score: number) => at.root().querySelectorAll<HTMLElement>('[role=radio]')[score]
const press = (target: EventTarget | null | undefined, key: string) =>
  target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }))
const always = () => true

it('puts nothing into the page before something is shown', async () => {
  at.begin()
  expect(at.root().querySelector('.layer')).toBeNull()
  const sheets = at.root().adoptedStyleSheets.length

  await at.runtime.survey(survey.id, always)
  expect(at.root().querySelector('.layer')).not.toBeNull()
  expect(at.root().adoptedStyleSheets.length).toBeGreaterThan(sheets)

  at.runtime.stop()
  expect(at.root().querySelector('.layer')).toBeNull()
  expect(at.root().adoptedStyleSheets).toHaveLength(sheets)
})

it('shows a prompt without taking the focus, and announces it where screen readers know the place already', async () => {
  vi.useFakeTimers()
  at.begin()

  await at.runtime.survey(survey.id, always)

  expect(at.prompt()?.getAttribute('role')).toBe('dialog')
  expect(at.root().getElementById(at.prompt()?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
    'How likely are you to recommend Northwind to a friend or colleague?',
  )
  expect(document.activeElement?.id).toBe('work')
  const status = at.root().querySelector('[role=status]')
  expect(status?.textContent).toBe('')
  await vi.advanceTimersByTimeAsync(100)
  expect(status?.textContent).toContain('Press F6')
})

it('fetches nothing while a prompt is drawn, and its second half after that', async () => {
  vi.useFakeTimers()
  const asked: string[] = []
  at.begin((name) => {
    asked.push(name)
    return downloads(name)
  })

  await at.runtime.survey(survey.id, always)
  expect(at.prompt()).not.toBeNull()
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(frameMs)

  expect(new Set(asked)).toEqual(new Set(['follow-up', 'prompt-texts']))
})

it('moves the focus into the prompt with F6, and back out', async () => {
  at.begin()
  await at.runtime.survey(survey.id, always)

  press(document.activeElement, 'F6')
  expect(at.root().activeElement).toBe(radio(0))

  press(at.root().activeElement, 'F6')
  expect(document.activeElement?.id).toBe('work')
})

it('closes with Escape from inside and gives the focus back', async () => {
  at.begin()
  await at.runtime.survey(survey.id, always)
  press(document.activeElement, 'F6')

  press(at.root().activeElement, 'Escape')

  expect(at.prompt()).toBeNull()
  expect(document.activeElement?.id).toBe('work')
  expect(at.test.emit).toHaveBeenCalledWith('closed', undefined)
})

it('gives the focus to the tab where what had it takes none any more', async () => {
  at.begin()
  at.root().innerHTML = '<button part="tab">Feedback</button>'
  await at.openPanel('help')
  document.getElementById('work')?.setAttribute('disabled', '')

  at.runtime.close()

  expect(at.root().activeElement).toBe(at.root().querySelector('[part=tab]'))
})

it('tells that it closed as it stops', async () => {
  at.begin()
  await at.openPanel('help')

  at.runtime.stop()

  expect(at.test.emit).toHaveBeenCalledWith('closed', undefined)
})

it('leaves Escape to the host app while the focus is there', async () => {
  at.begin()
  await at.runtime.survey(survey.id, always)

  press(document.activeElement, 'Escape')

  expect(at.prompt()).not.toBeNull()
})

it('keeps keys typed inside from the shortcuts of the host app', async () => {
  at.begin()
  await at.runtime.survey(survey.id, always)
  const shortcut = vi.fn()
  document.addEventListener('keydown', shortcut)

  press(radio(0), 'g')

  expect(shortcut).not.toHaveBeenCalled()
  document.removeEventListener('keydown', shortcut)
})

it('shows one prompt at a time, and none over a panel', async () => {
  at.begin()

  await at.runtime.survey(survey.id, always)
  await at.runtime.survey(survey.id, always)
  expect(at.root().querySelectorAll('[part=prompt]')).toHaveLength(1)
  await at.openPanel('help')

  await at.runtime.survey(survey.id, always)
  expect(at.prompt()).toBeNull()
})

it('tells the server of a prompt shown and closed unanswered', async () => {
  at.begin()
  await at.runtime.survey(survey.id, always)

  at.runtime.close()

  await vi.waitFor(() =>
    expect(at.sent).toEqual([
      expect.stringMatching(/^PUT exposures\/exp_[0-9a-z]{21}$/),
      expect.stringMatching(/^PUT exposures\/exp_[0-9a-z]{21}\/dismissal$/),
    ]),
  )
})

it('asks the server whether a person may be asked, and keeps what it says', async () => {
  at.begin()
  at.test.said.claim = { userId: 'u1' }
  at.answer = (path) =>
    new Response(path === 'asks' ? '{"granted":false,"reason":"resting","until":"2126-01-01T00:00:00.000Z"}' : '{}')

  at.test.said.dueAt = performance.now()
  at.runtime.look()

  await vi.waitFor(() => expect(at.sent).toEqual(['PUT person', 'POST asks']))
  await at.runtime.settled()
  expect(at.prompt()).toBeNull()
  expect(at.test.link.memory.get('visitor:u1')).toMatchObject({
    refusals: { [survey.id]: ['resting', 1, expect.any(Number)] },
  })
})

it('shows no prompt whose moment has passed while it was fetched', async () => {
  at.begin()
  at.test.said.dueAt = performance.now()
  at.answer = () => {
    at.test.said.dueAt = undefined
    return new Response('{"granted":true,"reason":null,"until":null}')
  }

  at.runtime.look()

  await vi.waitFor(() => expect(at.sent).toEqual(['POST asks']))
  await at.runtime.settled()
  expect(at.prompt()).toBeNull()
})

it('shows no prompt that the server granted to somebody else than who is here now', async () => {
  at.begin()
  at.test.said.claim = { userId: 'u1' }
  at.test.said.dueAt = performance.now()
  at.answer = (path) => {
    if (path === 'asks') at.test.said.claim = { userId: 'u2' }
    return new Response('{"granted":true,"reason":null,"until":null}')
  }

  at.runtime.look()

  await vi.waitFor(() => expect(at.sent).toContain('POST asks'))
  await at.runtime.settled()
  expect(at.prompt()).toBeNull()
})

it('shows no survey that is not wanted any more once it has come', async () => {
  at.begin()
  let wanted = true

  const shown = at.runtime.survey(survey.id, () => wanted)
  wanted = false
  await shown

  expect(at.prompt()).toBeNull()
})

it('says nothing of a survey that did not come, once it was stopped', async () => {
  at.begin()
  at.answer = () => {
    at.runtime.stop()
    return new Response('{}')
  }

  await at.runtime.survey('srv_other', always)

  expect(at.sent).toEqual(['GET surveys/srv_other'])
  expect(at.test.emit).not.toHaveBeenCalled()
})

it('fetches a survey that is no part of the configuration, and says when there is none', async () => {
  at.begin()
  at.answer = (path) => (path.startsWith('surveys/') ? new Response('{}', { status: 404 }) : new Response('{}'))

  await at.runtime.survey('srv_gone', always)

  expect(at.sent).toEqual(['GET surveys/srv_gone'])
  expect(at.test.emit).toHaveBeenCalledWith('error', { code: 'survey_not_found', message: 'srv_gone' })
})

it('leaves nothing behind after its stop, and says nothing on behalf of the person', async () => {
  const added: string[] = []
  const removed: string[] = []
  at.begin()
  const { addEventListener, removeEventListener } = document
  vi.spyOn(document, 'addEventListener').mockImplementation((...args: Parameters<typeof addEventListener>) => {
    added.push(args[0])
    addEventListener.apply(document, args)
  })
  vi.spyOn(document, 'removeEventListener').mockImplementation((...args: Parameters<typeof removeEventListener>) => {
    removed.push(args[0])
    removeEventListener.apply(document, args)
  })
  await at.runtime.survey(survey.id, always)
  await vi.waitFor(() => expect(at.sent).toHaveLength(1))
  expect(at.root().adoptedStyleSheets.length).toBeGreaterThan(0)

  at.runtime.stop()

  expect(at.root().childNodes).toHaveLength(0)
  expect(at.root().adoptedStyleSheets).toHaveLength(0)
  expect(added).toContain('keydown')
  expect([...removed].sort()).toEqual([...added].sort())
  expect(at.sent).toHaveLength(1)
  vi.restoreAllMocks()
})
