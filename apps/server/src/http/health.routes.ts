import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { problem } from './problem.ts'

const Health = z.object({ status: z.literal('ok') })

/** `/livez`: the process answers. `/readyz`: it can also read and write its store. */
export const healthRoutes =
  ({ store }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/livez', { schema: { summary: 'Alive', response: { 200: Health } } }, async () => ({
      status: 'ok' as const,
    }))
    app.get('/readyz', { schema: { summary: 'Ready', response: { 200: Health } } }, async () => {
      try {
        await store.ping()
      } catch (cause) {
        throw problem('overloaded', { detail: 'The store cannot be reached.', retryAfterSeconds: 5, cause })
      }
      return { status: 'ok' as const }
    })
  }
