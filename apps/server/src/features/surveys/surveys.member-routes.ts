import { Survey, SurveyChange, SurveyDefinition, SurveyList, SurveyVersionList, TestLink } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { everyone, scopeOf } from '../segments/scope.ts'
import { changeSurvey } from './change-survey.ts'
import { copySurvey } from './copy-survey.ts'
import { draftSurvey } from './create-survey.ts'
import { deleteDraft } from './delete-draft.ts'
import { editorOf, SurveyParams } from './editor-of.ts'
import { readSurveyList } from './survey-list.ts'
import { readVersions } from './survey-versions.ts'
import { getSurvey } from './surveys.queries.ts'
import { createTestLink } from './test-links.ts'
import { toSurvey } from './to-survey.ts'

/** The workspace's surveys and their definitions. What makes them ask stands in survey-states.member-routes.ts. */
export const surveyMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const { store, now, customersOf, countsOf } = deps

    app.get(
      '/surveys',
      {
        schema: {
          summary: 'Surveys, newest first, each with its figure of the last 90 days',
          response: { 200: SurveyList },
        },
      },
      async ({ workspace }) => {
        const scope = scopeOf(workspace, now())
        return { items: await readSurveyList(store.read, customersOf(scope), scope) }
      },
    )

    app.post(
      '/surveys',
      {
        config: { role: 'admin' },
        schema: { summary: 'Add a draft', body: SurveyDefinition, response: { 201: Survey } },
      },
      async (request, reply) => reply.code(201).send(await draftSurvey(deps, editorOf(request), request.body)),
    )

    app.get(
      '/surveys/:surveyId',
      { schema: { summary: 'A survey', params: SurveyParams, response: { 200: Survey } } },
      async ({ workspace, params }) => toSurvey(await getSurvey(store.read, workspace.id, params.surveyId), now()),
    )

    app.put(
      '/surveys/:surveyId',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Change a survey; of one that was launched this makes a version',
          params: SurveyParams,
          body: SurveyChange,
          response: { 200: Survey },
        },
      },
      (request) => changeSurvey(deps, editorOf(request), request.params.surveyId, request.body),
    )

    app.delete(
      '/surveys/:surveyId',
      {
        config: { role: 'admin' },
        schema: { summary: 'Delete a draft', params: SurveyParams, response: { 204: z.void() } },
      },
      async ({ workspace, params }, reply) => {
        await deleteDraft(deps, workspace.id, params.surveyId)
        return reply.code(204).send()
      },
    )

    app.post(
      '/surveys/:surveyId/copies',
      {
        config: { role: 'admin' },
        schema: { summary: 'Make a draft of a survey', params: SurveyParams, response: { 201: Survey } },
      },
      async ({ workspace, params }, reply) =>
        reply.code(201).send(await copySurvey(deps, workspace.id, params.surveyId)),
    )

    app.get(
      '/surveys/:surveyId/versions',
      {
        schema: {
          summary: 'Definitions that it asked with, newest first, with how many answered each',
          params: SurveyParams,
          response: { 200: SurveyVersionList },
        },
      },
      async ({ workspace, params }) => {
        const counts = countsOf(scopeOf(workspace, now()), everyone)
        return { items: await readVersions(store.read, counts, workspace.id, params.surveyId) }
      },
    )

    app.post(
      '/surveys/:surveyId/test-links',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Make a link under which a survey shows in the own app, and nothing is kept',
          params: SurveyParams,
          response: { 201: TestLink },
        },
      },
      async ({ workspace, params }, reply) =>
        reply.code(201).send(await createTestLink(deps, workspace.id, params.surveyId)),
    )
  }
