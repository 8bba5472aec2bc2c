import type { Notice, NoticeList } from '@heed/contracts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { called, focused, openPage, press, stroke } from '../segments/testing.tsx'
import { memberOf, workspace } from '../surveys/testing.tsx'
import { Bell } from './bell.tsx'
import { noticeInWords } from './notice-words.ts'

const noticeOf = (given: Partial<Notice> = {}): Notice => ({
  id: 'ntc_1',
  kind: 'low_score',
  surveyId: 'srv_1',
  surveyName: 'How likely',
  responseId: 'rsp_1',
  ticketId: 'tkt_1',
  facts: { personName: 'Maria', score: 3, spendMinor: 120_000 },
  read: false,
  createdAt: '2026-03-05T10:00:00.000Z',
  ...given,
})

let close = () => {}
afterEach(() => close())

const open = async (list: NoticeList, role: 'agent' | 'viewer' = 'agent') => {
  const sent: string[] = []
  vi.stubGlobal('fetch', async (_input: string, init: RequestInit) => {
    if (init.method !== 'PUT') return Response.json(list)
    sent.push(String(init.body))
    return Response.json({ items: list.items.map((notice) => ({ ...notice, read: true })), unread: 0 })
  })
  const page = await openPage('/', <Bell workspace={workspace} member={memberOf(role)} />)
  close = page.close
  await vi.waitFor(() => expect(called(/^Notices/).getAttribute('aria-label')).toContain(`${list.unread || 'Notices'}`))
  return { root: page.root, sent }
}

describe('the bell', () => {
  it('counts what is new, and opens the answer and the ticket', async () => {
    await open({ items: [noticeOf()], unread: 1 })
    expect(called(/^Notices, 1/).textContent).toBe('1')

    await press(/^Notices/)

    expect(called('Maria, $1,200 a month, scored 3').getAttribute('href')).toBe('/responses/rsp_1')
    expect(called('Open the ticket').getAttribute('href')).toBe('/tickets/tkt_1')
  })

  it('marks what was shown as read for the team, and still shows what was new', async () => {
    const { root, sent } = await open({ items: [noticeOf(), noticeOf({ id: 'ntc_0', read: true })], unread: 1 })

    await press(/^Notices/)

    await vi.waitFor(() => expect(called('Notices').querySelector('.bell-count')).toBeNull())
    expect(sent).toEqual(['{"until":"2026-03-05T10:00:00.000Z"}'])
    expect(root.querySelectorAll('[data-new="true"]')).toHaveLength(1)
  })

  it('marks nothing for who may only look', async () => {
    const { sent } = await open({ items: [noticeOf()], unread: 1 }, 'viewer')

    await press(/^Notices/)

    expect(sent).toEqual([])
  })

  it('is worked by keyboard, and Escape gives the focus back', async () => {
    await open({ items: [noticeOf()], unread: 1 })
    called(/^Notices/).focus()
    await press(/^Notices/)

    await stroke('ArrowDown')
    expect(focused()).toBe('Maria, $1,200 a month, scored 3')
    await stroke('Escape')

    expect(focused()).toMatch(/^Notices/)
    expect(document.querySelector('.bell-panel')).toBeNull()
  })
})

describe('a notice in words', () => {
  it.each([
    [noticeOf({ facts: { score: 2 } }), 'Somebody scored 2'],
    [noticeOf({ kind: 'drop', facts: { before: 31.4, now: -2.2 } }), 'How likely fell from 31 to −2, more than chance'],
    [noticeOf({ kind: 'survey_ended', facts: { answers: 200 } }), 'How likely has ended with 200 answers'],
  ])('says who or what it is about', (notice, said) => {
    expect(noticeInWords(notice, 'USD')).toBe(said)
  })
})
