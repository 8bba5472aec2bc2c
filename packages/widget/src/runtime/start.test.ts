import type { Panel } from '@heed/contracts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Runtime } from '../loader/link.ts'
import { texts as helpTexts } from '../locales/help/en.ts'
import { texts as panelTexts } from '../locales/panel/en.ts'
import { texts as promptTexts } from '../locales/prompt/en.ts'
import { frameMs } from '../panels/survey/survey.ts'
import type { HelpRoom, PanelModule } from './room.ts'
import { startRuntime } from './start.ts'
import { survey, testDownloads, testLink } from './testing.ts'

let test: ReturnType<typeof testLink>
let runtime: Runtime
let sent: string[]
let answer: (path: string) => Response

const root = () => test.link.root
const prompt = () => root().querySelector<HTMLElement>('[part=prompt]')
const panel = () => root().querySelector<HTMLElement>('[part=panel]')
const radio = (score: number) => root().querySelectorAll<HTMLElement>('[role=radio]')[score]
const press = (target: EventTarget | null | undefined, key: string) =>
  target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }))

/** A panel as small as one can be. */
const panelNamed = (name: string): PanelModule => ({
  css: '',
  mount(place) {
    const field = document.createElement('textarea')
    field.dataset.start = ''
    place.innerHTML = `<h2 id="title">${name}</h2>`
    place.append(field)
    return () => place.replaceChildren()
  },
})

const downloads = testDownloads({
  outbox: () => import('./deliver.ts'),
  identity: () => import('./identity.ts'),
  rooms: () => import('./rooms.ts'),
  ways: () => import('../panels/survey/ways.ts'),
  'follow-up': () => import('../panels/follow-up.ts'),
  trial: () => import('./trial.ts'),
  inline: () => import('./inline.ts'),
  further: async () => ({ ...(await import('../panels/further/further.ts')), css: '' }),
  help: async () => ({ help: panelNamed('help'), ticket: panelNamed('ticket') }),
  messages: async () => ({ messages: panelNamed('messages') }),
  ideas: async () => ({ ideas: panelNamed('ideas') }),
  'prompt-texts': async () => ({ texts: promptTexts }),
  'help-texts': async () => ({ texts: helpTexts }),
  'panel-texts': async () => ({ texts: panelTexts }),
})
const always = () => true
const openPanel = async (panel: Panel) => (await runtime.rooms(panel)).open(panel)

const begin = (locale?: string) => {
  test = testLink(locale)
  runtime = startRuntime(test.link, promptTexts, downloads)
}

beforeEach(() => {
  localStorage.clear()
  sent = []
  answer = () => new Response('{"items":[]}')
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const path = url.replace('https://heed.test/w/pk_test/', '')
    sent.push(`${init?.method ?? 'GET'} ${path}`)
    return answer(path)
  })
  document.body.innerHTML = '<button id="work">Work</button>'
  document.getElementById('work')?.focus()
})
afterEach(() => {
  runtime.stop()
  test.host.remove()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('shows a prompt without taking the focus, and announces it', async () => {
  begin()

  await runtime.survey(survey.id, always)

  expect(prompt()?.getAttribute('role')).toBe('dialog')
  expect(root().getElementById(prompt()?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
    'How likely are you to recommend Northwind to a friend or colleague?',
  )
  expect(document.activeElement?.id).toBe('work')
  expect(root().querySelector('[role=status]')?.textContent).toContain('Press F6')
})

it('fetches nothing while a prompt is drawn, and its second half after that', async () => {
  vi.useFakeTimers()
  test = testLink()
  const asked: string[] = []
  runtime = startRuntime(test.link, promptTexts, (name) => {
    asked.push(name)
    return downloads(name)
  })

  await runtime.survey(survey.id, always)
  expect(prompt()).not.toBeNull()
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(frameMs)

  expect(new Set(asked)).toEqual(new Set(['follow-up', 'prompt-texts']))
})

it('moves the focus into the prompt with F6, and back out', async () => {
  begin()
  await runtime.survey(survey.id, always)

  press(document.activeElement, 'F6')
  expect(root().activeElement).toBe(radio(0))

  press(root().activeElement, 'F6')
  expect(document.activeElement?.id).toBe('work')
})

it('closes with Escape from inside and gives the focus back', async () => {
  begin()
  await runtime.survey(survey.id, always)
  press(document.activeElement, 'F6')

  press(root().activeElement, 'Escape')

  expect(prompt()).toBeNull()
  expect(document.activeElement?.id).toBe('work')
  expect(test.emit).toHaveBeenCalledWith('closed', undefined)
})

it('leaves Escape to the host app while the focus is there', async () => {
  begin()
  await runtime.survey(survey.id, always)

  press(document.activeElement, 'Escape')

  expect(prompt()).not.toBeNull()
})

it('keeps keys typed inside from the shortcuts of the host app', async () => {
  begin()
  await runtime.survey(survey.id, always)
  const shortcut = vi.fn()
  document.addEventListener('keydown', shortcut)

  press(radio(0), 'g')

  expect(shortcut).not.toHaveBeenCalled()
  document.removeEventListener('keydown', shortcut)
})

it('shows one prompt at a time, and none over a panel', async () => {
  begin()

  await runtime.survey(survey.id, always)
  await runtime.survey(survey.id, always)
  expect(root().querySelectorAll('[part=prompt]')).toHaveLength(1)
  await openPanel('help')

  await runtime.survey(survey.id, always)
  expect(prompt()).toBeNull()
})

it('opens a panel with the focus inside and tells the loader and the host page', async () => {
  begin()

  await openPanel('help')

  expect(panel()?.contains(root().activeElement)).toBe(true)
  expect(test.nowOpen).toHaveBeenLastCalledWith({ panel: 'help' })
  expect(test.emit).toHaveBeenCalledWith('opened', { panel: 'help' })
})

it('fetches what is opened in help and the words of all panels once it stands, and another panel when told to', async () => {
  let room: HelpRoom | undefined
  const asked: string[] = []
  test = testLink()
  const help: PanelModule = {
    css: '',
    mount(place, given) {
      room = given
      return panelNamed('help').mount(place, given)
    },
  }
  runtime = startRuntime(test.link, promptTexts, async (name) => {
    asked.push(name)
    return name === 'help' ? ({ help, ticket: help } as never) : downloads(name)
  })

  await openPanel('help')
  expect(new Set(asked)).toEqual(new Set(['rooms', 'help', 'help-texts', 'further', 'panel-texts']))
  room?.ahead('messages')

  expect(asked).toContain('messages')
  expect(asked).not.toContain('ideas')
})

it('turns from panel to panel within the same card', async () => {
  begin()
  await openPanel('help')
  const card = panel()

  await openPanel('ticket')

  expect(panel()).toBe(card)
  expect(root().querySelector('textarea')).not.toBeNull()
})

it('speaks and reads in the direction of its language', async () => {
  begin('ar')

  await openPanel('help')

  expect(panel()?.parentElement?.dir).toBe('rtl')
  expect(panel()?.parentElement?.lang).toBe('ar')
})

it('tells the server of a prompt shown and closed unanswered', async () => {
  begin()
  await runtime.survey(survey.id, always)

  runtime.close()

  await vi.waitFor(() =>
    expect(sent).toEqual([
      expect.stringMatching(/^PUT exposures\/exp_[0-9a-z]{21}$/),
      expect.stringMatching(/^PUT exposures\/exp_[0-9a-z]{21}\/dismissal$/),
    ]),
  )
})

it('asks the server whether a person may be asked, and keeps what it says', async () => {
  begin()
  test.said.claim = { userId: 'u1' }
  answer = (path) =>
    new Response(path === 'asks' ? '{"granted":false,"reason":"resting","until":"2126-01-01T00:00:00.000Z"}' : '{}')

  test.said.dueAt = performance.now()
  runtime.look()

  await vi.waitFor(() => expect(sent).toEqual(['PUT person', 'POST asks']))
  await runtime.settled()
  expect(prompt()).toBeNull()
  expect(test.link.memory.get('visitor:u1')).toMatchObject({
    refusals: { [survey.id]: ['resting', 1, expect.any(Number)] },
  })
})

it('shows no prompt whose moment has passed while it was fetched', async () => {
  begin()
  test.said.dueAt = performance.now()
  answer = () => {
    test.said.dueAt = undefined
    return new Response('{"granted":true,"reason":null,"until":null}')
  }

  runtime.look()

  await vi.waitFor(() => expect(sent).toEqual(['POST asks']))
  await runtime.settled()
  expect(prompt()).toBeNull()
})

it('shows no prompt that the server granted to somebody else than who is here now', async () => {
  begin()
  test.said.claim = { userId: 'u1' }
  test.said.dueAt = performance.now()
  answer = (path) => {
    if (path === 'asks') test.said.claim = { userId: 'u2' }
    return new Response('{"granted":true,"reason":null,"until":null}')
  }

  runtime.look()

  await vi.waitFor(() => expect(sent).toContain('POST asks'))
  await runtime.settled()
  expect(prompt()).toBeNull()
})

it('shows no survey that is not wanted any more once it has come', async () => {
  begin()
  let wanted = true

  const shown = runtime.survey(survey.id, () => wanted)
  wanted = false
  await shown

  expect(prompt()).toBeNull()
})

it('says nothing of a survey that did not come, once it was stopped', async () => {
  begin()
  answer = () => {
    runtime.stop()
    return new Response('{}')
  }

  await runtime.survey('srv_other', always)

  expect(sent).toEqual(['GET surveys/srv_other'])
  expect(test.emit).not.toHaveBeenCalled()
})

describe('turning from one panel to another', () => {
  let rooms: Record<string, HelpRoom>
  let come: Record<string, () => void>
  const heading = () => panel()?.querySelector('h2')?.textContent
  const settle = () => new Promise((settled) => setTimeout(settled))

  beforeEach(async () => {
    rooms = {}
    come = {}
    const slow = (name: string): PanelModule => ({
      css: '',
      mount(place, room) {
        rooms[name] = room
        return panelNamed(name).mount(place, room)
      },
    })
    test = testLink()
    runtime = startRuntime(test.link, promptTexts, async (name) => {
      if (name === 'help') return { help: slow('help'), ticket: slow('ticket') } as never
      if (name !== 'messages' && name !== 'ideas') return downloads(name)
      await new Promise<void>((came) => {
        come[name] = came
      })
      return { [name]: slow(name) } as never
    })
    await openPanel('help')
  })

  it('shows the one that was chosen last, whichever comes first', async () => {
    rooms.help?.go('messages')
    rooms.help?.go('ideas')
    await settle()

    come.ideas?.()
    await settle()
    expect(heading()).toBe('ideas')
    come.messages?.()
    await settle()

    expect(heading()).toBe('ideas')
  })

  it('shows what is wanted, whatever was opened after it that is not wanted any more', async () => {
    const all = await runtime.rooms()
    const wanted = all.open('ideas')
    const past = all.open('ticket', () => false)
    await settle()

    come.ideas?.()
    await Promise.all([wanted, past])

    expect(heading()).toBe('ideas')
  })

  it('opens none once the card was closed', async () => {
    rooms.help?.go('messages')
    await settle()
    runtime.close()

    come.messages?.()
    await settle()

    expect(panel()).toBeNull()
  })
})

it('fetches a survey that is no part of the configuration, and says when there is none', async () => {
  begin()
  answer = (path) => (path.startsWith('surveys/') ? new Response('{}', { status: 404 }) : new Response('{}'))

  await runtime.survey('srv_gone', always)

  expect(sent).toEqual(['GET surveys/srv_gone'])
  expect(test.emit).toHaveBeenCalledWith('error', { code: 'survey_not_found', message: 'srv_gone' })
})

it('tells the loader how many replies and answers wait, once', async () => {
  begin()
  answer = () => new Response('{"count":2,"answers":1}')

  await (await runtime.rooms()).lookForReplies()
  await (await runtime.rooms()).lookForReplies()

  expect(test.link.memory.get('visitor:')).toMatchObject({ unread: 3, answers: 1 })
  expect(test.link.look).toHaveBeenCalledTimes(1)
})

it('leaves nothing behind after its stop, and says nothing on behalf of the person', async () => {
  const added: string[] = []
  const removed: string[] = []
  begin()
  const { addEventListener, removeEventListener } = document
  vi.spyOn(document, 'addEventListener').mockImplementation((...args: Parameters<typeof addEventListener>) => {
    added.push(args[0])
    addEventListener.apply(document, args)
  })
  vi.spyOn(document, 'removeEventListener').mockImplementation((...args: Parameters<typeof removeEventListener>) => {
    removed.push(args[0])
    removeEventListener.apply(document, args)
  })
  await runtime.survey(survey.id, always)
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  expect(root().adoptedStyleSheets.length).toBeGreaterThan(0)

  runtime.stop()

  expect(root().childNodes).toHaveLength(0)
  expect(root().adoptedStyleSheets).toHaveLength(0)
  expect(added).toContain('keydown')
  expect([...removed].sort()).toEqual([...added].sort())
  expect(sent).toHaveLength(1)
  vi.restoreAllMocks()
})
