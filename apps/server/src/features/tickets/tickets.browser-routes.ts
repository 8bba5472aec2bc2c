import {
  MessageId,
  NewPersonMessage,
  NewReading,
  NewTicket,
  NoNews,
  PersonTicket,
  PersonTicketList,
  Stored,
  TicketId,
  TicketNewsQuery,
  UnreadCount,
} from '@heed/contracts'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { admitAgain, visitorOf } from '../../http/browser-caller.ts'
import { limitRequests } from '../../http/rate-limits.ts'
import { countUnreadAnswers } from '../ideas/idea-answers.queries.ts'
import { attachmentBrowserRoutes } from './attachments.browser-routes.ts'
import { followTickets } from './follow-tickets.ts'
import { markTicketRead } from './mark-ticket-read.ts'
import { countUnread } from './messages.queries.ts'
import { mostTicketsAnHour, openTicket } from './open-ticket.ts'
import { browserOf } from './ticket-context.ts'
import { writeToTicket } from './write-to-ticket.ts'

// Of one browser: an office behind one address must not share these.
const ticketsAnHour = {
  max: mostTicketsAnHour,
  timeWindow: '1 hour',
  keyOf: (request: FastifyRequest) => visitorOf(request).hash,
}
const messagesAnHour = { ...ticketsAnHour, max: 60 }

const TicketParams = z.object({ ticketId: TicketId })

/** Filing a ticket, and reading and continuing what this browser filed. */
export const ticketBrowserRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.put(
      '/tickets/:ticketId',
      {
        preHandler: limitRequests(app, ticketsAnHour),
        schema: { summary: 'File a ticket', params: TicketParams, body: NewTicket, response: { 200: PersonTicket } },
      },
      (request) =>
        openTicket(
          deps,
          visitorOf(request),
          request.params.ticketId,
          request.body,
          browserOf(request.headers['user-agent']),
        ),
    )

    app.get(
      '/tickets',
      {
        schema: {
          summary: "This browser's tickets; or waits until something of them is new",
          querystring: TicketNewsQuery,
          response: { 200: z.union([PersonTicketList, NoNews]) },
        },
      },
      (request, reply) => {
        const left = new AbortController()
        reply.raw.once('close', () => left.abort())
        return followTickets(deps, visitorOf(request), request.query, {
          admitAgain: () => admitAgain(deps, request),
          left: left.signal,
        })
      },
    )
    // Whoever waits is answered, so that the server need not wait for them.
    app.addHook('preClose', async () => deps.waits.end())

    app.get(
      '/unread',
      {
        schema: {
          summary: 'Replies that this browser has not read, and ideas of which something became',
          response: { 200: UnreadCount },
        },
      },
      async (request) => {
        const visitor = visitorOf(request)
        const [count, answers] = await Promise.all([
          countUnread(deps.store.read, visitor),
          countUnreadAnswers(deps.store.read, visitor),
        ])
        return { count, answers }
      },
    )

    app.put(
      '/tickets/:ticketId/reading',
      {
        schema: {
          summary: 'The person looked at a ticket of this browser',
          params: TicketParams,
          body: NewReading,
          response: { 200: Stored },
        },
      },
      (request) => markTicketRead(deps, visitorOf(request), request.params.ticketId, request.body),
    )

    app.put(
      '/tickets/:ticketId/messages/:messageId',
      {
        preHandler: limitRequests(app, messagesAnHour),
        schema: {
          summary: 'Write to a ticket of this browser',
          params: TicketParams.extend({ messageId: MessageId }),
          body: NewPersonMessage,
          response: { 200: Stored },
        },
      },
      (request) =>
        writeToTicket(deps, visitorOf(request), request.params.ticketId, request.params.messageId, request.body),
    )

    await app.register(attachmentBrowserRoutes(deps))
  }
