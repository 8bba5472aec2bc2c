import type { FastifyInstance } from 'fastify'
import { problem } from './problem.ts'

/**
 * Text as both stores can keep it: PostgreSQL takes neither NUL nor half of a surrogate pair, and a browser that cuts
 * a title in the middle of an emoji sends one. Dropping them loses nothing that anybody wrote.
 */
export const cleanText = (text: string) => text.replaceAll('\u0000', '').toWellFormed()

/** Levels of objects and lists: far more than anybody’s traits and properties have, and few enough to go down by recursion. */
const deepest = 1_000

/** Cleans every text within a value. @throws Problem invalid_input where it is nested too deep */
export const clean = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return cleanText(value)
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value // a file stays as it is
  if (depth >= deepest)
    throw problem('invalid_input', {
      errors: [{ field: 'body', message: `must not be nested deeper than ${deepest} levels` }],
    })
  if (Array.isArray(value)) return value.map((each) => clean(each, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [cleanText(name), clean(each, depth + 1)]))
}

/** Cleans every body, query and parameter of a path before it is validated. */
export const cleanInput = (app: FastifyInstance) => {
  app.addHook('preValidation', async (request) => {
    if (request.body !== undefined && request.body !== null) request.body = clean(request.body)
    request.query = clean(request.query)
    request.params = clean(request.params)
  })
}
