import type { PersonTicket, PersonTicketList, Problem } from '@heed/contracts'
import type { Heed } from '../../testing/heed.ts'

export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

type Sent = { type?: string | undefined; name?: string; messageId?: string; key?: string; token?: string }

/** A ticket that a visitor has opened, to which they attach files. */
export const openedTicket = async (heed: Heed) => {
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
