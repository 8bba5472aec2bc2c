import cors from '@fastify/cors'
import { visitorHeader } from '@heed/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { findBinding, markVisitorSeen } from '../features/identity/identity.queries.ts'
import { hasEnded } from '../features/identity/recognise-visitor.ts'
import type { Visitor } from '../features/people/record-person.ts'
import type { WorkspaceRow } from '../features/workspaces/workspaces.queries.ts'
import { problem } from './problem.ts'
import { hashToken } from './tokens.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the caller's plugin (browser, server or member) before any handler runs. */
    workspace: WorkspaceRow
    /** Of a browser's request: the key in its path, where there is such a one. */
    publishableKey: PublishableKey | undefined
    /** The verified person for whom this browser speaks, while that is vouched for. */
    signedPersonId: string | null
  }
  interface FastifyContextConfig {
    /** A browser route on which visitors prove who they are: it decides by itself whom it hears. */
    recognises?: boolean
  }
}

type PublishableKey = Awaited<ReturnType<typeof findPublishableKey>>

const visitorToken = /^[\w-]{43}$/
const seenEveryMs = 86_400_000

/** Whether an origin is in a key's list; `*` may stand for the port, nothing else. */
export const originAllowed = (origin: string, allowed: string[]) =>
  allowed.some(
    (entry) => entry === origin || (entry.endsWith(':*') && origin.replace(/:\d+$/, '') === entry.slice(0, -2)),
  )

const findPublishableKey = async ({ keyOf }: Deps, request: { params: unknown }) => {
  const { key } = request.params as { key?: string }
  const found = key?.startsWith('pk_') ? await keyOf(hashToken(key)) : undefined
  return found?.key.kind === 'publishable' ? found : undefined
}

/**
 * Lets browsers in that bring a publishable key in the path. A page of another origin must be in the key's list;
 * without an Origin header (same-origin GET, or no browser) there is nothing to check.
 */
export const admitBrowsers = async (app: FastifyInstance, deps: Deps) => {
  app.decorateRequest('workspace')
  app.decorateRequest('signedPersonId', null)
  app.decorateRequest('publishableKey', undefined)

  app.addHook('onRequest', async (request) => {
    request.publishableKey = await findPublishableKey(deps, request)
  })

  await app.register(cors, {
    delegator: (request, answer) => {
      const { origin } = request.headers
      const found = request.publishableKey
      const ours = found && origin && (isOwnOrigin(request) || originAllowed(origin, found.key.origins))
      answer(null, {
        origin: ours ? origin : false,
        methods: ['GET', 'PUT', 'POST'],
        exposedHeaders: ['retry-after'],
        maxAge: 7200,
        credentials: false,
      })
    },
  })

  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'OPTIONS') return
    reply.header('cache-control', 'no-store')
    const found = request.publishableKey
    if (!found) throw problem('unknown_key')
    const { origin } = request.headers
    if (origin && !isOwnOrigin(request) && !originAllowed(origin, found.key.origins)) {
      throw problem('origin_not_allowed', { detail: `Add ${origin} to the origins of this publishable key.` })
    }
    request.workspace = found.workspace
  })

  // After every limit of requests, before a body is read, and for every route there is: none can be forgotten.
  app.addHook('preParsing', async (request) => {
    if (request.method === 'OPTIONS' || request.routeOptions.config.recognises) return
    await admitVisitor(deps, request)
  })
}

/**
 * Lets no browser go on as a person for whom it is no longer vouched, and where the workspace enforces identity, nobody
 * who is not signed. @throws Problem identity_expired, identity_required
 */
const admitVisitor = async ({ store, now }: Deps, request: FastifyRequest) => {
  const { workspace } = request
  const visitorHash = visitorHashOf(request)
  const binding = visitorHash ? await findBinding(store.read, workspace.id, visitorHash) : undefined
  const at = now()
  if (hasEnded(binding, at)) throw problem('identity_expired')
  const signed = binding?.trust === 'verified' && binding.signedUntil !== null
  if (workspace.identityEnforced && !signed) throw problem('identity_required')
  if (!visitorHash || !binding) return
  if (signed) request.signedPersonId = binding.personId
  if (at.getTime() - (binding.lastSeenAt?.getTime() ?? 0) < seenEveryMs) return
  await store.write((tx) => markVisitorSeen(tx, workspace.id, { visitorHash, personId: binding.personId }, at))
}

/**
 * The same of a request that was held for a while: its key may be revoked since, or nobody vouch for its visitor any more.
 * @throws Problem unknown_key, identity_expired, identity_required
 */
export const admitAgain = async (deps: Deps, request: FastifyRequest): Promise<void> => {
  const found = await findPublishableKey(deps, request)
  if (!found) throw problem('unknown_key')
  request.workspace = found.workspace
  await admitVisitor(deps, request)
}

const isOwnOrigin = ({ headers, protocol, host }: FastifyRequest) => headers.origin === `${protocol}://${host}`

/** The browser that sent this request, where it says so. */
export const visitorHashOf = ({ headers }: FastifyRequest) => {
  const token = headers[visitorHeader]
  return typeof token === 'string' && visitorToken.test(token) ? hashToken(token) : undefined
}

/** The browser that sent this request. @throws Problem unknown_visitor */
export const visitorOf = (request: FastifyRequest): Visitor => {
  const hash = visitorHashOf(request)
  if (!hash) throw problem('unknown_visitor')
  return { workspaceId: request.workspace.id, hash, signedPersonId: request.signedPersonId }
}
