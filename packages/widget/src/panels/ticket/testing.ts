import type { Suggestion } from '@heed/contracts'
import { afterEach, beforeEach, vi } from 'vitest'
import type { Room } from '../../runtime/room.ts'
import type { testRoom } from '../../runtime/testing.ts'
import { article, hands } from '../../ui/testing.ts'
import { mount } from './ticket.ts'

/** The form of somebody who has typed nothing yet; afresh for each test of the file. */
export function ticketPanel() {
  const panel = {
    place: document.createElement('div'),
    asked: [] as { path: string; body: unknown }[],
    unmount() {},
  }

  beforeEach(() => {
    vi.useFakeTimers()
    panel.asked = []
    panel.place = document.createElement('div')
    document.body.append(panel.place)
  })
  afterEach(() => {
    panel.unmount()
    panel.place.remove()
    vi.useRealTimers()
  })

  return {
    panel,
    ...hands(() => panel.place),
    /** A server that suggests this once something is typed, and nothing before. */
    suggesting: (...items: Suggestion[]) =>
      (async (path: string, body?: Record<string, unknown>) => {
        if (path === 'suggestions' && !body?.text) return { kind: 'ok', value: { items: [] } }
        panel.asked.push({ path, body })
        return { kind: 'ok', value: path === 'suggestions' ? { items } : article }
      }) as Room['ask'],
    shown(test: ReturnType<typeof testRoom>) {
      panel.unmount = mount(panel.place, test.room)
      return test
    },
    alarms: () => [...panel.place.querySelectorAll('[role=alert]')].flatMap(({ textContent }) => textContent || []),
  }
}
