import { PersonClaim, Stored } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { visitorOf } from '../../http/browser-caller.ts'
import { recordPerson } from './record-person.ts'

/** What a publishable key may say of its visitor. */
export const peopleBrowserRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.put(
      '/person',
      { schema: { summary: 'Say who this visitor is (unverified)', body: PersonClaim, response: { 204: z.void() } } },
      async (request, reply) => {
        const { workspaceId, hash } = visitorOf(request)
        await recordPerson(deps, { workspaceId, trust: 'unverified', visitorHash: hash }, request.body)
        return reply.code(204).send()
      },
    )
  }

/** What a secret key may say of anyone. */
export const peopleServerRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/identify',
      {
        schema: {
          summary: 'Say who a person is and which account they belong to (verified)',
          body: PersonClaim.required({ userId: true }),
          response: { 200: Stored },
        },
      },
      async (request) => {
        const { person } = await recordPerson(
          deps,
          { workspaceId: request.workspace.id, trust: 'verified' },
          request.body,
        )
        return { id: person.id }
      },
    )
  }
