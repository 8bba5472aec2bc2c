import { Session, SignIn } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { clearSessionCookie, sessionHash, setSessionCookie } from '../../http/member-caller.ts'
import { limitGuesses } from './limit-guesses.ts'
import { deleteSession, deleteSessions } from './members.queries.ts'
import { sessionOf, toSession } from './session-of.ts'
import { signIn } from './sign-in.ts'

/** Signing in and out, and who is signed in. */
export const sessionMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const guesses = limitGuesses(app)
    app.post(
      '/session',
      {
        config: { withoutSession: true },
        preHandler: guesses.limit,
        schema: { summary: 'Sign in', body: SignIn, response: { 200: Session } },
      },
      async (request, reply) => {
        const token = await signIn(deps, request.body)
        await guesses.succeeded(request)
        setSessionCookie(request, reply, token)
        return sessionOf(deps.store.read, token)
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

    app.delete(
      '/sessions',
      { schema: { summary: 'Sign out in every browser', response: { 204: z.void() } } },
      async (request, reply) => {
        const { workspaceId, id } = request.member
        await deps.store.write((tx) => deleteSessions(tx, workspaceId, id))
        clearSessionCookie(request, reply)
        return reply.code(204).send()
      },
    )
  }
