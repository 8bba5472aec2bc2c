import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** No script at all, no frame, pictures from here or over https. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' https:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

type Sent = { type: string; text: string; status?: number; maxAgeSeconds?: number }

/** Sends a page or feed; one that the reader has already is not sent again. */
export const sendPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  { type, text, status = 200, maxAgeSeconds = 60 }: Sent,
) => {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  reply.headers({
    'content-security-policy': policy,
    'cache-control': maxAgeSeconds === 0 ? 'no-store' : `public, max-age=${maxAgeSeconds}`,
    etag,
  })
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  if (status === 200 && known?.includes(etag)) return reply.code(304).send()
  return reply.code(status).type(`${type}; charset=utf-8`).send(text)
}
