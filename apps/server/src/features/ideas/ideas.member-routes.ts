import {
  IdeaDetail,
  IdeaId,
  IdeaItem,
  IdeaList,
  IdeaMerge,
  IdeaPatch,
  IdeaQuery,
  IdeaRemoval,
  IdeaSettings,
  IdeaSplit,
  IdeaTitles,
  MemberIdea,
  SimilarIdeasQuery,
} from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { filterOf, segmentParams } from '../../http/segment-query.ts'
import { scopeOf } from '../segments/scope.ts'
import { getWorkspace, setIdeaAccountShare } from '../workspaces/workspaces.queries.ts'
import { changeIdea } from './change-idea.ts'
import { createIdea } from './create-idea.ts'
import { deleteIdea } from './delete-idea.ts'
import { readIdea } from './idea-detail.ts'
import { splitIdea } from './idea-split.ts'
import { accountShareOf, listIdeas, readIdeaItem } from './list-ideas.ts'
import { mergeIdea } from './merge-idea.ts'
import { similarIdeas } from './similar-ideas.ts'
import { unmergeIdea } from './unmerge-idea.ts'

const IdeaParams = z.object({ ideaId: IdeaId })

/** Reading ideas with whose revenue waits for them, editing and merging them, and saying what became of them. */
export const ideaMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, now } = deps

    app.get(
      '/ideas',
      {
        schema: {
          summary: 'Ideas with the votes of a segment, at most 500',
          querystring: IdeaQuery.extend(segmentParams).strict(),
          response: { 200: IdeaList },
        },
      },
      async ({ workspace, query: { segment, asOf, ...query } }) => {
        const filter = await filterOf(store.read, workspace.id, { segment, asOf })
        return listIdeas(store.read, scopeOf(workspace, now()), filter, query, accountShareOf(workspace))
      },
    )

    app.post(
      '/ideas',
      {
        config: { role: 'agent' },
        schema: { summary: 'Write down an idea, without a vote', body: MemberIdea, response: { 201: IdeaItem } },
      },
      async ({ workspace, body }, reply) => {
        const ideaId = await createIdea(deps, workspace.id, body)
        const scope = scopeOf(workspace, now())
        return reply.code(201).send(await readIdeaItem(store.read, scope, ideaId, accountShareOf(workspace)))
      },
    )

    app.get(
      '/ideas/similar',
      {
        schema: {
          summary: 'Ideas that say the like of a text, at most 5',
          querystring: SimilarIdeasQuery,
          response: { 200: IdeaTitles },
        },
      },
      ({ workspace, query }) => similarIdeas(deps, workspace.id, query),
    )

    app.get(
      '/idea-settings',
      { schema: { summary: 'How much one account may weigh', response: { 200: IdeaSettings } } },
      async ({ workspace }) => ({ accountShare: accountShareOf(await getWorkspace(store.read, workspace.id)) }),
    )

    app.put(
      '/idea-settings',
      {
        config: { role: 'admin' },
        schema: { summary: 'Set how much one account may weigh', body: IdeaSettings, response: { 200: IdeaSettings } },
      },
      async ({ workspace, body }) => {
        await store.write((tx) => setIdeaAccountShare(tx, workspace.id, body.accountShare))
        return body
      },
    )

    app.get(
      '/ideas/:ideaId',
      {
        schema: {
          summary: 'An idea with answers, links and what was merged into it; of a merged one that which stands',
          params: IdeaParams,
          response: { 200: IdeaDetail },
        },
      },
      ({ workspace, params }) => readIdea(deps, scopeOf(workspace, now()), params.ideaId, accountShareOf(workspace)),
    )

    app.get(
      '/ideas/:ideaId/split',
      {
        schema: {
          summary: 'Its votes by plan, tenure and spend as of each vote',
          params: IdeaParams,
          response: { 200: IdeaSplit },
        },
      },
      ({ workspace, params }) => splitIdea(store.read, scopeOf(workspace, now()), params.ideaId),
    )

    app.patch(
      '/ideas/:ideaId',
      {
        config: { role: 'agent' },
        schema: {
          summary: 'Edit an idea, or say what became of it; answers with the votes of everyone',
          params: IdeaParams,
          body: IdeaPatch,
          response: { 200: IdeaItem },
        },
      },
      async ({ workspace, member, params: { ideaId }, body }) => {
        const scope = scopeOf(workspace, now())
        await changeIdea(deps, { ...scope, memberId: member.id }, ideaId, body)
        return readIdeaItem(store.read, scope, ideaId, accountShareOf(workspace))
      },
    )

    app.delete(
      '/ideas/:ideaId',
      {
        config: { role: 'agent' },
        schema: {
          summary: 'Remove an idea for good, with what was merged into it',
          params: IdeaParams,
          querystring: IdeaRemoval,
          response: { 204: z.void() },
        },
      },
      async ({ workspace, params, query }, reply) => {
        await deleteIdea(deps, workspace.id, params.ideaId, query.basedOn)
        return reply.code(204).send()
      },
    )

    app.put(
      '/ideas/:ideaId/merge',
      {
        config: { role: 'agent' },
        schema: {
          summary: 'Make it the same as another idea, which gets its votes; answers with that one',
          params: IdeaParams,
          body: IdeaMerge,
          response: { 200: IdeaDetail },
        },
      },
      async ({ workspace, params, body }) => {
        const scope = scopeOf(workspace, now())
        const standingId = await mergeIdea(deps, scope, params.ideaId, body.intoId)
        return readIdea(deps, scope, standingId, accountShareOf(workspace))
      },
    )

    app.delete(
      '/ideas/:ideaId/merge',
      {
        config: { role: 'agent' },
        schema: {
          summary: 'Let it stand by itself again, with the votes that were given to it',
          params: IdeaParams,
          response: { 200: IdeaDetail },
        },
      },
      async ({ workspace, params }) => {
        const scope = scopeOf(workspace, now())
        await unmergeIdea(deps, scope, params.ideaId)
        return readIdea(deps, scope, params.ideaId, accountShareOf(workspace))
      },
    )
  }
