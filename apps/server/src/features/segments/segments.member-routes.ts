import {
  NewSavedSegment,
  SavedSegment,
  SegmentFields,
  SegmentId,
  SegmentSize,
  SegmentUse,
  SegmentValues,
} from '@heed/contracts'
import { parseSegment } from '@heed/segments'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { filterOf, segmentParams } from '../../http/segment-query.ts'
import { remember } from '../../remember.ts'
import { editSegment, readSegmentUse, removeSegment, saveSegment, toSavedSegment } from './save-segment.ts'
import { scopeOf } from './scope.ts'
import { readSegmentFields } from './segment-fields.ts'
import { countValues, type ValueField } from './segment-values.queries.ts'
import { listSegments } from './segments.queries.ts'

const SegmentParams = z.object({ segmentId: SegmentId })

/** To look for fields, thousands of customers and all events are read; the dashboard keeps them for longer still. */
const fieldsKeptMs = 60_000

/** The segment bar and its editor: how many a filter holds, what can be filtered by; and filters with a name. */
export const segmentMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, now, customersOf } = deps
    const fieldsOf = remember(now, fieldsKeptMs, (workspaceId) => readSegmentFields(store.read, workspaceId))

    app.get(
      '/segment/size',
      {
        schema: {
          summary: 'Size of a segment now',
          querystring: z.strictObject({ segment: segmentParams.segment }),
          response: { 200: SegmentSize },
        },
      },
      async ({ workspace, query }) => {
        const customers = customersOf(scopeOf(workspace, now()))
        const { segment } = await filterOf(store.read, workspace.id, query)
        const [size, base] = await Promise.all([customers.size(segment), customers.size({ all: [] })])
        return { ...size, base }
      },
    )

    app.get(
      '/segment/fields',
      {
        schema: {
          summary: 'Traits and events that occur; what is new shows within a minute',
          response: { 200: SegmentFields },
        },
      },
      async ({ workspace }) => (await fieldsOf(workspace.id)) ?? { traits: [], events: [] },
    )

    app.get(
      '/segment/values',
      {
        schema: {
          summary: 'Values of a field that occur, at most 50, most frequent first',
          querystring: z.object({
            field: z
              .string()
              .max(220)
              .describe('plan, country, locale, event, trait.<name>, person.<name>, account.<name>'),
            search: z.string().max(200).default(''),
          }),
          response: { 200: SegmentValues },
        },
      },
      ({ workspace, query }) => countValues(store.read, scopeOf(workspace, now()), fieldOf(query.field), query.search),
    )

    app.get(
      '/segments',
      { schema: { summary: 'Saved segments by name', response: { 200: z.object({ items: z.array(SavedSegment) }) } } },
      async ({ workspace }) => ({ items: (await listSegments(store.read, workspace.id)).map(toSavedSegment) }),
    )

    app.post(
      '/segments',
      {
        config: { role: 'agent' },
        schema: { summary: 'Save a segment', body: NewSavedSegment, response: { 201: SavedSegment } },
      },
      async ({ workspace, body }, reply) => reply.code(201).send(await saveSegment(deps, workspace.id, body)),
    )

    app.patch(
      '/segments/:segmentId',
      {
        config: { role: 'agent' },
        schema: {
          summary: 'Change name or filter of a saved segment',
          params: SegmentParams,
          body: NewSavedSegment.partial(),
          response: { 200: SavedSegment },
        },
      },
      ({ workspace, params, body }) => editSegment(deps, workspace.id, params.segmentId, body),
    )

    app.delete(
      '/segments/:segmentId',
      {
        config: { role: 'agent' },
        schema: { summary: 'Forget a saved segment', params: SegmentParams, response: { 204: z.void() } },
      },
      async ({ workspace, params }, reply) => {
        await removeSegment(deps, workspace.id, params.segmentId)
        return reply.code(204).send()
      },
    )

    app.get(
      '/segments/:segmentId/uses',
      { schema: { summary: 'What is built on a saved segment', params: SegmentParams, response: { 200: SegmentUse } } },
      ({ workspace, params }) => readSegmentUse(store.read, workspace.id, params.segmentId, now()),
    )
  }

/** The field as the language writes it. @throws Problem invalid_input */
const fieldOf = (field: string): ValueField => {
  if (field === 'plan' || field === 'locale' || field === 'event') return { kind: field }
  if (field === 'country') return { kind: 'trait', of: undefined, name: 'country' }
  const [condition] = parseSegment(`${field}:*`).segment.all
  if (condition && 'field' in condition && condition.field === 'trait')
    return { kind: 'trait', of: condition.of, name: condition.name }
  throw problem('invalid_input', {
    errors: [{ field: 'field', message: 'must be plan, country, locale, event, trait.…, person.… or account.…' }],
  })
}
