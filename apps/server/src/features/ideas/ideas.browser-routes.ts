import { BoardIdea, IdeaBoard, IdeaId, NewIdea, NewReading, NewVote, Stored } from '@heed/contracts'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { visitorOf } from '../../http/browser-caller.ts'
import { limitRequests } from '../../http/rate-limits.ts'
import { findVisitor } from '../people/people.queries.ts'
import { castVote } from './cast-vote.ts'
import { fileIdea } from './file-idea.ts'
import { toBoardIdea } from './idea-views.ts'
import { listBoard } from './ideas.queries.ts'
import { readIdeaAnswers } from './read-idea-answers.ts'

// Of one browser: an office behind one address must not share these.
const ideasAnHour = { max: 20, timeWindow: '1 hour', keyOf: (request: FastifyRequest) => visitorOf(request).hash }
const votesAnHour = { ...ideasAnHour, max: 120 }

const IdeaParams = z.object({ ideaId: IdeaId })

/** The board of ideas, a new one, and votes. */
export const ideaBrowserRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/ideas',
      { schema: { summary: 'The board of ideas, with the votes of this visitor', response: { 200: IdeaBoard } } },
      async (request) => {
        const browser = visitorOf(request)
        const visitor = await findVisitor(deps.store.read, browser.workspaceId, browser.hash)
        // A browser that never said anything is nobody yet, and has voted for nothing.
        const rows = await listBoard(deps.store.read, { ...browser, personId: visitor?.person.id ?? '' })
        return { items: rows.map(toBoardIdea) }
      },
    )

    app.put(
      '/ideas/:ideaId',
      {
        preHandler: limitRequests(app, ideasAnHour),
        schema: {
          summary: 'File an idea, with a vote for it',
          params: IdeaParams,
          body: NewIdea,
          response: { 200: BoardIdea },
        },
      },
      (request) => fileIdea(deps, visitorOf(request), request.params.ideaId, request.body),
    )

    app.put(
      '/ideas/:ideaId/vote',
      {
        preHandler: limitRequests(app, votesAnHour),
        schema: {
          summary: 'Vote for an idea, or take the vote back',
          params: IdeaParams,
          body: NewVote,
          response: { 200: BoardIdea },
        },
      },
      (request) => castVote(deps, visitorOf(request), request.params.ideaId, request.body),
    )

    app.put(
      '/ideas/:ideaId/reading',
      {
        schema: {
          summary: 'The visitor looked at what became of an idea they voted for',
          params: IdeaParams,
          body: NewReading,
          response: { 200: Stored },
        },
      },
      (request) => readIdeaAnswers(deps, visitorOf(request), request.params.ideaId, request.body),
    )
  }
