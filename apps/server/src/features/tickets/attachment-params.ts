import { AttachmentId, TicketId } from '@heed/contracts'
import { z } from 'zod'

export const AttachmentParams = z.object({ ticketId: TicketId, attachmentId: AttachmentId })

/** A file's bytes as the body of a request or reply. */
export const FileBytes = z
  .instanceof(Buffer)
  .refine((bytes) => bytes.length > 0, 'must not be empty')
  .meta({ type: 'string', format: 'binary' })
