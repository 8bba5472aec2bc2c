import { SegmentSize, SegmentValues } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { SegmentQuery, segmentOf } from '../../http/segment-query.ts'
import { countCustomers, listAccountTraits, listPlans, scopeOf } from './segments.queries.ts'
import { countTraitValues } from './trait-values.ts'

/** The segment bar: how many customers a filter holds, and what can be filtered by. */
export const segmentMemberRoutes =
  ({ store, now }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/segment/size',
      { schema: { summary: 'Size of a segment now', querystring: SegmentQuery, response: { 200: SegmentSize } } },
      async ({ workspace, query }) => {
        const scope = scopeOf(workspace, now())
        const [size, base] = await Promise.all([
          countCustomers(store.read, scope, segmentOf(query)),
          countCustomers(store.read, scope, { all: [] }),
        ])
        return { ...size, base }
      },
    )

    app.get(
      '/segment/values',
      { schema: { summary: 'Plans and traits in use', response: { 200: SegmentValues } } },
      async ({ workspace }) => {
        const [plans, traits] = await Promise.all([
          listPlans(store.read, workspace.id),
          listAccountTraits(store.read, workspace.id),
        ])
        return {
          plans: plans.map(({ value, accounts }) => ({ value: value ?? '', accounts })),
          traits: countTraitValues(traits.map((row) => row.traits)),
        }
      },
    )
  }
