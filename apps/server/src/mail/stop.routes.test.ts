import { expect, it } from 'vitest'
import { describeOnBothStores } from '../testing/heed.ts'
import { listStopped } from './mails.queries.ts'
import { readersOf } from './testing-readers.ts'

describeOnBothStores('the link that stops mail', (heed) => {
  const mailed = async (locale = 'en') => {
    const made = await readersOf(heed)
    const maria = await made.person({ locale })
    await made.queue(made.planned(), [maria])
    const { db, tables } = heed.store.read
    const mails = async () => (await db.select().from(tables.mails)).filter((mail) => mail.personId === maria.id)
    const [mail] = await mails()
    if (!mail) throw new Error('there is no mail')
    return {
      ...made,
      maria,
      mails,
      url: `/mail/stop/${mail.workspaceId}.${mail.id}`,
      isStopped: async () =>
        (await listStopped(heed.store.read, made.workspaceId, 'idea_answer', [maria.id])).has(maria.id),
    }
  }
  const open = (url: string, headers: Record<string, string> = {}) => heed.app.inject({ url, headers })
  const press = (url: string, payload?: string, headers: Record<string, string> = {}) =>
    heed.app.inject({ method: 'POST', url, headers, ...(payload !== undefined && { payload }) })

  it.each(['GET', 'HEAD'] as const)('changes nothing when a program follows it by %s', async (method) => {
    const { url, isStopped, mails } = await mailed()

    const reply = await heed.app.inject({ method, url })

    expect(reply.statusCode).toBe(200)
    expect(await isStopped()).toBe(false)
    expect((await mails())[0]?.dueAt).not.toBeNull()
  })

  it('asks in the language of the mail, in its direction, and lets nobody keep or frame the page', async () => {
    const { url, maria } = await mailed('ar')

    const { body, headers } = await open(url)

    expect(body).toContain('<html lang="ar" dir="rtl">')
    expect(body).toContain('<form method="post">')
    expect(body).toContain(maria.email)
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    })
  })

  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  it.each([
    ['the button', '', { ...form, 'sec-fetch-site': 'same-origin' }],
    ['a mail program', 'List-Unsubscribe=One-Click', { ...form, 'sec-fetch-site': 'cross-site' }],
    ['a mail program that sends parts', '--x--', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a mail program that sends nothing', undefined, {}],
    ['one that sends text', 'stop', { 'content-type': 'text/plain' }],
    ['one that sends broken JSON', '{"stop":', { 'content-type': 'application/json' }],
    ['one that sends a type nobody knows', 'x', { 'content-type': 'nonsense' }],
    ['one that does not say what it sends', 'x', {}],
    ['one that sends much', 'x'.repeat(2_000_000), form],
  ])('stops what waits and what will come, pressed by %s', async (_, payload, headers) => {
    const { url, isStopped, mails, queue, planned, maria } = await mailed()

    const { statusCode, body } = await press(url, payload, headers)

    expect(statusCode).toBe(200)
    expect(body).toContain('These mails are stopped')
    expect(await isStopped()).toBe(true)
    expect(await queue(planned(), [maria])).toBe(0)
    expect(await mails()).toMatchObject([{ dueAt: null, sentAt: null, failure: null }])
    expect((await press(url, payload, headers)).statusCode).toBe(200)
  })

  it('stops it for its reader alone', async () => {
    const { url, queue, planned, person } = await mailed()

    await press(url)

    expect(await queue(planned(), [await person()])).toBe(1)
  })

  it.each(['x', `wsp_${'0'.repeat(21)}.mai_${'0'.repeat(21)}`, `wsp_${'0'.repeat(21)}`, '..%2f..'])(
    'leads nowhere when it is %s, in the language of the browser',
    async (token) => {
      const { statusCode, body } = await open(`/mail/stop/${token}`, { 'accept-language': 'fr-CH, de;q=0.5' })

      expect(statusCode).toBe(404)
      expect(body).toContain('<html lang="fr" dir="ltr">')
      expect((await press(`/mail/stop/${token}`)).statusCode).toBe(404)
    },
  )

  it('does not lead from one workspace into another', async () => {
    const here = await mailed()
    const there = await mailed()
    const [mail] = await here.mails()

    const { statusCode } = await press(`/mail/stop/${there.workspaceId}.${mail?.id}`)

    expect(statusCode).toBe(404)
    expect(await here.isStopped()).toBe(false)
  })

  it('has a stylesheet that a browser may keep', async () => {
    const { url } = await mailed()
    const [, address = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec((await open(url)).body) ?? []

    const { statusCode, headers } = await open(address)

    expect(statusCode).toBe(200)
    expect(headers['content-type']).toContain('text/css')
    expect(headers['cache-control']).toBe('public, max-age=31536000')
  })
})
