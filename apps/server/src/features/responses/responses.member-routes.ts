import { ResponseAreas, ResponseDetail, ResponseId, ResponseItem, ResponsePage, ResponseQuery } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { pageOf, parseCursor } from '../../http/cursor.ts'
import { problem } from '../../http/problem.ts'
import { filterOf, segmentParams } from '../../http/segment-query.ts'
import { scopeOf } from '../segments/scope.ts'
import { listTicketsOfPerson } from '../tickets/tickets.queries.ts'
import { countResponses, findResponseItem, listResponses, listResponsesOfPerson } from './response-list.queries.ts'
import { setResponseAreas } from './set-response-areas.ts'
import { starResponse } from './star-response.ts'

const ResponseParams = z.object({ responseId: ResponseId })

/** Reading answers, and putting them in order. */
export const responseMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, now } = deps

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
        const after = query.cursor ? parseCursor(query.cursor) : undefined
        const [rows, total] = await Promise.all([
          // One more than the page holds says that there is a next one.
          listResponses(store.read, scope, filter, query, { after, limit: query.limit + 1 }),
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
          params: ResponseParams,
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

    app.put(
      '/responses/:responseId/star',
      {
        config: { role: 'agent' },
        schema: { summary: 'Star an answer', params: ResponseParams, response: { 200: ResponseItem } },
      },
      ({ workspace, params }) => starResponse(deps, workspace.id, params.responseId, true),
    )

    app.delete(
      '/responses/:responseId/star',
      {
        config: { role: 'agent' },
        schema: { summary: 'Take the star of an answer away', params: ResponseParams, response: { 200: ResponseItem } },
      },
      ({ workspace, params }) => starResponse(deps, workspace.id, params.responseId, false),
    )

    app.put(
      '/responses/:responseId/areas',
      {
        config: { role: 'agent' },
        schema: {
          summary: 'Say which areas an answer is about',
          params: ResponseParams,
          body: ResponseAreas,
          response: { 200: ResponseItem },
        },
      },
      ({ workspace, params, body }) => setResponseAreas(deps, workspace.id, params.responseId, body.areaIds),
    )
  }
