import { ResponseDetail, ResponseId, ResponsePage, ResponseQuery } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { cursorOf } from '../../http/cursor.ts'
import { problem } from '../../http/problem.ts'
import { segmentOf, segmentParams } from '../../http/segment-query.ts'
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
          querystring: ResponseQuery.extend(segmentParams).loose(),
          response: { 200: ResponsePage },
        },
      },
      async ({ workspace, query }) => {
        const scope = { workspaceId: workspace.id, currency: workspace.currency, now: now() }
        const segment = segmentOf(query)
        const [rows, total] = await Promise.all([
          listResponses(store.read, scope, segment, query),
          countResponses(store.read, scope, segment, query),
        ])
        const items = rows.slice(0, query.limit)
        const last = items.at(-1)
        const nextCursor = rows.length > query.limit && last ? cursorOf(new Date(last.createdAt), last.id) : null
        return { items, nextCursor, total }
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
