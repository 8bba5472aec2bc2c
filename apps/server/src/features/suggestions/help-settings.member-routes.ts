import { HelpSettings, standardHelp } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { getWorkspace, setHelp } from '../workspaces/workspaces.queries.ts'

/** What is suggested before a ticket, and to whom. */
export const helpSettingsMemberRoutes =
  ({ store, suggesters }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/help-settings',
      { schema: { summary: 'What is suggested before a ticket, and to whom', response: { 200: HelpSettings } } },
      async ({ workspace }) => (await getWorkspace(store.read, workspace.id)).help ?? standardHelp,
    )

    app.put(
      '/help-settings',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Set what is suggested before a ticket, and to whom; counts within seconds',
          body: HelpSettings,
          response: { 200: HelpSettings },
        },
      },
      async ({ workspace, body }) => {
        await store.write((tx) => setHelp(tx, workspace.id, body))
        suggesters.look(workspace.id)
        return body
      },
    )
  }
