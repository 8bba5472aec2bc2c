import { expect, it } from 'vitest'
import { describeOnBothStores } from '../testing/heed.ts'

type Operation = {
  summary?: string
  parameters?: { in: string; name: string; required?: boolean }[]
  responses?: Record<string, unknown>
  security?: Record<string, string[]>[]
}
type Document = {
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: Record<string, { type: string; in?: string; name?: string; scheme?: string }> }
}

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
    expect(needs('/w/{key}/suggestions', 'post')).toEqual([])
    expect(needs('/v1/identify', 'post')).toEqual([{ secretKey: [] }, { secretKeyAsUser: [] }])
    expect(needs('/api/session', 'post')).toEqual([])
    expect(needs('/api/session', 'get')).toEqual([{ session: [] }])
  })

  it('has a page that works without https too', async () => {
    const page = await heed.app.inject({ method: 'GET', url: '/docs' })

    expect(page.statusCode).toBe(200)
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'self';/)
    expect(page.headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
  })
})
