import { attachmentTypes, longestAttachmentBytes, NewAttachmentQuery, Stored } from '@heed/contracts'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { visitorOf } from '../../http/browser-caller.ts'
import { problem } from '../../http/problem.ts'
import { limitRequests, networkOf } from '../../http/rate-limits.ts'
import { attachFile } from './attach-file.ts'
import { AttachmentParams, FileBytes } from './attachment-params.ts'
import { findFile } from './attachments.queries.ts'
import { isOwn } from './own-ticket.ts'
import { sendFile } from './send-file.ts'
import { findTicket } from './tickets.queries.ts'

const filesAnHour = { max: 60, timeWindow: '1 hour', keyOf: (request: FastifyRequest) => visitorOf(request).hash }
// Of one address, whatever visitor it says it is: what is sent stays on the disk.
const filesOfAddressAnHour = {
  ...filesAnHour,
  max: 600,
  keyOf: (request: FastifyRequest) => `${request.workspace.id} ${networkOf(request)}`,
}

/** Attaching files to what this browser wrote, and reading them back. Here alone a body is not JSON. */
export const attachmentBrowserRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser([...attachmentTypes], { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes))
    app.addContentTypeParser('*', (_request, _body, done) => done(problem('attachment_type')))

    app.put(
      '/tickets/:ticketId/attachments/:attachmentId',
      {
        bodyLimit: longestAttachmentBytes,
        // Before the body is read: whoever may not send it need not.
        onRequest: [limitRequests(app, filesAnHour), limitRequests(app, filesOfAddressAnHour)],
        schema: {
          summary: 'Attach a file to a message of this browser',
          params: AttachmentParams,
          querystring: NewAttachmentQuery,
          consumes: [...attachmentTypes],
          body: FileBytes,
          response: { 200: Stored },
        },
      },
      (request) =>
        attachFile(deps, visitorOf(request), request.params.ticketId, request.params.attachmentId, {
          ...request.query,
          bytes: request.body,
          claimedType: request.headers['content-type'],
        }),
    )

    app.get(
      '/tickets/:ticketId/attachments/:attachmentId',
      {
        schema: {
          summary: 'A file that this browser attached, or this signed person',
          params: AttachmentParams,
          produces: [...attachmentTypes],
          response: { 200: FileBytes },
        },
      },
      async (request, reply) => {
        const visitor = visitorOf(request)
        const { workspaceId } = visitor
        const { ticketId, attachmentId } = request.params
        const ticket = await findTicket(deps.store.read, workspaceId, ticketId)
        if (!isOwn(ticket, visitor)) throw problem('ticket_not_found')
        const file = await findFile(deps.store.read, workspaceId, ticketId, attachmentId)
        if (!file) throw problem('attachment_not_found')
        return sendFile(reply, file)
      },
    )
  }
