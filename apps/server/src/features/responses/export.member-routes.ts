import { Readable } from 'node:stream'
import { ResponseItem, ResponseQuery, SurveyId } from '@heed/contracts'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { filterOf, segmentParams } from '../../http/segment-query.ts'
import { scopeOf } from '../segments/scope.ts'
import { findSurvey, type SurveyRow } from '../surveys/surveys.queries.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { readTraitColumns, responsePages } from './response-pages.ts'
import { writeCsv, writeJson } from './write-export.ts'

const params = z.object({ surveyId: SurveyId })
const querystring = ResponseQuery.omit({ surveyId: true, kind: true, cursor: true, limit: true })
  .extend(segmentParams)
  .strict()
type Query = z.infer<typeof querystring>

/** All answers to a survey as a file, read while it is sent. */
export const exportMemberRoutes =
  ({ store, now }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const exportOf = async (workspace: WorkspaceRow, surveyId: string, query: Query) => {
      const survey = await findSurvey(store.read, workspace.id, surveyId)
      if (!survey) throw problem('survey_not_found')
      const asked = [
        store.read,
        scopeOf(workspace, now()),
        await filterOf(store.read, workspace.id, query),
        { ...query, surveyId },
      ] as const
      return { survey, asked }
    }

    app.get(
      '/surveys/:surveyId/responses.csv',
      {
        schema: {
          summary: 'Answers to a survey as CSV, newest first',
          params,
          querystring,
          produces: ['text/csv'],
          response: { 200: z.string() },
        },
      },
      async ({ workspace, params: { surveyId }, query }, reply) => {
        const { survey, asked } = await exportOf(workspace, surveyId, query)
        const traitColumns = await readTraitColumns(...asked)
        return sendFile(reply, writeCsv(responsePages(...asked), traitColumns), {
          type: 'text/csv; charset=utf-8',
          name: fileName(survey, now(), 'csv'),
        })
      },
    )

    app.get(
      '/surveys/:surveyId/responses.json',
      {
        schema: {
          summary: 'Answers to a survey as a JSON list, newest first',
          params,
          querystring,
          response: { 200: z.array(ResponseItem) },
        },
      },
      async ({ workspace, params: { surveyId }, query }, reply) => {
        const { survey, asked } = await exportOf(workspace, surveyId, query)
        return sendFile(reply, writeJson(responsePages(...asked)), {
          type: 'application/json; charset=utf-8',
          name: fileName(survey, now(), 'json'),
        })
      },
    )
  }

/** The survey's name, as far as every file system takes it. */
const fileName = ({ name }: SurveyRow, at: Date, ending: string) => {
  const words = name
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/\p{Cs}$/u, '') // half a character, which no URL takes
  return `${words || 'survey'}-${at.toISOString().slice(0, 10)}.${ending}`
}

/** RFC 6266, the name encoded as RFC 8187 says; letters and numbers of any script need no more. */
const sendFile = (reply: FastifyReply, text: AsyncGenerator<string>, { type, name }: { type: string; name: string }) =>
  reply
    .type(type)
    .headers({
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
    })
    .send(Readable.from(text))
