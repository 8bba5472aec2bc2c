import { Area, AreaId, AreaList, AreaRemoval, AreaUses, NewArea } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { countAreaUses, listAreas } from './areas.queries.ts'
import { changeArea, removeArea } from './change-area.ts'
import { createArea } from './create-area.ts'

const AreaParams = z.object({ areaId: AreaId })

/** The functional blocks of the host product. */
export const areaMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get('/areas', { schema: { summary: 'Areas', response: { 200: AreaList } } }, async ({ workspace }) => ({
      items: await listAreas(deps.store.read, workspace.id),
    }))

    app.get(
      '/areas/uses',
      { schema: { summary: 'What carries each area', response: { 200: AreaUses } } },
      async ({ workspace }) => ({ items: await countAreaUses(deps.store.read, workspace.id) }),
    )

    app.post(
      '/areas',
      { config: { role: 'admin' }, schema: { summary: 'Add an area', body: NewArea, response: { 201: Area } } },
      async ({ workspace, body }, reply) => {
        const id = await createArea(deps, workspace.id, body.name)
        return reply.code(201).send({ id, name: body.name })
      },
    )

    app.patch(
      '/areas/:areaId',
      {
        config: { role: 'admin' },
        schema: { summary: 'Give an area another name', params: AreaParams, body: NewArea, response: { 200: Area } },
      },
      async ({ workspace, params, body }) => {
        await changeArea(deps, workspace.id, params.areaId, body.name)
        return { id: params.areaId, name: body.name }
      },
    )

    app.delete(
      '/areas/:areaId',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Remove an area; what carries it goes to another one',
          params: AreaParams,
          querystring: AreaRemoval,
          response: { 204: z.void() },
        },
      },
      async ({ workspace, params, query }, reply) => {
        await removeArea(deps, workspace.id, params.areaId, query.moveTo)
        return reply.code(204).send()
      },
    )
  }
