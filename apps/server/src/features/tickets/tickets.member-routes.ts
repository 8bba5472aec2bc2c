import {
  attachmentTypes,
  Closure,
  Message,
  MessageId,
  NewMessage,
  TicketDetail,
  TicketFigures,
  TicketId,
  TicketItem,
  TicketPage,
  TicketQuery,
} from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { pageOf } from '../../http/cursor.ts'
import { problem } from '../../http/problem.ts'
import { filterOf, SegmentQuery, segmentParams } from '../../http/segment-query.ts'
import { scopeOf } from '../segments/scope.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { AttachmentParams, FileBytes } from './attachment-params.ts'
import { findFile } from './attachments.queries.ts'
import { closeTicket } from './close-ticket.ts'
import { reopenTicket } from './reopen-ticket.ts'
import { replyToTicket } from './reply-to-ticket.ts'
import { sendFile } from './send-file.ts'
import { readTicket, toTicketItem } from './ticket-detail.ts'
import { readTicketFigures } from './ticket-figures.ts'
import { countTickets, findTicket, listTickets } from './tickets.queries.ts'

const TicketParams = z.object({ ticketId: TicketId })

/** Reading, answering and closing tickets. */
export const ticketMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, now } = deps
    const ticketScope = (workspace: WorkspaceRow) => ({
      ...scopeOf(workspace, now()),
      targetMs: workspace.firstResponseTargetMs,
    })

    app.get(
      '/tickets',
      {
        schema: {
          summary: 'Tickets of a segment, newest message first; of those who wait, who waits longest',
          querystring: TicketQuery.extend(segmentParams).strict(),
          response: { 200: TicketPage },
        },
      },
      async ({ workspace, query }) => {
        const scope = ticketScope(workspace)
        const filter = await filterOf(store.read, workspace.id, query)
        const [rows, total] = await Promise.all([
          listTickets(store.read, scope, filter, query),
          countTickets(store.read, scope, filter, query),
        ])
        const items = rows.map(toTicketItem)
        return pageOf(items, query.limit, total, ({ lastMessageAt, id }) => ({ at: lastMessageAt, id }))
      },
    )

    app.get(
      '/tickets/figures',
      {
        schema: {
          summary: 'Ticket figures of a segment',
          querystring: SegmentQuery,
          response: { 200: TicketFigures },
        },
      },
      async ({ workspace, query }) =>
        readTicketFigures(store.read, ticketScope(workspace), await filterOf(store.read, workspace.id, query)),
    )

    app.get(
      '/tickets/:ticketId',
      {
        schema: {
          summary: 'One ticket with its thread and context',
          params: TicketParams,
          response: { 200: TicketDetail },
        },
      },
      ({ workspace, params }) => readTicket(store.read, workspace.id, params.ticketId),
    )

    app.get(
      '/tickets/:ticketId/attachments/:attachmentId',
      {
        schema: {
          summary: 'A file that came with a ticket',
          params: AttachmentParams,
          produces: [...attachmentTypes],
          response: { 200: FileBytes },
        },
      },
      async ({ workspace, params: { ticketId, attachmentId } }, reply) => {
        if (!(await findTicket(store.read, workspace.id, ticketId))) throw problem('ticket_not_found')
        const file = await findFile(store.read, workspace.id, ticketId, attachmentId)
        if (!file) throw problem('attachment_not_found')
        // Never changes; for an hour only, because the browser may change hands.
        return sendFile(reply.header('cache-control', 'private, max-age=3600'), file)
      },
    )

    app.post(
      '/tickets/:ticketId/messages',
      {
        config: { role: 'agent' },
        schema: {
          summary: 'Reply to the person, or add a note',
          params: TicketParams,
          headers: z.looseObject({ 'idempotency-key': MessageId.optional() }),
          body: NewMessage,
          response: { 201: Message },
        },
      },
      async (request, reply) =>
        reply
          .code(201)
          .send(
            await replyToTicket(
              deps,
              request.member,
              request.params.ticketId,
              request.body,
              request.headers['idempotency-key'],
            ),
          ),
    )

    app.put(
      '/tickets/:ticketId/closure',
      {
        config: { role: 'agent' },
        schema: {
          summary: 'Close with an area, and with the article that answered it',
          params: TicketParams,
          body: Closure.partial(),
          response: { 200: TicketItem },
        },
      },
      async (request) => {
        const { areaId, ...closure } = request.body
        if (!areaId) throw problem('area_required', { errors: [{ field: 'areaId', message: 'is required' }] })
        return closeTicket(deps, request.member, request.params.ticketId, { areaId, ...closure })
      },
    )

    app.delete(
      '/tickets/:ticketId/closure',
      {
        config: { role: 'agent' },
        schema: { summary: 'Open again', params: TicketParams, response: { 200: TicketItem } },
      },
      (request) => reopenTicket(deps, request.member, request.params.ticketId),
    )
  }
