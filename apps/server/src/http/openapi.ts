import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { visitorHeader } from '@heed/contracts'
import type { RouteOptions } from 'fastify'
import { z } from 'zod'

/** What the schemas of the routes do not say: who calls, and with what. */
export const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'Heed',
    description:
      'In-app feedback and support. Browsers bring a publishable key in the path (`/w/{key}/`) and a visitor token, your server a secret key (`/v1/`), members a session (`/api/`).',
    version: '1',
    license: { name: 'MIT' },
  },
  servers: [{ url: '/', description: 'The server that this document comes from' }],
  components: {
    securitySchemes: {
      visitor: {
        type: 'apiKey',
        in: 'header',
        name: visitorHeader,
        description: 'Visitor token: 43 random characters of base64url, made by the browser',
      },
      secretKey: { type: 'http', scheme: 'bearer', description: 'Secret key, `sk_…`' },
      secretKeyAsUser: { type: 'http', scheme: 'basic', description: 'Secret key as the user, no password' },
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: 'heed-session',
        description: 'Set by `POST /api/session`; over https its name is `__Host-heed`',
      },
    },
  },
} satisfies FastifyDynamicSwaggerOptions['openapi']

type Documented = Pick<RouteOptions, 'url' | 'schema' | 'config'>

/** Nothing of the visitor is read or written. */
const withoutVisitor = ['/w/:key/surveys/:surveyId', '/w/:key/suggestions']

/** An `onRoute` hook: the key stands in the prefix, so no route names it. */
export const documentBrowserCalls = (route: Documented) => {
  const { schema } = route
  if (!schema || schema.hide) return
  const key = { key: z.string().max(100).describe('Publishable key, `pk_…`') }
  route.schema = {
    ...schema,
    params: schema.params instanceof z.ZodObject ? schema.params.extend(key) : z.object(key),
    security: withoutVisitor.includes(route.url) ? [] : [{ visitor: [] }],
  }
}

/** An `onRoute` hook. */
export const documentServerCalls = (route: Documented) => {
  route.schema = { ...route.schema, security: [{ secretKey: [] }, { secretKeyAsUser: [] }] }
}

/** An `onRoute` hook. */
export const documentMemberCalls = (route: Documented) => {
  route.schema = { ...route.schema, security: route.config?.withoutSession ? [] : [{ session: [] }] }
}
