import { DeflectionQuery, DeflectionReport, UnansweredList, UnansweredQuery } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { filterOf, segmentParams } from '../../http/segment-query.ts'
import { scopeOf } from '../segments/scope.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { readReport } from './read-report.ts'
import { readUnanswered } from './read-unanswered.ts'

/** What suggestions spare, and what they have no answer to. */
export const deflectionMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, now } = deps
    const readingOf = async <Q extends { segment: string }>(workspace: WorkspaceRow, query: Q) => ({
      workspace,
      scope: scopeOf(workspace, now()),
      filter: await filterOf(store.read, workspace.id, query),
      query,
    })

    app.get(
      '/deflection',
      {
        schema: {
          summary: 'How requests ended, what suggestions spared by the held-out, and what each article did',
          querystring: DeflectionQuery.extend(segmentParams).strict(),
          response: { 200: DeflectionReport },
        },
      },
      async ({ workspace, query }) => readReport(store.read, await readingOf(workspace, query)),
    )

    app.get(
      '/deflection/unanswered',
      {
        schema: {
          summary: 'Requests and searches that found nothing, grouped by similar wording',
          querystring: UnansweredQuery.extend(segmentParams).strict(),
          response: { 200: UnansweredList },
        },
      },
      async ({ workspace, query }) => readUnanswered(deps, await readingOf(workspace, query)),
    )
  }
