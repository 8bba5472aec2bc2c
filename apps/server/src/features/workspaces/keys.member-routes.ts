import { CreatedKey, Key, KeyId, KeyList, KeyPatch, NewKey } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { changeOrigins, createKey, revokeKey, toKey } from './change-keys.ts'
import { listKeys } from './keys.queries.ts'

const KeyParams = z.object({ apiKeyId: KeyId })

/** The keys of pages and of the host's servers. */
export const keyMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/keys',
      { schema: { summary: 'Keys in use, publishable ones first', response: { 200: KeyList } } },
      async ({ workspace }) => ({ items: (await listKeys(deps.store.read, workspace.id)).map(toKey) }),
    )

    app.post(
      '/keys',
      {
        config: { role: 'admin' },
        schema: { summary: 'Make a key; it is told this once', body: NewKey, response: { 201: CreatedKey } },
      },
      async ({ workspace, body }, reply) =>
        reply
          .code(201)
          .header('cache-control', 'no-store')
          .send(await createKey(deps, workspace.id, body)),
    )

    app.patch(
      '/keys/:apiKeyId',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Say which origins may use a publishable key',
          params: KeyParams,
          body: KeyPatch,
          response: { 200: Key },
        },
      },
      ({ workspace, params, body }) => changeOrigins(deps, workspace.id, params.apiKeyId, body.origins),
    )

    app.delete(
      '/keys/:apiKeyId',
      {
        config: { role: 'admin' },
        schema: { summary: 'Take a key out of use', params: KeyParams, response: { 204: z.void() } },
      },
      async ({ workspace, params }, reply) => {
        await revokeKey(deps, workspace.id, params.apiKeyId)
        return reply.code(204).send()
      },
    )
  }
