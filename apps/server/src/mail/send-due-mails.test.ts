import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeOnBothStores } from '../testing/heed.ts'
import { findMail, type MailRow } from './mails.queries.ts'
import { mostAttempts, sendDueMails } from './send-due-mails.ts'
import { openMailbox } from './testing-mailbox.ts'
import { readersOf } from './testing-readers.ts'
import { openTransport, SendFailure, type Transport } from './transport.ts'

describeOnBothStores('sending mail', (heed) => {
  let mailbox: Awaited<ReturnType<typeof openMailbox>>
  let transports: Transport[] = []
  const open = (url = mailbox.url) => {
    const transport = openTransport(url)
    transports.push(transport)
    return transport
  }
  const send = (transport = open()) => sendDueMails(heed.deps, transport)

  beforeAll(async () => {
    mailbox = await openMailbox()
  })
  afterAll(() => mailbox.close())
  beforeEach(() => {
    mailbox.refusal = undefined
    mailbox.received.length = 0
  })
  afterEach(async () => {
    for (const transport of transports) transport.close()
    transports = []
    await withdrawAll()
  })

  const listMails = () => heed.store.read.db.select().from(heed.store.read.tables.mails)
  /** What one test left must not be due in the next. */
  const withdrawAll = () =>
    heed.store.write(async ({ db, tables }) => {
      await db.delete(tables.mails)
    })
  const only = async (): Promise<MailRow> => {
    const [mail, ...more] = await listMails()
    if (!mail || more.length > 0) throw new Error(`there is not one mail, but ${more.length}`)
    return mail
  }

  it('hands it over once, to its reader alone, and keeps no words of it', async () => {
    const { person, queue, planned } = await readersOf(heed, mailbox.url)
    const maria = await person({ name: 'Maria', email: 'maria@acme.example' })
    await queue(planned(), [maria])

    await send()
    await send()

    expect(mailbox.received).toHaveLength(1)
    expect(mailbox.received[0]).toMatchObject({
      from: 'ideas@heed.example',
      to: ['maria@acme.example'],
      mail: {
        from: { name: 'Acme Billing', address: 'ideas@heed.example' },
        to: [{ address: 'maria@acme.example' }],
        subject: 'Planned: Export as PDF',
      },
    })
    expect(await only()).toMatchObject({
      sentAt: heed.clock.now(),
      dueAt: null,
      attempts: 1,
      failure: null,
      body: '',
    })
  })

  it('sends each once where two processes compete for them', async () => {
    const { person, queue, planned } = await readersOf(heed, mailbox.url)
    const people = await Promise.all(Array.from({ length: 24 }, () => person()))
    await queue(planned(), people)

    await Promise.all([send(open()), send(open()), send(open())])
    await send()

    expect(mailbox.received.flatMap(({ to }) => to).sort()).toEqual(people.map(({ email }) => email).sort())
    expect((await listMails()).map(({ attempts }) => attempts)).toEqual(people.map(() => 1))
  })

  it('tries again after a minute, two, four where the server asks for patience', async () => {
    const { person, queue, planned } = await readersOf(heed, mailbox.url)
    await queue(planned(), [await person()])
    mailbox.refusal = { at: 'to', code: 450, text: 'Greylisted' }

    await send()
    expect(await only()).toMatchObject({ attempts: 1, failure: '450 Greylisted' })
    heed.clock.advance('59s')
    await send()
    expect(await only()).toMatchObject({ attempts: 1 })
    heed.clock.advance('1s')
    await send()
    expect(await only()).toMatchObject({ attempts: 2 })
    mailbox.refusal = undefined
    heed.clock.advance('119s')
    await send()
    expect(mailbox.received).toEqual([])
    heed.clock.advance('1s')
    await send()

    expect(mailbox.received).toHaveLength(1)
    expect(await only()).toMatchObject({ attempts: 3, failure: null, dueAt: null })
  })

  it('leaves the rest alone while the server cannot be reached, and sends all once it can', async () => {
    const gone = await openMailbox()
    await gone.close()
    const { person, queue, planned } = await readersOf(heed, gone.url)
    const people = await Promise.all(Array.from({ length: 12 }, () => person()))
    await queue(planned(), people)

    await send(open(gone.url))

    const tried = (await listMails()).filter(({ attempts }) => attempts > 0)
    expect(tried).toHaveLength(5)
    expect(tried[0]?.failure).toContain('ECONNREFUSED')
    heed.clock.advance('1m')
    await send()
    expect(mailbox.received).toHaveLength(12)
  })

  it.each([
    ['who is not there', { at: 'to' as const, code: 550, text: 'No such mailbox' }],
    ['who is not there, by its enhanced code', { at: 'to' as const, code: 550, text: '5.1.1 User unknown 5.7.1' }],
    ['whose mailbox is full', { at: 'data' as const, code: 552, text: '5.2.2 Over quota' }],
    ['with words it does not like', { at: 'data' as const, code: 554, text: 'Looks like spam' }],
  ])('gives up a mail %s at once, and keeps the reason', async (_, refusal) => {
    const { person, queue, planned } = await readersOf(heed, mailbox.url)
    await queue(planned(), [await person()])
    mailbox.refusal = refusal

    await send()
    mailbox.refusal = undefined
    heed.clock.advance('1d')
    await send()

    expect(mailbox.received).toEqual([])
    expect(await only()).toMatchObject({
      attempts: 1,
      dueAt: null,
      sentAt: null,
      failure: `${refusal.code} ${refusal.text}`,
    })
  })

  it('loses no mail by a sender that the server refuses: the settings are at fault, and can be put right', async () => {
    const { person, queue, planned } = await readersOf(heed, mailbox.url)
    await queue(planned(), [await person()])
    mailbox.refusal = { at: 'from', code: 553, text: 'Not your address' }

    await send()

    expect(await only()).toMatchObject({
      failure: expect.stringContaining('553 Not your address'),
      dueAt: expect.any(Date),
    })
  })

  it.each([
    ['relay', { at: 'to' as const, code: 554, text: '5.7.1 <maria@acme.example>: Relay access denied' }],
    ['take unsigned mail', { at: 'data' as const, code: 550, text: '5.7.26 This mail is unauthenticated' }],
  ])('loses no mail by a server that does not want to %s: the settings are at fault', async (_, refusal) => {
    const { person, queue, planned } = await readersOf(heed, mailbox.url)
    await queue(planned(), [await person()])
    mailbox.refusal = refusal

    await send()
    expect(await only()).toMatchObject({ attempts: 1, failure: expect.stringContaining(refusal.text) })
    mailbox.refusal = undefined
    heed.clock.advance('1m')
    await send()

    expect(mailbox.received).toHaveLength(1)
  })

  it('gives up after three days of trying', async () => {
    const { person, queue, planned } = await readersOf(heed, mailbox.url)
    await queue(planned(), [await person()])
    const since = heed.clock.now().getTime()
    const refusing: Transport = {
      send: async () => {
        throw new SendFailure('now', '451 Not today', undefined)
      },
      close: () => {},
    }

    for (let hours = 0; hours < 24 * 7 && (await only()).dueAt !== null; hours++) {
      await send(refusing)
      heed.clock.advance('1h')
    }

    expect(await only()).toMatchObject({ attempts: mostAttempts, failure: '451 Not today', dueAt: null })
    const days = (heed.clock.now().getTime() - since) / 86_400_000
    expect(days).toBeGreaterThan(2.5)
    expect(days).toBeLessThan(4)
  })

  it('sends it again, as the same one, where a process died before it noted the first', async () => {
    const { person, queue, planned } = await readersOf(heed, mailbox.url)
    await queue(planned(), [await person()])
    const transport = open()
    const dying: Transport = {
      ...transport,
      send: async (mail) => {
        await transport.send(mail)
        throw new Error('killed')
      },
    }

    await expect(send(dying)).rejects.toThrow('killed')
    heed.clock.advance('4m')
    await send()
    expect(mailbox.received).toHaveLength(1)
    heed.clock.advance('1m')
    await send()

    const [first, second] = mailbox.received.map(({ mail }) => mail.messageId)
    expect(mailbox.received).toHaveLength(2)
    expect(second).toBe(first)
  })

  it('does not bring back what was taken back while it was on its way', async () => {
    const { person, queue, planned } = await readersOf(heed, mailbox.url)
    await queue(planned(), [await person()])
    const { workspaceId, id } = await only()
    const slow: Transport = {
      send: async () => {
        await heed.app.inject({ method: 'POST', url: `/mail/stop/${workspaceId}.${id}` })
        throw new SendFailure('now', '451 Later', undefined)
      },
      close: () => {},
    }

    await send(slow)

    expect(await findMail(heed.store.read, { workspaceId, id })).toMatchObject({ dueAt: null, failure: null })
  })

  it('gives no password to another machine that offers no TLS', async () => {
    const { person, queue, planned } = await readersOf(heed)
    await queue(planned(), [await person()])
    const here = open(`smtp://heed:secret@127.0.0.1:${mailbox.port}`)
    // No name of this machine that we know, though it leads here.
    const elsewhere = open(`smtp://heed:secret@127.1:${mailbox.port}`)

    await send(elsewhere)
    expect(await only()).toMatchObject({ failure: expect.stringContaining('STARTTLS'), dueAt: expect.any(Date) })
    expect(mailbox.signedIn).toEqual([])
    heed.clock.advance('1m')
    await send(here)

    expect(mailbox.signedIn).toEqual(['heed'])
    expect(mailbox.received).toHaveLength(1)
  })
})
