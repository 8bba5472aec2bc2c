import {
  AliasMessage,
  Batch,
  BatchResult,
  GroupMessage,
  IdentifyMessage,
  ingestLimits,
  PageMessage,
  TrackMessage,
} from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { ingestBatch, ingestMessage } from './ingest-batch.ts'

const messages = [
  ['identify', IdentifyMessage, 'Say who a person is'],
  ['group', GroupMessage, 'Say which account a person belongs to, and what it is'],
  ['track', TrackMessage, 'A person did something'],
  ['page', PageMessage, 'A person saw a page'],
  ['screen', PageMessage, 'A person saw a screen of an app'],
  ['alias', AliasMessage, 'An anonymous person turned out to be this user'],
] as const

/** Customer data in, by the Segment spec. */
export const ingestServerRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    // One message that names `__proto__` must not have a whole batch refused; what it means is left to `clean`.
    app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('ignore', 'ignore'))

    for (const [type, body, summary] of messages) {
      app.post(
        `/${type}`,
        { schema: { summary: `${summary} (Segment spec)`, body, response: { 200: BatchResult } } },
        ({ workspace, body: sent }) => ingestMessage(deps, workspace, type, sent),
      )
    }

    app.post(
      '/batch',
      {
        bodyLimit: ingestLimits.batchBytes,
        schema: {
          summary: 'Many messages of the Segment spec, each with its type; a result for each',
          body: Batch,
          response: { 200: BatchResult },
        },
      },
      ({ workspace, body }) => ingestBatch(deps, workspace, body),
    )
  }
