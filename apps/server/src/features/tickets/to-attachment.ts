import type { Attachment } from '@heed/contracts'
import type { AttachmentRow } from './attachments.queries.ts'

const toAttachment = ({ id, name, type, sizeBytes }: AttachmentRow): Attachment => ({ id, name, type, sizeBytes })

/** The files of one message. */
export const attachmentsOf = (messageId: string, attachments: AttachmentRow[]): Attachment[] =>
  attachments.filter((attachment) => attachment.messageId === messageId).map(toAttachment)
