import { PasswordChange, Profile, ProfilePatch } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { sessionHash } from '../../http/member-caller.ts'
import { limitRequests } from '../../http/rate-limits.ts'
import { changePassword } from './change-password.ts'
import { changeMemberRow, countSessions, type MemberRow } from './members.queries.ts'

const readProfile = async (handle: Handle, { id, name, email, role, passwordHash, workspaceId }: MemberRow) => ({
  id,
  name,
  email,
  role,
  hasPassword: passwordHash !== null,
  sessions: await countSessions(handle, workspaceId, id),
})

/** What a member says of themselves, whatever their role. */
export const profileMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/profile', { schema: { summary: 'Oneself', response: { 200: Profile } } }, ({ member }) =>
      readProfile(deps.store.read, member),
    )

    app.patch(
      '/profile',
      { schema: { summary: 'Change one’s own name', body: ProfilePatch, response: { 200: Profile } } },
      async ({ member, body }) => {
        await deps.store.write((tx) => changeMemberRow(tx, member.workspaceId, member.id, body))
        return readProfile(deps.store.read, { ...member, ...body })
      },
    )

    app.put(
      '/profile/password',
      {
        preHandler: limitRequests(app, { max: 10, timeWindow: '1 minute', keyOf: ({ member }) => member.id }),
        schema: {
          summary: 'Set one’s own password; other browsers are signed out',
          body: PasswordChange,
          response: { 204: z.void() },
        },
      },
      async (request, reply) => {
        await changePassword(deps, request.member, sessionHash(request), request.body)
        return reply.code(204).send()
      },
    )
  }
