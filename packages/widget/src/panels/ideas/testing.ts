import type { BoardIdea } from '@heed/contracts'
import { afterEach, beforeEach, vi } from 'vitest'
import type { Room } from '../../runtime/room.ts'
import { testRoom } from '../../runtime/testing.ts'
import { hands } from '../../ui/testing.ts'
import { mount } from './ideas.ts'

export const idea = (id: string, title: string, more: Partial<BoardIdea> = {}): BoardIdea => ({
  id,
  title,
  body: null,
  state: 'open',
  votes: 0,
  voted: false,
  answer: null,
  createdAt: '2026-03-01T09:00:00Z',
  ...more,
})

/** A board of four ideas; afresh for each test of the file. */
export function ideasPanel() {
  const panel = { place: document.createElement('div'), ideas: [] as BoardIdea[], asked: [] as string[], unmount() {} }
  const person = hands(() => panel.place)
  const answering = (async (path: string) => {
    panel.asked.push(path)
    return { kind: 'ok', value: { items: structuredClone(panel.ideas) } }
  }) as Room['ask']

  beforeEach(() => {
    vi.useFakeTimers()
    panel.asked = []
    panel.ideas = [
      idea('ida_1', 'Dark mode', { votes: 12, body: 'White hurts at night.', state: 'in_progress' }),
      idea('ida_2', 'Export as CSV', { votes: 1, voted: true, state: 'planned' }),
      idea('ida_3', 'Apple Pay', { state: 'shipped' }),
      idea('ida_4', 'Paper statements', { state: 'closed' }),
    ]
    panel.place = document.createElement('div')
    document.body.append(panel.place)
  })
  afterEach(() => {
    panel.unmount()
    panel.place.remove()
    vi.useRealTimers()
  })

  const open = async (room: Room) => {
    panel.unmount = mount(panel.place, room)
    await person.settle(100)
  }
  return {
    panel,
    ...person,
    open,
    async shown(answers: Partial<Omit<Room, 'texts'>> = {}) {
      const test = testRoom({ ask: answering, ...answers })
      await open(test.room)
      return test
    },
    pressed: (words: string) => person.button(words).getAttribute('aria-pressed'),
    alarm: () => panel.place.querySelector('[role=alert]')?.textContent,
  }
}
