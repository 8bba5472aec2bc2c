import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeIdeaAnswer } from './idea-answer.ts'
import type { MailSettings } from './mail.ts'
import { mailWordsFor } from './mail-words.ts'
import type { MailRow } from './mails.queries.ts'
import { openMailbox } from './testing-mailbox.ts'
import { openTransport, type Transport } from './transport.ts'
import { writeMail } from './write-mail.ts'

const settings: MailSettings = {
  smtpUrl: 'smtp://127.0.0.1',
  from: { name: null, address: 'ideas@heed.example' },
  publicUrl: 'https://heed.example',
}
const workspaceId = `wsp_${'0'.repeat(21)}`
const id = `mai_${'1'.repeat(21)}`
const link = `https://heed.example/mail/stop/${workspaceId}.${id}`

type Said = { locale?: string; title?: string; answer?: string; workspaceName?: string }

const mailOf = ({ locale = 'en', title = 'Export as PDF', answer = 'Next month.', workspaceName = 'Acme' }: Said) => {
  const { words, lang } = mailWordsFor(locale)
  const about = { workspaceName, appAddress: 'https://app.acme.example' }
  const row: MailRow = {
    workspaceId,
    id,
    kind: 'idea_answer',
    dedupeKey: 'one',
    personId: 'ppl_1',
    address: 'maria@acme.example',
    locale: lang,
    ...writeIdeaAnswer(words, { idea: { title, state: 'planned' }, answer }, about),
    createdAt: new Date('2026-03-02T10:00:00Z'),
    dueAt: null,
    attempts: 1,
    sentAt: null,
    failure: null,
  }
  return row
}

describe('a mail', () => {
  let mailbox: Awaited<ReturnType<typeof openMailbox>>
  let transport: Transport
  beforeAll(async () => {
    mailbox = await openMailbox()
    transport = openTransport(mailbox.url)
  })
  afterAll(async () => {
    transport.close()
    await mailbox.close()
  })
  beforeEach(() => {
    mailbox.received.length = 0
  })

  const arrive = async (said: Said = {}, over: Partial<MailSettings> = {}) => {
    await transport.send(writeMail(mailOf(said), said.workspaceName ?? 'Acme', { ...settings, ...over }))
    const [one] = mailbox.received
    if (!one) throw new Error('nothing has arrived')
    const headers = new Map(one.mail.headers.map(({ key, value }) => [key, value]))
    return { ...one, header: (name: string) => headers.get(name), names: one.mail.headers.map(({ key }) => key) }
  }

  it('says what became of the idea, in text and in HTML, and how to get no more of it', async () => {
    const { mail } = await arrive()

    expect(mail.text?.trim()).toBe(
      `You voted for this idea: “Export as PDF”.

We plan to do it.

Acme writes:

Next month.

In the app:
https://app.acme.example

--
You get this because you voted for an idea of Acme.
No more mail about ideas: ${link}`,
    )
    expect(mail.html).toContain('Next month.')
    expect(mail.html).toContain(`<a href="${link}">No more mail about ideas</a>`)
    expect(mail.html).toContain('<a href="https://app.acme.example">')
  })

  it('is stopped by one press, is marked as written by a machine, and is the same one when it is sent again', async () => {
    const { header, mail } = await arrive()

    expect(header('list-unsubscribe')).toBe(`<${link}>`)
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(header('auto-submitted')).toBe('auto-generated')
    expect(header('x-mailer')).toBeUndefined()
    expect(mail.messageId).toMatch(/^<[0-9a-f]{32}@heed\.example>$/)
    expect(mail.messageId).toBe(writeMail(mailOf({}), 'Acme', settings).messageId)
  })

  it('offers no press without a page over plain http', async () => {
    const { header } = await arrive({}, { publicUrl: 'http://heed.example' })

    expect(header('list-unsubscribe')).toContain('http://heed.example')
    expect(header('list-unsubscribe-post')).toBeUndefined()
  })

  it('bears the name of its sender, else that of the workspace', async () => {
    const { mail } = await arrive({ workspaceName: 'Acme, “Billing” <x@evil.example>' })
    mailbox.received.length = 0
    const named = await arrive({}, { from: { name: 'Feedback', address: 'ideas@heed.example' } })

    expect(mail.from).toEqual({ name: 'Acme, “Billing” <x@evil.example>', address: 'ideas@heed.example' })
    expect(named.mail.from).toEqual({ name: 'Feedback', address: 'ideas@heed.example' })
  })

  it.each(['ar', 'he-IL'])('runs from right to left in %s', async (locale) => {
    const { mail, header } = await arrive({ locale })
    const { words } = mailWordsFor(locale)

    expect(mail.subject).toBe(`${words.states.planned}: Export as PDF`)
    expect(header('content-language')).toBe(locale)
    expect(mail.html).toContain(`<html lang="${locale}" dir="rtl">`)
    expect(mail.html).toContain(words.stop)
    expect(mail.text).toContain(words.become.planned)
  })

  it.each(['\r\n', '\n', '\r', '\u2028', '\u0085', '\u0000', '\v'])(
    'has no header more where a name or title has a break in it: %j',
    async (end) => {
      const usual = (await arrive()).names
      mailbox.received.length = 0
      const evil = `x${end}Bcc: mallory@evil.example${end}${end}<b>y</b>`

      const { to, names, mail, raw } = await arrive({ title: evil, workspaceName: evil })

      expect(to).toEqual(['maria@acme.example'])
      expect(names).toEqual(usual)
      expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im)
      expect(mail.from?.address).toBe('ideas@heed.example')
      expect(mail.subject).not.toMatch(/[\r\n]/)
    },
  )

  it('shows as text whatever was written', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'&</p><script>alert(2)</script>'
    const { mail } = await arrive({ title: evil, answer: `${evil}\njavascript:alert(3)`, workspaceName: evil })

    expect(mail.html).not.toMatch(/<(img|script)/i)
    expect(mail.html).not.toContain('href="javascript')
    expect(mail.text).toContain(evil)
  })

  it('fills in what looks like a hole of ours as it is', async () => {
    const { mail } = await arrive({ title: '{workspace} $& $1', workspaceName: '{idea} $&' })

    expect(mail.text).toContain('“{workspace} $& $1”')
    expect(mail.text).toContain('{idea} $& writes:')
  })
})
