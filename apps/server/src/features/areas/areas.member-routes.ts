import { AreaList } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { listAreas } from './areas.queries.ts'

/** The functional blocks of the host product. */
export const areaMemberRoutes =
  ({ store }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/areas', { schema: { summary: 'Areas', response: { 200: AreaList } } }, async ({ workspace }) => ({
      items: await listAreas(store.read, workspace.id),
    }))
  }
