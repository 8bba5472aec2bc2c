import { Rate, RateKey, RateTable } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { removeRate, setRate } from './change-rate.ts'
import { listMissingRates, listRates } from './rates.queries.ts'

/** What foreign currencies are worth. Each change answers with the whole table, as it is then. */
export const rateMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const table = async (workspace: WorkspaceRow): Promise<RateTable> => ({
      reporting: workspace.currency,
      rates: await listRates(deps.store.read, workspace.id),
      missing: await listMissingRates(deps.store.read, workspace),
    })

    app.get(
      '/rates',
      { schema: { summary: 'Rates, and whose spend is not counted for want of one', response: { 200: RateTable } } },
      ({ workspace }) => table(workspace),
    )

    app.put(
      '/rates',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Set a rate from a day on, and all spend in that currency with it',
          body: Rate,
          response: { 200: RateTable },
        },
      },
      async ({ workspace, body }) => {
        await setRate(deps, workspace, body)
        return table(workspace)
      },
    )

    app.delete(
      '/rates/:currency/:day',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Take a rate out; the one before it counts from then on',
          params: RateKey,
          response: { 200: RateTable },
        },
      },
      async ({ workspace, params }) => {
        await removeRate(deps, workspace, params)
        return table(workspace)
      },
    )
  }
