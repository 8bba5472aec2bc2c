import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { chooseLocale } from '../features/help-centre/language.ts'
import { sendPage } from '../features/help-centre/send-page.ts'
import { getWorkspace } from '../features/workspaces/workspaces.queries.ts'
import { limitRequests, networkOf } from '../http/rate-limits.ts'
import { allMailWords } from './mail-words.ts'
import { findMail } from './mails.queries.ts'
import { stopMail } from './stop-mail.ts'
import { renderStopped, renderStopQuestion, renderUnknownStop } from './stop-page.tsx'
import { stopStyle } from './stop-style.ts'
import { readStopToken } from './stop-token.ts'

/** Mail programs press for many readers from few addresses. */
const pagesAMinute = 600

/**
 * The link at the end of each mail. Who has it may stop that kind of mail for its reader, without a page (RFC 8058) or
 * with one: the link's token is all that is asked for, so no cookie is read, and other sites may send it.
 */
export const stopRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const { read } = deps.store
    app.addHook(
      'onRequest',
      limitRequests(app, {
        max: pagesAMinute,
        timeWindow: '1 minute',
        keyOf: (request) => `mail ${networkOf(request)}`,
      }),
    )
    // Forms and programs send what they like, and it says nothing more: whatever it is called, it is dropped as it comes.
    app.addHook('onRequest', async ({ raw }) => {
      delete raw.headers['content-type']
    })
    app.addContentTypeParser('*', (_request, body, done) => {
      body.resume()
      done(null)
    })

    const sendStopPage = async (request: FastifyRequest, reply: FastifyReply, token: string, isPress: boolean) => {
      reply.headers({ 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' })
      const send = (text: string, status = 200) =>
        sendPage(request, reply, { type: 'text/html', text, status, maxAgeSeconds: 0 })
      const key = readStopToken(token)
      const mail = key && (await findMail(read, key))
      if (!mail) {
        const locale = chooseLocale(Object.keys(allMailWords), request.headers['accept-language'], 'en')
        return send(renderUnknownStop(locale), 404)
      }
      if (isPress) await stopMail(deps, mail)
      const workspaceName = (await getWorkspace(read, mail.workspaceId)).name
      return send((isPress ? renderStopped : renderStopQuestion)({ mail, workspaceName }))
    }

    app.get('/style.css', { schema: { hide: true } }, (request, reply) =>
      sendPage(request, reply, { type: 'text/css', text: stopStyle, maxAgeSeconds: 31_536_000 }),
    )

    const schema = { hide: true, params: z.object({ token: z.string().max(100) }) }
    app.get('/stop/:token', { schema }, (request, reply) => sendStopPage(request, reply, request.params.token, false))
    app.post('/stop/:token', { schema }, (request, reply) => sendStopPage(request, reply, request.params.token, true))
  }
