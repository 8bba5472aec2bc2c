import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { visitorHeader } from '@heed/contracts'
import type { RouteOptions } from 'fastify'
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { OpenAPIV3_1 } from 'openapi-types'
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
    responses: {
      Problem: {
        description: 'What went wrong (RFC 9457): switch on `code`',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  },
} satisfies FastifyDynamicSwaggerOptions['openapi']

type Documented = Pick<RouteOptions, 'url' | 'schema' | 'config'>

/** Answered to whoever brings no visitor token too, unless the workspace enforces identity. */
const withoutVisitor = [
  '/w/:key/surveys/:surveyId',
  '/w/:key/test-surveys/:token',
  '/w/:key/suggestions',
  '/w/:key/articles/:articleId',
]

/** An `onRoute` hook: the key stands in the prefix, so no route names it. */
export const documentBrowserCalls = (route: Documented) => {
  const { schema } = route
  if (!schema || schema.hide) return
  const key = { key: z.string().max(100).describe('Publishable key, `pk_…`') }
  route.schema = {
    ...schema,
    params: schema.params instanceof z.ZodObject ? schema.params.extend(key) : z.object(key),
    security: withoutVisitor.includes(route.url) ? [{}, { visitor: [] }] : [{ visitor: [] }],
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

type Schemas = Record<string, OpenAPIV3_1.SchemaObject>

/** Names of the schemas that are pointed at from here, or from one that is. */
const schemasIn = (part: unknown, schemas: Schemas, names = new Set<string>()): Set<string> => {
  for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
    if (names.has(name)) continue
    names.add(name)
    schemasIn(schemas[name], schemas, names)
  }
  return names
}

const methods = ['get', 'put', 'post', 'patch', 'delete'] as const

const withEveryReply = ({ responses = {}, ...operation }: OpenAPIV3_1.OperationObject) => {
  const { 204: empty, ...others } = responses
  return {
    ...operation,
    responses: {
      ...others,
      // It is written with a body of no shape, as any reply that a schema stands for.
      ...(empty && { 204: { description: 'Done; there is no body' } }),
      default: { $ref: '#/components/responses/Problem' },
    },
  }
}

/** What no single route can say: the schemas that have a name, and that any reply may be a problem instead. */
export const completeDocument: NonNullable<FastifyDynamicSwaggerOptions['transformObject']> = (made) => {
  const document = jsonSchemaTransformObject(made) as OpenAPIV3_1.Document
  const { schemas = {}, ...components } = document.components ?? {}
  const paths = Object.entries(document.paths ?? {}).map(([path, item = {}]) => {
    const operations = methods.flatMap((method) => {
      const operation = item[method]
      return operation ? [[method, withEveryReply(operation)]] : []
    })
    return [path, { ...item, ...Object.fromEntries(operations) }]
  })
  // Each has a second one, for input, which few are.
  const used = schemasIn({ paths, components }, schemas as Schemas)
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: {
      ...components,
      schemas: Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name))),
    },
  }
}
