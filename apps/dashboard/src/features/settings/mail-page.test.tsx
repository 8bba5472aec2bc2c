import type { MailState } from '@heed/contracts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { stage } from './page-on-a-stage.tsx'

let mail: MailState
let page: ReturnType<typeof stage>

beforeEach(() => {
  mail = { on: true, missing: [], from: 'ideas@acme.example', waiting: 0, failed: [] }
  page = stage(() => Response.json(mail))
})
afterEach(() => page.leave())

it('says from where mail comes, and how much waits', async () => {
  mail.waiting = 2

  await page.open('mail')

  expect(page.root.textContent).toContain('Mail is on')
  expect(page.root.textContent).toContain('It comes from ideas@acme.example. 2 mails wait to be sent.')
  expect(page.root.textContent).toContain('Every mail so far was taken')
  expect(page.root.querySelector('dl, table')).toBeNull()
})

it('says while it is off which settings of the server are missing, and what each is', async () => {
  mail = { ...mail, on: false, from: null, missing: ['HEED_SMTP_URL', 'HEED_PUBLIC_URL'] }

  await page.open('mail')

  expect(page.root.textContent).toContain('Mail is off')
  expect([...page.root.querySelectorAll('dt')].map(({ textContent }) => textContent)).toEqual([
    'HEED_SMTP_URL',
    'HEED_PUBLIC_URL',
  ])
  expect(page.root.textContent).not.toContain('Not delivered')
  expect([...page.root.querySelectorAll('dd')].every(({ textContent }) => textContent !== '')).toBe(true)
})

it('shows what was given up, with the reason', async () => {
  mail.failed = [
    {
      kind: 'idea_answer',
      address: 'gone@acme.example',
      subject: 'Planned: Export as PDF',
      attempts: 1,
      failure: '550 No such mailbox',
      createdAt: new Date().toISOString(),
    },
  ]

  await page.open('mail')

  expect(page.one('tbody tr').textContent).toContain(
    'gone@acme.examplePlanned: Export as PDF550 No such mailbox after 1 attempt',
  )
  expect(page.root.textContent).not.toContain('Every mail so far was taken')
})

it('tells those below admin that there is more to see for admins', async () => {
  mail.failed = null

  await page.open('mail', 'agent')

  expect(page.root.textContent).toContain('shown to owners and admins')
  expect(page.root.querySelectorAll('main button, table')).toHaveLength(0)
})
