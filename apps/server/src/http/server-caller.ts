import type { FastifyInstance } from 'fastify'
import type { Deps } from '../deps.ts'
import { problem } from './problem.ts'
import { hashToken } from './tokens.ts'

/** The secret key of `Authorization: Bearer sk_…`, or of Basic where it is the user. */
const secretKeyOf = (authorization: string | undefined) => {
  const [scheme, value] = authorization?.split(' ') ?? []
  if (!value) return undefined
  const key = scheme?.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString().split(':')[0] : value
  return key?.startsWith('sk_') ? key : undefined
}

/** Lets the host's servers in, which bring a secret key. */
export const admitServers = async (app: FastifyInstance, deps: Deps) => {
  app.decorateRequest('workspace')
  app.addHook('onRequest', async (request) => {
    const key = secretKeyOf(request.headers.authorization)
    const found = key ? await deps.keyOf(hashToken(key)) : undefined
    if (found?.key.kind !== 'secret') throw problem('unknown_key')
    request.workspace = found.workspace
  })
}
