import { GetStarted, WorkspacePatch, WorkspaceSettings } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { readGetStarted } from './get-started.ts'
import { changeWorkspace, readWorkspaceSettings } from './workspace-settings.ts'

/** The workspace itself. */
export const workspaceMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/workspace',
      {
        schema: {
          summary: 'Name, look, language, reporting currency and privacy signal',
          response: { 200: WorkspaceSettings },
        },
      },
      ({ workspace }) => readWorkspaceSettings(deps.store.read, workspace.id),
    )

    app.patch(
      '/workspace',
      {
        config: { role: 'admin' },
        schema: { summary: 'Change some of it', body: WorkspacePatch, response: { 200: WorkspaceSettings } },
      },
      ({ workspace, body }) => changeWorkspace(deps, workspace.id, body),
    )

    app.get(
      '/get-started',
      { schema: { summary: 'How far a new workspace has come', response: { 200: GetStarted } } },
      ({ workspace }) => readGetStarted(deps.store.read, workspace),
    )
  }
