import { FatigueRule, standardFatigue } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { getWorkspace, setFatigue } from './workspaces.queries.ts'

/** How often a person may be asked, over all surveys. */
export const fatigueMemberRoutes =
  ({ store }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/fatigue',
      { schema: { summary: 'How often a person may be asked, over all surveys', response: { 200: FatigueRule } } },
      async ({ workspace }) => (await getWorkspace(store.read, workspace.id)).fatigue ?? standardFatigue,
    )

    app.put(
      '/fatigue',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Set how often a person may be asked; decisions follow at once, browsers with their next page',
          body: FatigueRule,
          response: { 200: FatigueRule },
        },
      },
      async ({ workspace, body }) => {
        await store.write((tx) => setFatigue(tx, workspace.id, body))
        return body
      },
    )
  }
