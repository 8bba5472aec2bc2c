import type { PersonTicketList, TicketDetail } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { openedTicket, png } from './testing-attachments.ts'

const pdf = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n')
const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

describeOnBothStores('a file with a ticket', (heed) => {
  it('stands with its message, for its person and for members', async () => {
    const { ada, maria, ticketId, attach } = await openedTicket(heed)
    const messageId = heed.deps.newId('message')
    heed.clock.advance('1m')
    await maria.put(`/tickets/${ticketId}/messages/${messageId}`, { body: 'This one too' })
    const first = await attach(png)
    heed.clock.advance('1s')
    const second = await attach(pdf, { type: 'application/pdf', name: 'Rechnung März.pdf', messageId })

    const picture = { id: first.id, name: 'export.png', type: 'image/png', sizeBytes: png.length }
    const bill = { id: second.id, name: 'Rechnung März.pdf', type: 'application/pdf', sizeBytes: pdf.length }
    const { body } = await ada.get<TicketDetail>(`/tickets/${ticketId}`)
    expect(body.messages.map(({ attachments }) => attachments)).toEqual([[picture], [bill]])
    const own = (await maria.get<PersonTicketList>('/tickets')).body.items[0]
    expect(own?.messages.map(({ attachments }) => attachments)).toEqual([[picture], [bill]])
  })

  it('is read back byte for byte, and never as a page', async () => {
    const { attach, read } = await openedTicket(heed)
    const picture = await attach(png, { name: 'Büro "1" (neu).png' })
    const text = await attach(Buffer.from('grüße\n'), { type: 'text/plain;charset=UTF-8', name: 'fix.bat' })

    const replies = [await read(picture.id), await read(text.id)]

    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(replies[0]?.rawPayload.equals(png)).toBe(true)
    expect(replies[1]?.rawPayload.toString()).toBe('grüße\n')
    expect(replies[0]?.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': "inline; filename*=UTF-8''B%C3%BCro%20%221%22%20%28neu%29.png",
      'cache-control': 'no-store',
    })
    expect(replies[1]?.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': "attachment; filename*=UTF-8''fix.bat.txt",
    })
    for (const { headers } of replies) {
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'")
    }
  })

  it('is read by a member, and kept by no cache that others share', async () => {
    const { ada, email, at, attach } = await openedTicket(heed)
    const { id } = await attach(png)
    const signedIn = await heed.call({
      method: 'POST',
      url: '/api/session',
      json: { email, password: 'a long password' },
      remoteAddress: '10.1.0.1',
    })
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''

    const reply = await heed.app.inject({ method: 'GET', url: `/api${at(id)}`, headers: { cookie } })
    const none = await ada.get(at(heed.deps.newId('attachment')))
    const stranger = await heed.app.inject({ method: 'GET', url: `/api${at(id)}` })

    expect(reply.rawPayload.equals(png)).toBe(true)
    expect(reply.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'private, max-age=3600',
      'content-security-policy': "sandbox; default-src 'none'",
    })
    expect(none.problem.code).toBe('attachment_not_found')
    expect(stranger.statusCode).toBe(401)
  })

  it('has the type of its bytes, whatever is claimed', async () => {
    const { attach, listed } = await openedTicket(heed)

    const replies = [await attach(png, { type: 'text/plain' }), await attach(pdf, { type: 'image/png' })]

    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    expect((await listed()).map(({ type }) => type).sort()).toEqual(['application/pdf', 'image/png'])
  })

  it.each([
    ['text called a picture', Buffer.from('not a picture'), 'image/png'],
    ['a page called a picture', Buffer.from('<!doctype html><script>alert(1)</script>'), 'image/gif'],
    ['a drawing called a picture', svg, 'image/png'],
    ['a drawing by its own name', svg, 'image/svg+xml'],
    ['JSON', Buffer.from('{"a":1}'), 'application/json'],
    ['a form', Buffer.from('a=1'), 'multipart/form-data; boundary=x'],
    ['no type', png, undefined],
  ])('is refused: %s', async (_what, bytes, type) => {
    const { attach, listed } = await openedTicket(heed)

    expect(await attach(bytes, { type })).toMatchObject({ status: 415, code: 'attachment_type' })

    expect(await listed()).toEqual([])
  })
})
