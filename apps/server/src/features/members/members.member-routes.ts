import { Invitation, MemberId, MemberList, MemberPatch, NewMember, SignInLink } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { changeRole, inviteMember, removeMember, renewAccess } from './manage-members.ts'
import { listMembers } from './members.queries.ts'
import { toMemberItem } from './to-member-item.ts'

const MemberParams = z.object({ memberId: MemberId })

/** Who belongs to the workspace. */
export const memberMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/members',
      { schema: { summary: 'Members, the longest there first', response: { 200: MemberList } } },
      async ({ workspace }) => ({
        items: (await listMembers(deps.store.read, workspace.id)).map(({ member, lastSeenAt }) =>
          toMemberItem(member, lastSeenAt),
        ),
      }),
    )

    app.post(
      '/members',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Invite a member; the link is told this once',
          body: NewMember,
          response: { 201: Invitation },
        },
      },
      async ({ member, body }, reply) =>
        reply
          .code(201)
          .header('cache-control', 'no-store')
          .send(await inviteMember(deps, member, body)),
    )

    app.patch(
      '/members/:memberId',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Give a member another role',
          params: MemberParams,
          body: MemberPatch,
          response: { 204: z.void() },
        },
      },
      async ({ member, params, body }, reply) => {
        await changeRole(deps, member, params.memberId, body.role)
        return reply.code(204).send()
      },
    )

    app.delete(
      '/members/:memberId',
      {
        config: { role: 'admin' },
        schema: { summary: 'Remove a member', params: MemberParams, response: { 204: z.void() } },
      },
      async ({ member, params }, reply) => {
        await removeMember(deps, member, params.memberId)
        return reply.code(204).send()
      },
    )

    app.post(
      '/members/:memberId/sign-in-links',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Let a member in anew: a link in place of their password, told this once',
          params: MemberParams,
          response: { 201: SignInLink },
        },
      },
      async ({ member, params }, reply) =>
        reply
          .code(201)
          .header('cache-control', 'no-store')
          .send(await renewAccess(deps, member, params.memberId)),
    )
  }
