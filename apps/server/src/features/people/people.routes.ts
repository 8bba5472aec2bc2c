import { SignedVisitor, VisitorClaim } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { visitorOf } from '../../http/browser-caller.ts'
import { recogniseVisitor } from '../identity/recognise-visitor.ts'

/** What a publishable key may say of its visitor. */
export const peopleBrowserRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.put(
      '/person',
      {
        config: { recognises: true },
        schema: {
          summary: 'Say who this visitor is: signed by your server, or as a claim (unverified)',
          body: VisitorClaim,
          response: { 200: SignedVisitor, 204: z.void() },
        },
      },
      async (request, reply) => {
        const { currency, identityEnforced } = request.workspace
        const visitor = { ...visitorOf(request), currency }
        const signed = await recogniseVisitor(deps, visitor, request.body, identityEnforced === true)
        return signed ? reply.code(200).send(signed) : reply.code(204).send()
      },
    )
  }
