import { ResponseDetail, ResponseId, ResponsePage, ResponseQuery } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { pageOf } from '../../http/cursor.ts'
import { problem } from '../../http/problem.ts'
import { filterOf, segmentParams } from '../../http/segment-query.ts'
import { scopeOf } from '../segments/scope.ts'
import { listTicketsOfPerson } from '../tickets/tickets.queries.ts'
import { countResponses, findResponseItem, listResponses, listResponsesOfPerson } from './responses.queries.ts'

/** Reading answers. */
export const responseMemberRoutes =
  ({ store, now }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/responses',
      {
        schema: {
          summary: 'Answers of a segment, newest first',
          querystring: ResponseQuery.extend(segmentParams).strict(),
          response: { 200: ResponsePage },
        },
      },
      async ({ workspace, query }) => {
        const scope = scopeOf(workspace, now())
        const filter = await filterOf(store.read, workspace.id, query)
        const [rows, total] = await Promise.all([
          listResponses(store.read, scope, filter, query),
          countResponses(store.read, scope, filter, query),
        ])
        return pageOf(rows, query.limit, total, ({ createdAt, id }) => ({ at: createdAt, id }))
      },
    )

    app.get(
      '/responses/:responseId',
      {
        schema: {
          summary: 'One answer, with what else this person said',
          params: z.object({ responseId: ResponseId }),
          response: { 200: ResponseDetail },
        },
      },
      async ({ workspace, params: { responseId } }) => {
        const response = await findResponseItem(store.read, workspace.id, responseId)
        if (!response) throw problem('response_not_found')
        const [history, tickets] = await Promise.all([
          listResponsesOfPerson(store.read, workspace.id, response.person.id),
          listTicketsOfPerson(store.read, workspace.id, response.person.id),
        ])
        return { ...response, history: history.filter(({ id }) => id !== responseId), tickets }
      },
    )
  }
