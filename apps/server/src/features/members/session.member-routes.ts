import { Session, SignIn } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { clearSessionCookie, sessionHash, setSessionCookie } from '../../http/member-caller.ts'
import { problem } from '../../http/problem.ts'
import { limitRequests } from '../../http/rate-limits.ts'
import { hashToken } from '../../http/tokens.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { deleteSession, findSession, type MemberRow } from './members.queries.ts'
import { signIn } from './sign-in.ts'

const toSession = (member: MemberRow, workspace: WorkspaceRow): Session => ({
  member: { id: member.id, name: member.name, email: member.email, role: member.role },
  workspace: {
    id: workspace.id,
    name: workspace.name,
    currency: workspace.currency,
    accent: workspace.accent,
    sample: workspace.sample,
    firstResponseTargetMs: workspace.firstResponseTargetMs,
  },
})

/** Signing in and out, and who is signed in. */
export const sessionMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/session',
      {
        config: { withoutSession: true },
        preHandler: limitRequests(app, { max: 10, timeWindow: '1 minute', keyOf: (request) => request.ip }),
        schema: { summary: 'Sign in', body: SignIn, response: { 200: Session } },
      },
      async (request, reply) => {
        const token = await signIn(deps, request.body)
        const found = await findSession(deps.store.read, hashToken(token))
        if (!found) throw problem('not_signed_in')
        setSessionCookie(request, reply, token)
        return toSession(found.member, found.workspace)
      },
    )

    app.get('/session', { schema: { summary: 'Who is signed in', response: { 200: Session } } }, async (request) =>
      toSession(request.member, request.workspace),
    )

    app.delete('/session', { schema: { summary: 'Sign out', response: { 204: z.void() } } }, async (request, reply) => {
      const hash = sessionHash(request)
      if (hash) await deps.store.write((tx) => deleteSession(tx, hash))
      clearSessionCookie(request, reply)
      return reply.code(204).send()
    })
  }
