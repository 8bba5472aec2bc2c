import { Session, SignUp, SignUpState } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Config } from '../../config.ts'
import type { Deps } from '../../deps.ts'
import { setSessionCookie } from '../../http/member-caller.ts'
import { limitRequests, networkOf } from '../../http/rate-limits.ts'
import { sessionOf } from '../members/session-of.ts'
import { readSignUp, signUp } from './sign-up.ts'

/** Making a workspace, before anybody is signed in. */
export const signUpMemberRoutes =
  (deps: Deps, rule: Config['signUp']): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/sign-up',
      {
        config: { withoutSession: true },
        schema: { summary: 'Whether anybody may make a workspace here', response: { 200: SignUpState } },
      },
      () => readSignUp(deps.store.read, rule),
    )

    app.post(
      '/workspaces',
      {
        config: { withoutSession: true },
        preHandler: limitRequests(app, { max: 10, timeWindow: '1 minute', keyOf: networkOf }),
        schema: {
          summary: 'Make a workspace with its owner, and sign in',
          body: SignUp,
          response: { 201: Session },
        },
      },
      async (request, reply) => {
        const token = await signUp(deps, rule, request.body)
        setSessionCookie(request, reply, token)
        return reply.code(201).send(await sessionOf(deps.store.read, token))
      },
    )
  }
