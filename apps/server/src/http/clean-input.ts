import type { FastifyInstance } from 'fastify'

/**
 * Text as both stores can keep it: PostgreSQL takes neither NUL nor half of a surrogate pair, and a browser that cuts
 * a title in the middle of an emoji sends one. Dropping them loses nothing that anybody wrote.
 */
const cleanText = (text: string) => text.replaceAll('\u0000', '').toWellFormed()

/** Cleans every text within a value. */
export const clean = (value: unknown): unknown => {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value // a file stays as it is
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [cleanText(name), clean(each)]))
}

/** Cleans every body and query before it is validated. */
export const cleanInput = (app: FastifyInstance) => {
  app.addHook('preValidation', async (request) => {
    if (request.body !== undefined && request.body !== null) request.body = clean(request.body)
    request.query = clean(request.query)
  })
}
