import type { Problem } from '@heed/contracts'
import type { Store } from '@heed/db'
import { openTestStore, type StoreName, storeNames } from '@heed/db/testing'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe } from 'vitest'
import { buildApp } from '../app.ts'
import { createDeps, type Deps } from '../deps.ts'
import { createArea } from '../features/areas/create-area.ts'
import { createSurvey, type NewSurvey } from '../features/surveys/create-survey.ts'
import { createWorkspace } from '../features/workspaces/create-workspace.ts'
import { newToken } from '../http/tokens.ts'
import { signedIn } from './signed-in.ts'

type App = Awaited<ReturnType<typeof buildApp>>
type Reply<T> = { status: number; body: T; problem: Problem; headers: Record<string, unknown> }

const durations = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }
export type Duration = `${number}${keyof typeof durations}`

/** The real app on a real store, with a clock that only a test moves. */
export type Heed = ReturnType<typeof heedOn>

const heedOn = (storeName: StoreName) => {
  let at = new Date('2026-03-02T10:00:00.000Z')
  let app: App | undefined
  let opened: Awaited<ReturnType<typeof openTestStore>> | undefined
  let deps: Deps | undefined
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('heed is not started')
    return value
  }

  const call = async <T>(options: InjectOptions & { json?: unknown }): Promise<Reply<T>> => {
    const { json, headers, ...rest } = options
    const reply = await need(app).inject({
      ...rest,
      headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(json === undefined ? {} : { payload: JSON.stringify(json) }),
    })
    const body = reply.body ? JSON.parse(reply.body) : undefined
    return { status: reply.statusCode, body, problem: body, headers: reply.headers }
  }

  return {
    storeName,
    call,
    get app(): App {
      return need(app)
    },
    get deps(): Deps {
      return need(deps)
    },
    get store(): Store {
      return need(opened).store
    },
    clock: {
      now: () => at,
      advance: (by: Duration) => {
        const [, amount, unit] = /^(\d+)(ms|s|m|h|d)$/.exec(by) ?? []
        at = new Date(at.getTime() + Number(amount) * durations[(unit ?? 'ms') as keyof typeof durations])
      },
    },
    start: async () => {
      opened = await openTestStore(storeName)
      deps = createDeps(opened.store, () => at)
      app = await buildApp(deps, { logLevel: 'silent', trustedProxies: [], onlyLoopback: false, signUp: 'first' })
    },
    stop: async () => {
      await app?.close()
      await opened?.dispose()
    },
    /**
     * A new workspace with an agent, an area, a running survey, and browsers to come. Unless a test says otherwise its
     * segments look at what browsers claim, which is the short way to give a customer a plan.
     */
    workspace: async (given: { unverifiedValues?: 'ignore' | 'use' } = { unverifiedValues: 'use' }) => {
      const current = need(deps)
      const { workspaceId, keys } = await createWorkspace(current, {
        name: 'Acme Billing',
        currency: 'USD',
        ...given,
        origins: ['https://app.acme.example', 'http://localhost:*'],
      })
      const surveyId = await createSurvey(current, workspaceId, {
        kind: 'nps',
        name: 'Relationship',
        state: 'running',
        texts: {},
        trigger: { delayMs: 0 },
        repeatAfterDays: 90,
      })
      const areaId = await createArea(current, workspaceId, 'Billing')
      const email = `${newToken()}@acme.example`.toLowerCase()
      const cookie = await signedIn(current, workspaceId, { name: 'Ada', email, role: 'agent' })
      return {
        workspaceId,
        keys,
        surveyId,
        areaId,
        email,
        /** Adds another running survey. @returns its id */
        addSurvey: (survey: Pick<NewSurvey, 'kind'> & Partial<NewSurvey>) =>
          createSurvey(current, workspaceId, {
            name: `A survey of kind ${survey.kind}`,
            state: 'running',
            texts: {},
            trigger: { delayMs: 0 },
            repeatAfterDays: null,
            ...survey,
          }),
        /** The agent, through the member API. */
        ada: memberCalls(call, cookie),
        /** Her session, for replies that are no JSON. */
        cookie,
        /** A new browser, through the browser API. */
        visitor: () => visitorCalls(call, keys.publishable, newToken()),
      }
    },
  }
}

type Call = <T>(options: InjectOptions & { json?: unknown }) => Promise<Reply<T>>

const memberCalls = (call: Call, cookie: string) => ({
  get: <T>(url: string) => call<T>({ method: 'GET', url: `/api${url}`, headers: { cookie } }),
  send: <T>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    json?: unknown,
    headers: Record<string, string> = {},
  ) => call<T>({ method, url: `/api${url}`, headers: { cookie, ...headers }, ...(json === undefined ? {} : { json }) }),
})

const visitorCalls = (call: Call, key: string, token: string) => {
  const headers = { 'x-heed-visitor': token }
  return {
    token,
    get: <T>(path: string) => call<T>({ method: 'GET', url: `/w/${key}${path}`, headers }),
    put: <T>(path: string, json: unknown) => call<T>({ method: 'PUT', url: `/w/${key}${path}`, headers, json }),
    post: <T>(path: string, json: unknown) => call<T>({ method: 'POST', url: `/w/${key}${path}`, headers, json }),
  }
}

/** Runs a suite once on SQLite and once on PostgreSQL, each with an app and a database of its own. */
export const describeOnBothStores = (name: string, suite: (heed: Heed) => void) => {
  describe.each([...storeNames])(`${name} (%s)`, (storeName) => {
    const heed = heedOn(storeName)
    beforeAll(heed.start)
    afterAll(heed.stop)
    suite(heed)
  })
}
