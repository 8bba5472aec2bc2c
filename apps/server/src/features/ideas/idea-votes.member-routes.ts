import {
  IdeaId,
  IdeaTargetId,
  IdeaVote,
  IdeaVotePage,
  IdeaVoteQuery,
  MemberVote,
  PersonId,
  TargetIdeas,
} from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { filterOf, segmentParams } from '../../http/segment-query.ts'
import { scopeOf } from '../segments/scope.ts'
import { castVoteFor } from './cast-vote-for.ts'
import { readIdeaVotes } from './idea-votes.ts'
import { linkIdea, unlinkIdea } from './link-idea.ts'
import { listTargetIdeas } from './list-target-ideas.ts'
import { takeBackVoteFor } from './take-back-vote-for.ts'

const IdeaParams = z.object({ ideaId: IdeaId })
const VoteParams = z.object({ ideaId: IdeaId, personId: PersonId })
const LinkParams = z.object({ ideaId: IdeaId, targetId: IdeaTargetId })

/** Who voted for an idea and why, votes that members cast, and the tickets and answers that speak of it. */
export const ideaVoteMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, now } = deps

    app.get(
      '/ideas/:ideaId/votes',
      {
        schema: {
          summary: 'Votes of a segment, newest first',
          params: IdeaParams,
          querystring: IdeaVoteQuery.extend(segmentParams).strict(),
          response: { 200: IdeaVotePage },
        },
      },
      async ({ workspace, params, query }) => {
        const filter = await filterOf(store.read, workspace.id, query)
        return readIdeaVotes(store.read, scopeOf(workspace, now()), filter, params.ideaId, query)
      },
    )

    app.put(
      '/ideas/:ideaId/votes/:personId',
      {
        config: { role: 'agent' },
        schema: {
          summary: 'Vote for a person who said so elsewhere',
          params: VoteParams,
          body: MemberVote,
          response: { 200: IdeaVote },
        },
      },
      ({ workspace, member, params, body }) =>
        castVoteFor(deps, { workspaceId: workspace.id, memberId: member.id, now: now() }, params, body),
    )

    app.delete(
      '/ideas/:ideaId/votes/:personId',
      {
        config: { role: 'agent' },
        schema: { summary: 'Take back a vote that a member cast', params: VoteParams, response: { 204: z.void() } },
      },
      async ({ workspace, params }, reply) => {
        await takeBackVoteFor(deps, workspace.id, params)
        return reply.code(204).send()
      },
    )

    app.put(
      '/ideas/:ideaId/links/:targetId',
      {
        config: { role: 'agent' },
        schema: {
          summary: 'Say that a ticket or an answer speaks of it',
          params: LinkParams,
          response: { 204: z.void() },
        },
      },
      async ({ workspace, member, params: { ideaId, targetId } }, reply) => {
        await linkIdea(deps, { workspaceId: workspace.id, memberId: member.id, now: now() }, ideaId, targetId)
        return reply.code(204).send()
      },
    )

    app.delete(
      '/ideas/:ideaId/links/:targetId',
      {
        config: { role: 'agent' },
        schema: { summary: 'Take that back', params: LinkParams, response: { 204: z.void() } },
      },
      async ({ workspace, params: { ideaId, targetId } }, reply) => {
        await unlinkIdea(deps, workspace.id, ideaId, targetId)
        return reply.code(204).send()
      },
    )

    app.get(
      '/idea-links/:targetId',
      {
        schema: {
          summary: 'Ideas that a ticket or an answer is linked to, and whether its person voted',
          params: z.object({ targetId: IdeaTargetId }),
          response: { 200: TargetIdeas },
        },
      },
      ({ workspace, params }) => listTargetIdeas(store.read, workspace.id, params.targetId),
    )
  }
