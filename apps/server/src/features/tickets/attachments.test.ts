import type { PersonTicket, PersonTicketList, Problem, TicketDetail } from '@heed/contracts'
import { longestAttachmentBytes, mostAttachments } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const pdf = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n')
const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

describeOnBothStores('a file with a ticket', (heed) => {
  type Sent = { type?: string | undefined; name?: string; messageId?: string; key?: string; token?: string }

  const opened = async () => {
    const workspace = await heed.workspace()
    const maria = workspace.visitor()
    const ticketId = heed.deps.newId('ticket')
    const messageId = heed.deps.newId('message')
    await maria.put<PersonTicket>(`/tickets/${ticketId}`, { messageId, body: 'The export is empty' })
    const at = (attachmentId: string) => `/tickets/${ticketId}/attachments/${attachmentId}`
    const attach = async (bytes: Buffer, sent: Sent = {}, attachmentId = heed.deps.newId('attachment')) => {
      const reply = await heed.app.inject({
        method: 'PUT',
        url: `/w/${sent.key ?? workspace.keys.publishable}${at(attachmentId)}`,
        query: { messageId: sent.messageId ?? messageId, name: sent.name ?? 'export.png' },
        headers: {
          'x-heed-visitor': sent.token ?? maria.token,
          ...('type' in sent && sent.type === undefined ? {} : { 'content-type': sent.type ?? 'image/png' }),
        },
        payload: bytes,
      })
      const body = reply.json<{ id: string } & Problem>()
      return { status: reply.statusCode, id: body.id, code: body.code }
    }
    const read = (attachmentId: string, token = maria.token) =>
      heed.app.inject({
        method: 'GET',
        url: `/w/${workspace.keys.publishable}${at(attachmentId)}`,
        headers: { 'x-heed-visitor': token },
      })
    const listed = async () =>
      (await maria.get<PersonTicketList>('/tickets')).body.items[0]?.messages[0]?.attachments ?? []
    return { ...workspace, maria, ticketId, messageId, at, attach, read, listed }
  }

  it('stands with its message, for its person and for members', async () => {
    const { ada, maria, ticketId, attach } = await opened()
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
    const { attach, read } = await opened()
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
    const { ada, email, at, attach } = await opened()
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
    const { attach, listed } = await opened()

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
    const { attach, listed } = await opened()

    expect(await attach(bytes, { type })).toMatchObject({ status: 415, code: 'attachment_type' })

    expect(await listed()).toEqual([])
  })

  it('may have five megabytes, not a byte more, and not none', async () => {
    const { attach, read, listed } = await opened()
    const sized = (bytes: number) => Buffer.concat([png, Buffer.alloc(bytes - png.length, 1)])

    const longest = await attach(sized(longestAttachmentBytes))
    const longer = await attach(sized(longestAttachmentBytes + 1))
    const empty = await attach(Buffer.alloc(0), { type: 'text/plain' })

    expect(longest.status).toBe(200)
    expect((await read(longest.id)).rawPayload).toHaveLength(longestAttachmentBytes)
    expect(longer).toMatchObject({ status: 413, code: 'too_large' })
    expect(empty).toMatchObject({ status: 400, code: 'invalid_input' })
    expect(await listed()).toHaveLength(1)
  })

  it('is one of five at a message, also when all come at once', async () => {
    const { attach, listed } = await opened()

    const sent = await Promise.all(Array.from({ length: mostAttachments + 2 }, () => attach(png)))

    expect(sent.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 409, 409])
    expect(sent.find(({ status }) => status === 409)?.code).toBe('too_many_attachments')
    expect(await listed()).toHaveLength(mostAttachments)
  })

  it('is one file when sent twice, also as the last of five', async () => {
    const { attach, listed, messageId } = await opened()
    for (let i = 1; i < mostAttachments; i++) await attach(png)
    const id = heed.deps.newId('attachment')

    const both = await Promise.all([attach(png, { messageId }, id), attach(png, { messageId }, id)])
    const again = await attach(pdf, { messageId, type: 'application/pdf', name: 'other.pdf' }, id)

    expect([...both, again].map((reply) => [reply.status, reply.id])).toEqual(Array(3).fill([200, id]))
    expect(await listed()).toHaveLength(mostAttachments)
    expect((await listed()).find((file) => file.id === id)).toMatchObject({ name: 'export.png', type: 'image/png' })
  })

  it('keeps its id for itself', async () => {
    const { visitor, maria, ticketId, keys, attach, listed } = await opened()
    const { id } = await attach(png)
    const next = heed.deps.newId('message')
    heed.clock.advance('1m')
    await maria.put(`/tickets/${ticketId}/messages/${next}`, { body: 'And this' })
    const other = visitor()
    const theirs = { ticketId: heed.deps.newId('ticket'), messageId: heed.deps.newId('message') }
    await other.put(`/tickets/${theirs.ticketId}`, { messageId: theirs.messageId, body: 'Mine' })

    const elsewhere = await attach(png, { messageId: next }, id)
    const taken = await heed.app.inject({
      method: 'PUT',
      url: `/w/${keys.publishable}/tickets/${theirs.ticketId}/attachments/${id}`,
      query: { messageId: theirs.messageId, name: 'mine.png' },
      headers: { 'x-heed-visitor': other.token, 'content-type': 'image/png' },
      payload: png,
    })

    expect(elsewhere).toMatchObject({ status: 409, code: 'id_taken' })
    expect(taken.json<Problem>()).toMatchObject({ status: 409, code: 'id_taken' })
    expect(await listed()).toHaveLength(1)
  })

  it('goes with the person’s own words only', async () => {
    const { ada, ticketId, attach } = await opened()
    const { body: reply } = await ada.send<{ id: string }>('POST', `/tickets/${ticketId}/messages`, { body: 'Which?' })

    const atReply = await attach(png, { messageId: reply.id })
    const atNothing = await attach(png, { messageId: heed.deps.newId('message') })

    expect(atReply).toMatchObject({ status: 404, code: 'message_not_found' })
    expect(atNothing).toMatchObject({ status: 404, code: 'message_not_found' })
  })

  it('is closed to other browsers and other workspaces', async () => {
    const { visitor, keys, maria, at, attach, read, listed } = await opened()
    const elsewhere = await heed.workspace()
    const stranger = visitor().token
    const { id } = await attach(png)

    const refused = [
      await attach(png, { token: stranger }),
      await attach(png, { key: elsewhere.keys.publishable }),
      { code: (await read(id, stranger)).json<Problem>().code },
      {
        code: (
          await heed.app.inject({
            method: 'GET',
            url: `/w/${elsewhere.keys.publishable}${at(id)}`,
            headers: { 'x-heed-visitor': maria.token },
          })
        ).json<Problem>().code,
      },
      { code: (await elsewhere.ada.get(at(id))).problem.code },
    ]
    const withoutToken = await heed.call({ method: 'GET', url: `/w/${keys.publishable}${at(id)}` })

    expect(refused.map(({ code }) => code)).toEqual(Array(5).fill('ticket_not_found'))
    expect(withoutToken.problem.code).toBe('unknown_visitor')
    expect(await listed()).toHaveLength(1)
  })

  it('is not found under another ticket of the same browser', async () => {
    const { maria, ada, attach } = await opened()
    const { id } = await attach(png)
    const ticketId = heed.deps.newId('ticket')
    await maria.put(`/tickets/${ticketId}`, { messageId: heed.deps.newId('message'), body: 'Another' })

    expect((await maria.get(`/tickets/${ticketId}/attachments/${id}`)).problem.code).toBe('attachment_not_found')
    expect((await ada.get(`/tickets/${ticketId}/attachments/${id}`)).problem.code).toBe('attachment_not_found')
  })

  it('needs a name and a message', async () => {
    const { attach } = await opened()

    expect(await attach(png, { name: '  ' })).toMatchObject({ status: 400, code: 'invalid_input' })
    expect(await attach(png, { messageId: 'msg_1' })).toMatchObject({ status: 400, code: 'invalid_input' })
    expect(await attach(png, { name: 'n'.repeat(201) })).toMatchObject({ status: 400, code: 'invalid_input' })
    expect(await attach(png, { name: 'a\u0000b.png' })).toMatchObject({ status: 200 })
  })

  it('is not one of hundreds that a single browser sends', async () => {
    const { attach } = await opened()

    const codes: (string | undefined)[] = []
    for (let i = 0; i < 61; i++) codes.push((await attach(png)).code)

    expect(codes.slice(mostAttachments)).toEqual([...Array(55).fill('too_many_attachments'), 'too_many_requests'])
  })

  it('may come from a page of the key’s origins', async () => {
    const { keys, at } = await opened()

    const preflight = await heed.app.inject({
      method: 'OPTIONS',
      url: `/w/${keys.publishable}${at(heed.deps.newId('attachment'))}`,
      headers: {
        origin: 'https://app.acme.example',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type,x-heed-visitor',
      },
    })

    expect(preflight.statusCode).toBe(204)
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': 'https://app.acme.example',
      'access-control-allow-methods': expect.stringContaining('PUT'),
      'access-control-allow-headers': 'content-type,x-heed-visitor',
    })
  })

  it('leaves every other route to JSON', async () => {
    const { keys, maria, ticketId } = await opened()

    const reply = await heed.call({
      method: 'PUT',
      url: `/w/${keys.publishable}/tickets/${ticketId}/messages/${heed.deps.newId('message')}`,
      headers: { 'x-heed-visitor': maria.token, 'content-type': 'text/plain' },
      payload: '{"body":"Hello"}',
    })

    expect(reply.problem.code).toBe('wrong_content_type')
  })
})
