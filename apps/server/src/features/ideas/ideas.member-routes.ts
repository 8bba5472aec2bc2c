import { IdeaId, IdeaItem, IdeaList, IdeaPatch, IdeaQuery } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { filterOf, segmentParams } from '../../http/segment-query.ts'
import { scopeOf } from '../segments/scope.ts'
import { changeIdeaState } from './change-idea-state.ts'
import { listIdeas } from './idea-figures.queries.ts'
import { toIdeaItem } from './idea-views.ts'

/** Reading ideas with whose revenue waits for them, and saying how far they have come. */
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
      async ({ workspace, query }) => {
        const filter = await filterOf(store.read, workspace.id, query)
        const rows = await listIdeas(store.read, scopeOf(workspace, now()), filter, query.sort)
        return { items: rows.map(toIdeaItem) }
      },
    )

    app.patch(
      '/ideas/:ideaId',
      {
        config: { role: 'agent' },
        schema: {
          summary: 'Change the state; answers with the votes of everyone',
          params: z.object({ ideaId: IdeaId }),
          body: IdeaPatch,
          response: { 200: IdeaItem },
        },
      },
      ({ workspace, params, body }) => changeIdeaState(deps, scopeOf(workspace, now()), params.ideaId, body.state),
    )
  }
