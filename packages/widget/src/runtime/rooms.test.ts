import { beforeEach, describe, expect, it } from 'vitest'
import type { HelpRoom, PanelModule } from './room.ts'
import { downloads, panelNamed, testRuntime } from './testing-runtime.ts'

const at = testRuntime()

it('opens a panel with the focus inside and tells the loader and the host page', async () => {
  at.begin()

  await at.openPanel('help')

  expect(at.panel()?.contains(at.root().activeElement)).toBe(true)
  expect(at.test.nowOpen).toHaveBeenLastCalledWith({ panel: 'help' })
  expect(at.test.emit).toHaveBeenCalledWith('opened', { panel: 'help' })
})

it('fetches what is opened in help and the words of all panels once it stands, and another panel when told to', async () => {
  let room: HelpRoom | undefined
  const asked: string[] = []
  const help: PanelModule = {
    css: '',
    mount(place, given) {
      room = given
      return panelNamed('help').mount(place, given)
    },
  }
  at.begin(async (name) => {
    asked.push(name)
    return name === 'help' ? ({ help, ticket: help } as never) : downloads(name)
  })

  await at.openPanel('help')
  expect(new Set(asked)).toEqual(new Set(['rooms', 'help', 'help-texts', 'further', 'panel-texts']))
  room?.ahead('messages')

  expect(asked).toContain('messages')
  expect(asked).not.toContain('ideas')
})

it('turns from panel to panel within the same card', async () => {
  at.begin()
  await at.openPanel('help')
  const card = at.panel()

  await at.openPanel('ticket')

  expect(at.panel()).toBe(card)
  expect(at.root().querySelector('textarea')).not.toBeNull()
})

it('opens where the host app took the widget’s element away, as the loader puts it back only then', async () => {
  at.begin()
  at.test.host.remove()

  await at.openPanel('help')

  expect(at.panel()?.querySelector('h2')?.textContent).toBe('help')
  expect(at.test.nowOpen).toHaveBeenLastCalledWith({ panel: 'help' })
})

it('speaks and reads in the direction of its language', async () => {
  at.begin(undefined, 'ar')

  await at.openPanel('help')

  expect(at.panel()?.parentElement?.dir).toBe('rtl')
  expect(at.panel()?.parentElement?.lang).toBe('ar')
})

describe('turning from one panel to another', () => {
  let rooms: Record<string, HelpRoom>
  let come: Record<string, () => void>
  const heading = () => at.panel()?.querySelector('h2')?.textContent
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
    at.begin(async (name) => {
      if (name === 'help') return { help: slow('help'), ticket: slow('ticket') } as never
      if (name !== 'messages' && name !== 'ideas') return downloads(name)
      await new Promise<void>((came) => {
        come[name] = came
      })
      return { [name]: slow(name) } as never
    })
    await at.openPanel('help')
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
    const all = await at.runtime.rooms()
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
    at.runtime.close()

    come.messages?.()
    await settle()

    expect(at.panel()).toBeNull()
  })
})

it('tells the loader how many replies and answers wait, once', async () => {
  at.begin()
  at.answer = () => new Response('{"count":2,"answers":1}')

  await (await at.runtime.rooms()).lookForReplies()
  await (await at.runtime.rooms()).lookForReplies()

  expect(at.test.link.memory.get('visitor:')).toMatchObject({ unread: 3, answers: 1 })
  expect(at.test.link.look).toHaveBeenCalledTimes(1)
})

it('keeps the replies of one person from the next, who is named before they are counted', async () => {
  at.begin()
  at.answer = () => {
    at.test.said.claim = { userId: 'u1' }
    return new Response('{"count":2,"answers":1}')
  }

  await (await at.runtime.rooms()).lookForReplies()

  expect(at.test.link.memory.get('visitor:u1')).toBeUndefined()
})

it('does not tell the loader of a panel that went in the moment it came', async () => {
  at.begin()
  await at.runtime.survey('srv_1', () => true)
  // As the loader does where another language was wanted while the prompt stood.
  at.test.nowOpen.mockImplementation(async (open) => {
    await undefined
    if (!open) at.runtime.stop()
  })

  await at.openPanel('help')

  expect(at.test.nowOpen).toHaveBeenLastCalledWith(undefined)
  expect(at.test.emit).not.toHaveBeenCalledWith('opened', expect.anything())
})

it('gives what somebody typed with a panel open to the person they turn out to be, and nothing older', async () => {
  const typed = { drafts: { ticket: { text: 'My export is empty' } } }
  at.begin()
  at.test.link.memory.set('visitor:', typed)
  const name = async (userId: string) => {
    at.test.said.claim = { userId }
    at.runtime.refresh()
    await new Promise((next) => setTimeout(next))
  }
  const kept = (userId: string) => at.test.link.memory.get(`visitor:${userId}`)

  await at.runtime.rooms()
  await name('early')
  expect(kept('early')).toBeUndefined()
  at.test.said.claim = {}
  await at.openPanel('ticket')
  await name('late')

  expect(at.panel()).not.toBeNull()
  expect([kept('late'), kept('')]).toEqual([typed, { drafts: {} }])
})

it('moves to the place that the host page names while it stands', async () => {
  at.begin()
  await at.openPanel('help')

  at.test.said.settings = { position: 'top-left' }
  at.runtime.refresh()

  expect(at.root().querySelector<HTMLElement>('.layer')?.dataset.at).toBe('top-left')
})
