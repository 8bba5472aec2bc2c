import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { limitRequests, networkOf } from '../../http/rate-limits.ts'
import { hashToken } from '../../http/tokens.ts'

/** Of one network, whomever they are about. */
const ofNetwork = { max: 10, timeWindow: '1 minute', keyOf: networkOf }
/**
 * About one e-mail address, from wherever they come: a network is cheap to change. Whoever knows the address can use them
 * up, so the window is short, and networks that its member has signed in from are not held to it.
 */
const ofAddress = { max: 20, timeWindow: '15 minutes' }
const knownFor = '30 days'

/** The address is counted as it is written, whether it is a member's or not. Undefined for a link, which nobody guesses. */
const addressOf = ({ body }: FastifyRequest): string | undefined =>
  typeof body === 'object' && body !== null && 'email' in body
    ? hashToken(String(body.email).trim().toLowerCase())
    : undefined

const addressInNetwork = (request: FastifyRequest) => `${addressOf(request)} ${networkOf(request)}`

/**
 * Limits attempts to sign in. `limit` is a hook for after the body was read; `succeeded` is told of those that were right.
 * Attempts are counted before the password is looked at, so that many at once do not all pass.
 */
export const limitGuesses = (app: FastifyInstance) => {
  const limitNetwork = limitRequests(app, ofNetwork)
  const limitAddress = limitRequests(app, { ...ofAddress, keyOf: (request) => addressOf(request) ?? '' })
  const signedIn = app.createRateLimit({ max: 1, timeWindow: knownFor, keyGenerator: addressInNetwork })

  const isKnown = async (request: FastifyRequest) => {
    const counted = await signedIn(request, { increment: false })
    return !counted.isAllowed && counted.remaining < counted.max
  }
  return {
    limit: async (request: FastifyRequest, reply: FastifyReply) => {
      await limitNetwork(request, reply)
      if (addressOf(request) === undefined || (await isKnown(request))) return
      await limitAddress(request, reply)
    },
    succeeded: async (request: FastifyRequest) => {
      if (addressOf(request) !== undefined) await signedIn(request)
    },
  }
}
