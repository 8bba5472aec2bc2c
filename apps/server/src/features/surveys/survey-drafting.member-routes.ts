import { ImportedSurveys, SurveyDefinition, SurveyImport, SurveyReach } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { editorOf } from './editor-of.ts'
import { importSurvey } from './imports/import-survey.ts'
import { readReach } from './survey-reach.ts'

/** Help for whoever drafts a survey: surveys of other tools, and how far one would reach. */
export const surveyDraftingMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/surveys/imports',
      {
        config: { role: 'admin' },
        schema: {
          summary: 'Make drafts of a survey of Formbricks or PostHog, and say what is left out',
          body: SurveyImport,
          response: { 201: ImportedSurveys },
        },
      },
      async (request, reply) => reply.code(201).send(await importSurvey(deps, editorOf(request), request.body)),
    )

    // A POST, because a definition is more than an address holds. Nothing is stored.
    app.post(
      '/surveys/reach',
      {
        schema: {
          summary: 'How many people a survey would reach, and how many answers to expect',
          body: SurveyDefinition,
          response: { 200: SurveyReach },
        },
      },
      ({ workspace, body }) => readReach(deps, workspace, body),
    )
  }
