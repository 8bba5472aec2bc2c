import type { MemberItem } from '@heed/contracts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Asked, stage } from './page-on-a-stage.tsx'

let page: ReturnType<typeof stage>
let answer: (asked: Asked) => Response

const member = (id: string, name: string, role: MemberItem['role'], more: Partial<MemberItem> = {}): MemberItem => ({
  id,
  name,
  email: `${name.toLowerCase()}@example.com`,
  role,
  createdAt: '2026-03-01T10:00:00.000Z',
  invited: false,
  lastSeenAt: null,
  ...more,
})
const members = [
  member('mem_1', 'Ada', 'admin'),
  member('mem_2', 'Olu', 'owner'),
  member('mem_3', 'Vi', 'viewer', { invited: true }),
]
const problem = (status: number, code: string) =>
  Response.json({ type: `urn:heed:problem:${code}`, title: code, status, code }, { status })

beforeEach(() => {
  answer = () => new Response(null, { status: 204 })
  page = stage((asked) => (asked.method === 'GET' ? Response.json({ items: members }) : answer(asked)))
})
afterEach(() => page.leave())

const rowOf = (name: string) => page.one('tbody tr', new RegExp(`^${name}`))

it('invites by a link that is shown once, and leads to a password', async () => {
  answer = () =>
    Response.json(
      { linkToken: 'a-token', expiresAt: '2026-03-08T10:00:00.000Z', member: member('mem_4', 'Nia', 'agent') },
      { status: 201 },
    )
  await page.open('members')

  await page.type('[name=name]', ' Nia ')
  await page.type('[name=email]', 'nia@example.com')
  await page.press('Make an invitation')

  const link = () => page.one<HTMLInputElement>('.secret input').value
  await vi.waitFor(() => expect(link()).toBe(`${location.origin}/sign-in?next=%2Fsettings%2Fprofile#link=a-token`))
  expect(page.changes()).toMatchObject([{ body: { name: 'Nia', email: 'nia@example.com', role: 'agent' } }])
  await page.press('I have sent it')
  expect(page.root.querySelector('.secret')).toBeNull()
})

it('says beside the field what is wrong with an invitation', async () => {
  answer = () => problem(409, 'email_taken')
  await page.open('members')

  await page.press('Make an invitation')
  expect([...page.root.querySelectorAll('.field-error')].map(({ textContent }) => textContent)).toEqual([
    'Write their name.',
    'Write an e-mail address, such as ida@example.com.',
  ])
  await page.type('[name=name]', 'Nia')
  await page.type('[name=email]', 'ada@example.com')
  await page.press('Make an invitation')

  await vi.waitFor(() => expect(page.one('.field-error').textContent).toMatch(/has this address already/))
  expect(document.activeElement).toBe(page.one('[name=email]'))
})

it('lets an admin change neither owners nor themselves', async () => {
  await page.open('members')

  const can = ['Ada', 'Olu', 'Vi'].map((name) => rowOf(name).querySelector('select, button') !== null)
  expect(can).toEqual([false, false, true])
  const roles = [...rowOf('Vi').querySelectorAll('option')].map(({ value }) => value)
  expect(roles).toEqual(['admin', 'agent', 'viewer'])
  expect(rowOf('Vi').textContent).toContain('Invited')
})

it('gives another role, and says when it cannot be', async () => {
  await page.open('members')

  await page.choose('[aria-label="Role of Vi"]', 'agent')
  await vi.waitFor(() => expect(page.one('[role=status]').textContent).toBe('Vi is Agent now.'))
  answer = () => problem(409, 'last_owner')
  await page.choose('[aria-label="Role of Vi"]', 'admin')

  await vi.waitFor(() => expect(page.one('[role=status]').textContent).toMatch(/^Somebody must own the workspace/))
})

it('asks before a member is removed', async () => {
  await page.open('members')

  await page.one<HTMLButtonElement>('[aria-label="Remove Vi"]').click()
  await vi.waitFor(() => expect(page.root.textContent).toContain('Their name stays on what they wrote.'))
  expect(page.changes()).toEqual([])
  await page.painted()
  await page.one<HTMLButtonElement>('.confirm-actions [data-look=main]').click()

  await vi.waitFor(() => expect(page.one('[role=status]').textContent).toBe('Vi is removed.'))
  await vi.waitFor(() => expect(page.changes()).toMatchObject([{ method: 'DELETE', path: '/api/members/mem_3' }]))
})
