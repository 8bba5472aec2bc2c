import cookie from '@fastify/cookie'
import type { Role } from '@heed/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { deleteSession, findSession, type MemberRow, markSessionSeen } from '../features/members/members.queries.ts'
import { problem } from './problem.ts'
import { hashToken } from './tokens.ts'

declare module 'fastify' {
  interface FastifyRequest {
    member: MemberRow
  }
  interface FastifyContextConfig {
    /** The lowest role that may call this route; viewer when left out. */
    role?: Role
    /** For signing in. */
    withoutSession?: boolean
  }
}

const ranks: Record<Role, number> = { viewer: 0, agent: 1, admin: 2, owner: 3 }
const idleMs = 7 * 86_400_000
const absoluteMs = 30 * 86_400_000
const seenEveryMs = 60_000

/** A session that was begun, or seen last, before these moments has ended. */
export const endedBefore = (at: Date) => ({
  begun: new Date(at.getTime() - absoluteMs),
  seen: new Date(at.getTime() - idleMs),
})

const cookieName = (request: FastifyRequest) => (request.protocol === 'https' ? '__Host-heed' : 'heed-session')

/** The same to set and to clear: browsers pass over a `__Host-` cookie that is not `Secure`, also one that ends it. */
const cookieOptions = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' }) as const

/** Puts the session's token into the cookie. Only https can carry the `__Host-` prefix. */
export const setSessionCookie = (request: FastifyRequest, reply: FastifyReply, token: string) =>
  reply.setCookie(cookieName(request), token, { ...cookieOptions(request), maxAge: absoluteMs / 1000 })

export const clearSessionCookie = (request: FastifyRequest, reply: FastifyReply) =>
  reply.clearCookie(cookieName(request), cookieOptions(request))

export const sessionHash = (request: FastifyRequest) => {
  const token = request.cookies[cookieName(request)]
  return token ? hashToken(token) : undefined
}

/** A page of another site must not act for a signed-in member. */
const refuseCrossSite = ({ method, headers, protocol, host }: FastifyRequest) => {
  if (method === 'GET' || method === 'HEAD') return
  const site = headers['sec-fetch-site']
  const sameOrigin = site ? site === 'same-origin' : !headers.origin || headers.origin === `${protocol}://${host}`
  if (!sameOrigin) throw problem('cross_site_request')
}

/** Lets members in, by the session's cookie, as far as their role goes. No other part of the API reads cookies. */
export const admitMembers = async (app: FastifyInstance, deps: Deps) => {
  await app.register(cookie)
  app.decorateRequest('workspace')
  app.decorateRequest('member')
  app.addHook('onRequest', async (request) => {
    refuseCrossSite(request)
    const { role = 'viewer', withoutSession } = request.routeOptions.config
    if (withoutSession) return
    const hash = sessionHash(request)
    const found = hash ? await findSession(deps.store.read, hash) : undefined
    if (!hash || !found) throw problem('not_signed_in')
    const at = deps.now()
    const age = at.getTime() - found.session.createdAt.getTime()
    const idle = at.getTime() - found.session.lastSeenAt.getTime()
    if (age > absoluteMs || idle > idleMs) {
      await deps.store.write((tx) => deleteSession(tx, hash))
      throw problem('not_signed_in')
    }
    if (idle > seenEveryMs) await deps.store.write((tx) => markSessionSeen(tx, hash, at))
    if (ranks[found.member.role] < ranks[role]) throw problem('role_too_low')
    request.member = found.member
    request.workspace = found.workspace
  })
}
