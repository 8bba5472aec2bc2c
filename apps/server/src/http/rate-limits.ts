import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problem } from './problem.ts'

type Limit = { max: number; timeWindow: string; keyOf: (request: FastifyRequest) => string }

/**
 * A hook that lets `max` requests of one key through in a time window; several may guard one route.
 * The counts are this process's own. @throws Problem too_many_requests, with the seconds to wait
 */
export const limitRequests = (app: FastifyInstance, { max, timeWindow, keyOf }: Limit) => {
  const count = app.createRateLimit({ max, timeWindow, keyGenerator: keyOf })
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const limit = await count(request)
    if (limit.isAllowed) return
    reply.headers({
      'ratelimit-limit': limit.max,
      'ratelimit-remaining': limit.remaining,
      'ratelimit-reset': limit.ttlInSeconds,
    })
    if (limit.isExceeded) throw problem('too_many_requests', { retryAfterSeconds: Math.max(1, limit.ttlInSeconds) })
  }
}
