import type { Problem } from '@heed/contracts'
import { longestAttachmentBytes, mostAttachments } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { openedTicket, png } from './testing-attachments.ts'

const pdf = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n')

describeOnBothStores('what a file with a ticket may be, and whose', (heed) => {
  it('may have five megabytes, not a byte more, and not none', async () => {
    const { attach, read, listed } = await openedTicket(heed)
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
    const { attach, listed } = await openedTicket(heed)

    const sent = await Promise.all(Array.from({ length: mostAttachments + 2 }, () => attach(png)))

    expect(sent.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 409, 409])
    expect(sent.find(({ status }) => status === 409)?.code).toBe('too_many_attachments')
    expect(await listed()).toHaveLength(mostAttachments)
  })

  it('is one file when sent twice, also as the last of five', async () => {
    const { attach, listed, messageId } = await openedTicket(heed)
    for (let i = 1; i < mostAttachments; i++) await attach(png)
    const id = heed.deps.newId('attachment')

    const both = await Promise.all([attach(png, { messageId }, id), attach(png, { messageId }, id)])
    const again = await attach(pdf, { messageId, type: 'application/pdf', name: 'other.pdf' }, id)

    expect([...both, again].map((reply) => [reply.status, reply.id])).toEqual(Array(3).fill([200, id]))
    expect(await listed()).toHaveLength(mostAttachments)
    expect((await listed()).find((file) => file.id === id)).toMatchObject({ name: 'export.png', type: 'image/png' })
  })

  it('keeps its id for itself', async () => {
    const { visitor, maria, ticketId, keys, attach, listed } = await openedTicket(heed)
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
    const { ada, ticketId, attach } = await openedTicket(heed)
    const { body: reply } = await ada.send<{ id: string }>('POST', `/tickets/${ticketId}/messages`, { body: 'Which?' })

    const atReply = await attach(png, { messageId: reply.id })
    const atNothing = await attach(png, { messageId: heed.deps.newId('message') })

    expect(atReply).toMatchObject({ status: 404, code: 'message_not_found' })
    expect(atNothing).toMatchObject({ status: 404, code: 'message_not_found' })
  })

  it('is closed to other browsers and other workspaces', async () => {
    const { visitor, keys, maria, at, attach, read, listed } = await openedTicket(heed)
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
    const { maria, ada, attach } = await openedTicket(heed)
    const { id } = await attach(png)
    const ticketId = heed.deps.newId('ticket')
    await maria.put(`/tickets/${ticketId}`, { messageId: heed.deps.newId('message'), body: 'Another' })

    expect((await maria.get(`/tickets/${ticketId}/attachments/${id}`)).problem.code).toBe('attachment_not_found')
    expect((await ada.get(`/tickets/${ticketId}/attachments/${id}`)).problem.code).toBe('attachment_not_found')
  })

  it('needs a name and a message', async () => {
    const { attach } = await openedTicket(heed)

    expect(await attach(png, { name: '  ' })).toMatchObject({ status: 400, code: 'invalid_input' })
    expect(await attach(png, { messageId: 'msg_1' })).toMatchObject({ status: 400, code: 'invalid_input' })
    expect(await attach(png, { name: 'n'.repeat(201) })).toMatchObject({ status: 400, code: 'invalid_input' })
    expect(await attach(png, { name: 'a\u0000b.png' })).toMatchObject({ status: 200 })
  })

  it('is not one of hundreds that a single browser sends', async () => {
    const { attach } = await openedTicket(heed)

    const codes: (string | undefined)[] = []
    for (let i = 0; i < 61; i++) codes.push((await attach(png)).code)

    expect(codes.slice(mostAttachments)).toEqual([...Array(55).fill('too_many_attachments'), 'too_many_requests'])
  })

  it('may come from a page of the key’s origins', async () => {
    const { keys, at } = await openedTicket(heed)

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
    const { keys, maria, ticketId } = await openedTicket(heed)

    const reply = await heed.call({
      method: 'PUT',
      url: `/w/${keys.publishable}/tickets/${ticketId}/messages/${heed.deps.newId('message')}`,
      headers: { 'x-heed-visitor': maria.token, 'content-type': 'text/plain' },
      payload: '{"body":"Hello"}',
    })

    expect(reply.problem.code).toBe('wrong_content_type')
  })
})
