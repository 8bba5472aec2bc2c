import { CreatedSigningKey, IdentityPatch, IdentitySettings, NewSigningKey, SigningKeyId } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { changeIdentity } from './change-identity.ts'
import { createSigningKey } from './create-signing-key.ts'
import { readIdentity } from './read-identity.ts'
import { revokeSigningKey } from './revoke-signing-key.ts'

/** Whom the workspace believes, and the keys that the host's servers sign with. */
export const identityMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/identity',
      {
        schema: {
          summary: 'Signed identity: settings, keys, and how visitors came',
          response: { 200: IdentitySettings },
        },
      },
      ({ workspace }) => readIdentity(deps, workspace.id),
    )

    app.patch(
      '/identity',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Switch enforcement, or what unverified values are used for',
          body: IdentityPatch,
          response: { 200: IdentitySettings },
        },
      },
      async ({ workspace, body }) => {
        await changeIdentity(deps, workspace.id, body)
        return readIdentity(deps, workspace.id)
      },
    )

    app.post(
      '/identity/keys',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Make a signing key; its secret is told this once',
          body: NewSigningKey,
          response: { 201: CreatedSigningKey },
        },
      },
      async ({ workspace, body }, reply) =>
        reply
          .code(201)
          .header('cache-control', 'no-store')
          .send(await createSigningKey(deps, workspace.id, body)),
    )

    app.delete(
      '/identity/keys/:keyId',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Take a signing key out of use',
          params: z.object({ keyId: SigningKeyId }),
          response: { 204: z.void() },
        },
      },
      async ({ workspace, params }, reply) => {
        await revokeSigningKey(deps, workspace.id, params.keyId)
        return reply.code(204).send()
      },
    )
  }
