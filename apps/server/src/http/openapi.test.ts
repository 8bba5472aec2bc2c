import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../testing/heed.ts'

type Content = Record<string, { schema: Record<string, unknown> }>
type Operation = {
  summary?: string
  parameters?: { in: string; name: string; required?: boolean }[]
  requestBody?: { content: Content }
  responses?: Record<string, { $ref?: string; content?: Content }>
  security?: Record<string, string[]>[]
}
type Document = {
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: {
    securitySchemes: Record<string, { type: string; in?: string; name?: string; scheme?: string }>
    schemas: Record<string, unknown>
  }
}

/** What a pointer within a document leads to. */
const follow = (document: unknown, pointer: string) =>
  pointer
    .slice('#/'.length)
    .split('/')
    .map((name) => name.replaceAll('~1', '/'))
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], document)

/** Of replies: the schema of a JSON body with 200. Its media type has a slash, as `~1` in a pointer. */
const jsonBody = '#/200/content/application~1json/schema'

describeOnBothStores('the description of the API', (heed) => {
  const read = async () => (await heed.call<Document>({ method: 'GET', url: '/openapi.json' })).body
  const operations = async () =>
    Object.entries((await read()).paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ at: `${method} ${path}`, path, operation })),
    )
  /** What the operations matching `wrong` are, as a failure should name them. */
  const those = async (wrong: (found: { path: string; operation: Operation }) => boolean) => {
    const all = await operations()
    expect(all.length).toBeGreaterThan(20)
    return all.filter(wrong).map(({ at }) => at)
  }

  it('is valid, and points at nothing that is not there', async () => {
    const document = await read()

    const pointers = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, pointer = '']) => pointer)
    const { valid, errors } = await new Validator().validate(structuredClone(document))

    expect(valid, JSON.stringify(errors)).toBe(true)
    expect(pointers.filter((pointer) => !follow(document, pointer))).toEqual([])
    const named = Object.keys(document.components.schemas)
    expect(named.sort()).toEqual(['ArticleNode', 'Problem'])
    expect(pointers).toEqual(expect.arrayContaining(named.map((name) => `#/components/schemas/${name}`)))
  })

  it('declares every parameter of every path, and none that the path has not', async () => {
    const wrong = await those(({ path, operation }) => {
      const inPath = [...path.matchAll(/{(\w+)}/g)].map((match) => match[1])
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path' && parameter.required)
      return (
        inPath.sort().join() !==
        declared
          .map(({ name }) => name)
          .sort()
          .join()
      )
    })

    expect(wrong).toEqual([])
  })

  it('gives every operation a summary', async () => {
    expect(await those(({ operation }) => !operation.summary)).toEqual([])
  })

  it('gives every operation a reply of success', async () => {
    const succeeds = ({ responses = {} }: Operation) => Object.keys(responses).some((status) => /^2\d\d$/.test(status))

    expect(await those(({ operation }) => !succeeds(operation))).toEqual([])
  })

  it('says what each kind of caller brings', async () => {
    const { paths, components, servers } = await read()
    const needs = (path: string, method: string) => paths[path]?.[method]?.security

    expect(components.securitySchemes).toMatchObject({
      visitor: { type: 'apiKey', in: 'header', name: 'x-heed-visitor' },
      secretKey: { type: 'http', scheme: 'bearer' },
      secretKeyAsUser: { type: 'http', scheme: 'basic' },
      session: { type: 'apiKey', in: 'cookie', name: 'heed-session' },
    })
    expect(servers).toMatchObject([{ url: '/' }])
    expect(needs('/w/{key}/tickets', 'get')).toEqual([{ visitor: [] }])
    for (const path of ['articles/{articleId}', 'test-surveys/{token}', 'surveys/{surveyId}'])
      expect(needs(`/w/{key}/${path}`, 'get')).toEqual([{}, { visitor: [] }])
    expect(needs('/w/{key}/suggestions', 'post')).toEqual([{}, { visitor: [] }])
    expect(needs('/v1/identify', 'post')).toEqual([{ secretKey: [] }, { secretKeyAsUser: [] }])
    expect(needs('/api/session', 'post')).toEqual([])
    expect(needs('/api/session', 'get')).toEqual([{ session: [] }])
  })

  it('says the truth of replies: none has a body with 204, any may be a problem, an export is a list', async () => {
    const { paths, components } = await read()
    const replies = (path: string) => paths[path]?.get?.responses

    expect(
      await those(({ operation }) => operation.responses?.default?.$ref !== '#/components/responses/Problem'),
    ).toEqual([])
    expect(components).toMatchObject({ responses: { Problem: { content: { 'application/problem+json': {} } } } })
    expect(await those(({ operation }) => operation.responses?.[204]?.content !== undefined)).toEqual([])
    expect(await those(({ operation }) => operation.responses?.[204] !== undefined)).not.toEqual([])
    const exported = follow(replies('/api/surveys/{surveyId}/responses.json'), jsonBody)
    const listed = follow(replies('/api/responses'), jsonBody)
    expect(exported).toEqual({ type: 'array', items: follow(listed, '#/properties/items/items') })
    expect(exported).toMatchObject({ items: { type: 'object' } })
  })

  it('says what a batch may hold', async () => {
    const { paths } = await read()

    const { schema } = paths['/v1/batch']?.post?.requestBody?.content['application/json'] ?? {}
    const messages = follow(schema, '#/properties/batch/items/oneOf') as { properties: { type: { enum: string[] } } }[]

    const types = messages.flatMap(({ properties }) => properties.type.enum)
    expect(types).toEqual(['identify', 'group', 'track', 'page', 'screen', 'alias'])
  })

  it('has a page that works without https too', async () => {
    const page = await heed.app.inject({ method: 'GET', url: '/docs' })

    expect(page.statusCode).toBe(200)
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'self';/)
    expect(page.headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
  })

  it('has a page under the policy of all pages, but for trusted types', async () => {
    const policyOf = async (url: string) => {
      const { headers } = await heed.app.inject({ method: 'GET', url })
      return String(headers['content-security-policy']).split(';')
    }

    const policy = await policyOf('/docs')

    const all = await policyOf('/livez')
    expect(policy).toEqual(all.filter((directive) => directive !== "require-trusted-types-for 'script'"))
    expect(policy).toHaveLength(all.length - 1)
    expect(await policyOf('/docs/static/swagger-ui-bundle.js')).toEqual(policy)
  })
})
