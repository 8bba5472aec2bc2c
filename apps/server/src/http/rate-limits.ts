import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { problem } from './problem.ts'

type Limit = { max: number; timeWindow: string; keyOf: (request: FastifyRequest) => string }

const mostNetworks = 5_000
const networks = new Map<string, string>()

/**
 * Whom limits by address count as one: an IPv4 address, also where it is written as IPv6; of IPv6 the /64 that a
 * household or server is given as a whole.
 */
export const networkOf = ({ ip }: Pick<FastifyRequest, 'ip'>): string => {
  const known = networks.get(ip)
  if (known !== undefined) return known
  // To read an IPv6 address takes longer than all else that a limit does, and most come again.
  if (networks.size >= mostNetworks) networks.clear()
  const network = normalizeIP(ip)
  networks.set(ip, network)
  return network
}

/**
 * A hook that lets `max` requests of one key through in a time window; several may guard one route. The counts are this
 * process's own, of the 5,000 keys that were seen last. @throws Problem too_many_requests, with the seconds to wait
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
