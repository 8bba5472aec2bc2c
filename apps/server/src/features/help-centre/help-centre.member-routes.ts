import { HelpCentre, HelpCentreChange } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { nameHelpCentre, readHelpCentre } from './help-centre-name.ts'

/** Where the public help centre stands. */
export const helpCentreMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/help-centre',
      { schema: { summary: 'Address of the public help centre', response: { 200: HelpCentre } } },
      ({ workspace }) => readHelpCentre(deps.store.read, workspace.id),
    )

    app.put(
      '/help-centre',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Give the help centre a name in its address; earlier names go on leading there',
          body: HelpCentreChange,
          response: { 200: HelpCentre },
        },
      },
      ({ workspace, body }) => nameHelpCentre(deps, workspace.id, body.name),
    )
  }
