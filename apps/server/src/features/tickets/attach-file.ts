import type { NewAttachmentQuery } from '@heed/contracts'
import { mostAttachments } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import type { Visitor } from '../people/record-person.ts'
import { countAttachments, findAttachment, insertAttachment } from './attachments.queries.ts'
import { readFileType } from './file-type.ts'
import { holdTicket } from './hold-ticket.ts'
import { findMessage } from './messages.queries.ts'
import { isOwn } from './own-ticket.ts'

type NewFile = NewAttachmentQuery & {
  bytes: Buffer
  /** Media type as the browser says. */
  claimedType: string | undefined
}

/**
 * Adds a file to a message that the person wrote on a ticket of this browser, under the id that the browser made.
 * The same id again is the same file: what was stored first stays.
 * @throws Problem attachment_type, ticket_not_found, message_not_found, too_many_attachments, id_taken
 */
export async function attachFile(
  { store, now }: Deps,
  visitor: Visitor,
  ticketId: string,
  attachmentId: string,
  { messageId, name, bytes, claimedType }: NewFile,
) {
  const type = await readFileType(bytes, claimedType)
  if (!type) throw problem('attachment_type')
  const { workspaceId } = visitor
  await store.write(async (tx) => {
    // Held, because what is counted here decides what is written.
    const ticket = await holdTicket(tx, workspaceId, ticketId)
    if (!ticket || !isOwn(ticket, visitor)) throw problem('ticket_not_found')
    const message = await findMessage(tx, workspaceId, messageId)
    if (message?.ticketId !== ticketId || message.memberId !== null) throw problem('message_not_found')
    const before = await findAttachment(tx, workspaceId, attachmentId)
    if (before?.messageId === messageId) return
    if (before) throw problem('id_taken')
    const place = { ticketId, messageId }
    if ((await countAttachments(tx, workspaceId, place)) >= mostAttachments) throw problem('too_many_attachments')
    await insertAttachment(tx, {
      workspaceId,
      id: attachmentId,
      ...place,
      name,
      type,
      sizeBytes: bytes.length,
      bytes,
      createdAt: now(),
    })
  })
  return { id: attachmentId }
}
