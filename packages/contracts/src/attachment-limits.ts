/** Media types that may come with a ticket. Free of zod, because the widget reads it too. */
export const attachmentTypes = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'application/pdf',
  'text/plain',
] as const
export type AttachmentType = (typeof attachmentTypes)[number]

export const longestAttachmentBytes = 5_000_000
export const mostAttachments = 5
