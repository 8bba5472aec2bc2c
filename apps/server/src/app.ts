import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify from 'fastify'
import {
  type FastifyPluginAsyncZod,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import type { Config } from './config.ts'
import type { Deps } from './deps.ts'
import { areaMemberRoutes } from './features/areas/areas.member-routes.ts'
import { articleFileMemberRoutes } from './features/articles/article-files.member-routes.ts'
import { articleBrowserRoutes } from './features/articles/articles.browser-routes.ts'
import { articleMemberRoutes } from './features/articles/articles.member-routes.ts'
import { askBrowserRoutes } from './features/asks/asks.browser-routes.ts'
import { samplingMemberRoutes } from './features/asks/sampling.member-routes.ts'
import { deflectionMemberRoutes } from './features/deflection/deflection.member-routes.ts'
import { helpCentreMemberRoutes } from './features/help-centre/help-centre.member-routes.ts'
import { helpCentreRoutes } from './features/help-centre/help-centre.routes.ts'
import { ideaVoteMemberRoutes } from './features/ideas/idea-votes.member-routes.ts'
import { ideaBrowserRoutes } from './features/ideas/ideas.browser-routes.ts'
import { ideaMemberRoutes } from './features/ideas/ideas.member-routes.ts'
import { identityMemberRoutes } from './features/identity/identity.member-routes.ts'
import { importMemberRoutes } from './features/imports/imports.member-routes.ts'
import { ingestServerRoutes } from './features/ingest/ingest.server-routes.ts'
import { memberMemberRoutes } from './features/members/members.member-routes.ts'
import { profileMemberRoutes } from './features/members/profile.member-routes.ts'
import { sessionMemberRoutes } from './features/members/session.member-routes.ts'
import { noticeMemberRoutes } from './features/notices/notices.member-routes.ts'
import { npsMemberRoutes } from './features/nps/nps.member-routes.ts'
import { peopleMemberRoutes } from './features/people/people.member-routes.ts'
import { peopleBrowserRoutes } from './features/people/people.routes.ts'
import { peopleServerRoutes } from './features/people/people.server-routes.ts'
import { rateMemberRoutes } from './features/rates/rates.member-routes.ts'
import { exportMemberRoutes } from './features/responses/export.member-routes.ts'
import { responseBrowserRoutes } from './features/responses/responses.browser-routes.ts'
import { responseMemberRoutes } from './features/responses/responses.member-routes.ts'
import { resultMemberRoutes } from './features/results/results.member-routes.ts'
import { sharedRoutes } from './features/results/shared.routes.ts'
import { shareMemberRoutes } from './features/results/shares.member-routes.ts'
import { segmentMemberRoutes } from './features/segments/segments.member-routes.ts'
import { helpSettingsMemberRoutes } from './features/suggestions/help-settings.member-routes.ts'
import { suggestionBrowserRoutes } from './features/suggestions/suggestions.browser-routes.ts'
import { surveyDraftingMemberRoutes } from './features/surveys/survey-drafting.member-routes.ts'
import { surveyStateMemberRoutes } from './features/surveys/survey-states.member-routes.ts'
import { surveyBrowserRoutes } from './features/surveys/surveys.browser-routes.ts'
import { surveyMemberRoutes } from './features/surveys/surveys.member-routes.ts'
import { ticketBrowserRoutes } from './features/tickets/tickets.browser-routes.ts'
import { ticketMemberRoutes } from './features/tickets/tickets.member-routes.ts'
import { loaderRoutes } from './features/widget/loader.routes.ts'
import { fatigueMemberRoutes } from './features/workspaces/fatigue.member-routes.ts'
import { keyMemberRoutes } from './features/workspaces/keys.member-routes.ts'
import { signUpMemberRoutes } from './features/workspaces/sign-up.member-routes.ts'
import { workspaceMemberRoutes } from './features/workspaces/workspace.member-routes.ts'
import { admitBrowsers } from './http/browser-caller.ts'
import { cleanInput } from './http/clean-input.ts'
import { handleErrors, notFound, refuseUnreadable } from './http/error-handler.ts'
import { healthRoutes } from './http/health.routes.ts'
import { loggedError } from './http/logged-error.ts'
import { refuseElsewhere } from './http/loopback-only.ts'
import { admitMembers } from './http/member-caller.ts'
import {
  completeDocument,
  documentBrowserCalls,
  documentMemberCalls,
  documentServerCalls,
  openapi,
} from './http/openapi.ts'
import { servePages } from './http/pages.ts'
import { limitRequests, networkOf } from './http/rate-limits.ts'
import { readableAddress } from './http/readable-address.ts'
import { secureHeaders } from './http/security-headers.ts'
import { admitServers } from './http/server-caller.ts'
import { mailMemberRoutes } from './mail/mail.member-routes.ts'
import { stopRoutes } from './mail/stop.routes.ts'

export type AppConfig = Pick<Config, 'logLevel' | 'trustedProxies' | 'onlyLoopback' | 'signUp'> & {
  /** Where the log's lines go; left out: to the standard output. */
  logTo?: { write: (line: string) => void }
}

/** Requests a minute that one address may send with one publishable key. */
const browserRequestsAMinute = 600

/** Plugins and features, in one visible list. Listens nowhere: server.ts does, tests inject. */
export const buildApp = async (deps: Deps, config: AppConfig) => {
  const app = Fastify({
    logger: config.logLevel !== 'silent' && {
      level: config.logLevel,
      serializers: { err: loggedError },
      ...(config.logTo ? { stream: config.logTo } : {}),
    },
    rewriteUrl: ({ url = '/' }) => readableAddress(url),
    frameworkErrors: refuseUnreadable,
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    bodyLimit: 512 * 1024,
    // An id of the host's has up to 255 characters, each of which may come as nine, percent-encoded.
    routerOptions: { maxParamLength: 2_300 },
  }).withTypeProvider<ZodTypeProvider>()

  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.removeContentTypeParser('text/plain') // every body is JSON
  handleErrors(app, deps)
  const leaveFaults = deps.faults.onFault((error, what) => app.log.error({ err: error }, what))
  // What is read from a store that is closed under it is no fault.
  app.addHook('onClose', async () => leaveFaults())
  cleanInput(app)

  secureHeaders(app)
  if (config.onlyLoopback) refuseElsewhere(app)
  await app.register(rateLimit, { global: false })
  await app.register(swagger, { openapi, transform: jsonSchemaTransform, transformObject: completeDocument })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    // Of the policy of all pages it gets everything but this: its scripts write text into innerHTML.
    transformStaticCSP: (policy) => policy.replace(/;\s*require-trusted-types-for[^;]*/, ''),
  })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())

  await app.register(healthRoutes(deps))
  await app.register(loaderRoutes(deps))
  // With the slash: the preflight's wildcard route would else read `:key*`.
  await app.register(browserApi(deps), { prefix: '/w/:key/' })
  await app.register(serverApi(deps), { prefix: '/v1' })
  // What members ask may go through all there is; browsers and their answers do not wait for it.
  await app.register(memberApi({ ...deps, store: { ...deps.store, read: deps.store.readAside } }, config), {
    prefix: '/api',
  })
  await app.register(sharedRoutes(deps))
  await app.register(helpCentreRoutes(deps), { prefix: '/help/:centre' })
  await app.register(stopRoutes(deps), { prefix: '/mail' })
  await app.register(servePages)
  app.setNotFoundHandler(notFound)
  return app
}

/** What a publishable key may do. */
const browserApi =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    await admitBrowsers(app, deps)
    app.addHook('onRoute', documentBrowserCalls)
    app.addHook(
      'onRequest', // before a body is read, so that invalid ones count too
      limitRequests(app, {
        max: browserRequestsAMinute,
        timeWindow: '1 minute',
        keyOf: (request) => `${request.workspace.id} ${networkOf(request)}`,
      }),
    )
    await app.register(peopleBrowserRoutes(deps))
    await app.register(surveyBrowserRoutes(deps))
    await app.register(askBrowserRoutes(deps))
    await app.register(responseBrowserRoutes(deps))
    await app.register(suggestionBrowserRoutes(deps))
    await app.register(articleBrowserRoutes(deps))
    await app.register(ticketBrowserRoutes(deps))
    await app.register(ideaBrowserRoutes(deps))
  }

/** What the host's server may do with a secret key. */
const serverApi =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    await admitServers(app, deps)
    app.addHook('onRoute', documentServerCalls)
    await app.register(ingestServerRoutes(deps))
    await app.register(peopleServerRoutes(deps))
  }

/** What a signed-in member may do. */
const memberApi =
  (deps: Deps, { signUp }: AppConfig): FastifyPluginAsyncZod =>
  async (app) => {
    await admitMembers(app, deps)
    app.addHook('onRoute', documentMemberCalls)
    // What members change may stand in the loader, or with a key: by their reply it shows in this process.
    app.addHook('onSend', async ({ method, workspace }, { statusCode }) => {
      if (method !== 'GET' && statusCode < 400) deps.keyOf.forget((kept) => kept.workspace.id === workspace?.id)
    })
    await app.register(sessionMemberRoutes(deps))
    await app.register(signUpMemberRoutes(deps, signUp))
    await app.register(profileMemberRoutes(deps))
    await app.register(memberMemberRoutes(deps))
    await app.register(workspaceMemberRoutes(deps))
    await app.register(keyMemberRoutes(deps))
    await app.register(segmentMemberRoutes(deps))
    await app.register(peopleMemberRoutes(deps))
    await app.register(surveyMemberRoutes(deps))
    await app.register(surveyStateMemberRoutes(deps))
    await app.register(surveyDraftingMemberRoutes(deps))
    await app.register(samplingMemberRoutes(deps))
    await app.register(npsMemberRoutes(deps))
    await app.register(responseMemberRoutes(deps))
    await app.register(exportMemberRoutes(deps))
    await app.register(resultMemberRoutes(deps))
    await app.register(shareMemberRoutes(deps))
    await app.register(noticeMemberRoutes(deps))
    await app.register(ticketMemberRoutes(deps))
    await app.register(ideaMemberRoutes(deps))
    await app.register(ideaVoteMemberRoutes(deps))
    await app.register(areaMemberRoutes(deps))
    await app.register(articleMemberRoutes(deps))
    await app.register(articleFileMemberRoutes(deps))
    await app.register(helpCentreMemberRoutes(deps))
    await app.register(rateMemberRoutes(deps))
    await app.register(importMemberRoutes(deps))
    await app.register(identityMemberRoutes(deps))
    await app.register(fatigueMemberRoutes(deps))
    await app.register(helpSettingsMemberRoutes(deps))
    await app.register(deflectionMemberRoutes(deps))
    await app.register(mailMemberRoutes(deps))
  }
