import type { AttachmentType } from '@heed/contracts'
import type { FastifyReply } from 'fastify'
import type { FileRow } from './attachments.queries.ts'

/** Endings that fit a type; the first is added to a name that has none of them. */
const endings: Record<AttachmentType, string[]> = {
  'image/png': ['.png', '.apng'],
  'image/jpeg': ['.jpg', '.jpeg', '.jfif'],
  'image/webp': ['.webp'],
  'image/gif': ['.gif'],
  'application/pdf': ['.pdf'],
  'text/plain': ['.txt', '.log'],
}

/** A name under which the file can be saved without becoming something else: `fix.bat` of plain text is no program. */
const savedName = (name: string, type: AttachmentType) =>
  endings[type].some((ending) => name.toLowerCase().endsWith(ending)) ? name : `${name}${endings[type][0]}`

/** RFC 6266, the name encoded as RFC 8187 says. */
const disposition = (name: string, type: AttachmentType) => {
  const encoded = encodeURIComponent(savedName(name, type)).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${type.startsWith('image/') ? 'inline' : 'attachment'}; filename*=UTF-8''${encoded}`
}

/** Hands a person's file out so that no browser takes it for a page of ours: the type as stored, no scripts. */
export const sendFile = (reply: FastifyReply, { name, type, bytes }: FileRow) =>
  reply
    .type(type === 'text/plain' ? 'text/plain; charset=utf-8' : type)
    .headers({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': disposition(name, type),
    })
    .send(bytes)
