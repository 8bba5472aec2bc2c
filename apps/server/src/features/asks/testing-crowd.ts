import type { Ask } from '@heed/contracts'
import { buildApp } from '../../app.ts'
import { createDeps } from '../../deps.ts'
import { hashToken, newToken } from '../../http/tokens.ts'
import type { Heed } from '../../testing/heed.ts'
import { recordPerson } from '../people/record-person.ts'
import { createSurvey } from '../surveys/create-survey.ts'
import { createWorkspace } from '../workspaces/create-workspace.ts'
import { setFatigue } from '../workspaces/workspaces.queries.ts'
import { type Happened, mayBeAsked } from './fatigue-reference.ts'

const minuteMs = 60_000
const dayMs = 86_400_000

/** Somebody in the reference: all that happened in browsers of theirs. */
type Someone = { userId: string | null; history: Happened[] }
type Grant = { surveyId: string; exposureId: string; at: number; to: Someone; shownAt: number | null }
type Device = { token: string; who: Someone; last: Grant | { surveyId: string; exposureId: string } | null }

export type Rule = { restDays: number; laterDays: number }
export type Question = { repeatAfterDays: number | null }

/** For tests: a server process over the store of `heed`, which may be another one at any time. */
export async function serverOf({ store, clock }: Heed) {
  const start = () =>
    buildApp(createDeps(store, clock.now), {
      logLevel: 'silent',
      trustedProxies: [],
      onlyLoopback: false,
      signUp: 'first',
    })
  let app = await start()
  return {
    get app() {
      return app
    },
    restart: async () => {
      await app.close()
      app = await start()
    },
    stop: () => app.close(),
  }
}

/** For tests: people with several browsers in a workspace of their own, and the reference beside it. */
export async function crowdIn(
  heed: Heed,
  server: Awaited<ReturnType<typeof serverOf>>,
  rule: Rule,
  questions: readonly Question[],
  deviceCount: number,
) {
  const { deps, clock, store } = heed
  const { workspaceId, keys } = await createWorkspace(deps, { name: 'Crowd', currency: 'USD', origins: [] })
  await store.write((tx) => setFatigue(tx, workspaceId, { ...rule, mostASession: 1 }))
  const surveys = await Promise.all(
    questions.map(async (question) => ({
      ...question,
      id: await createSurvey(deps, workspaceId, { kind: 'csat', name: 'Asked', state: 'running', ...question }),
    })),
  )
  const devices: Device[] = Array.from({ length: deviceCount }, () => ({
    token: newToken(),
    who: { userId: null, history: [] },
    last: null,
  }))
  const users = new Map<string, Someone>()
  const grants: Grant[] = []
  const send = async (method: 'PUT' | 'POST', { token }: Device, path: string, payload: object) => {
    const reply = await server.app.inject({
      method,
      url: `/w/${keys.publishable}${path}`,
      headers: { 'x-heed-visitor': token },
      payload,
    })
    if (reply.statusCode >= 300) throw new Error(`${method} ${path}: ${reply.body}`)
    return reply.body ? reply.json() : undefined
  }
  const nowMs = () => clock.now().getTime()
  const pick = <T>(list: readonly T[], index: number): T => {
    const found = list[index % list.length]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }

  /** The device turns out to be this user's; of a user seen elsewhere both histories become one. */
  const join = (device: Device, userId: string) => {
    if (device.who.userId !== null) return
    const user = users.get(userId) ?? { userId, history: [] }
    user.history.push(...device.who.history)
    users.set(userId, user)
    device.who = user
  }
  const historyWith = (device: Device, userId: string | undefined): Happened[] => {
    const claimed = device.who.userId === null && userId !== undefined ? users.get(userId) : undefined
    return [...device.who.history, ...(claimed?.history ?? [])]
  }

  const decide = async (device: Device, survey: (typeof surveys)[number], exposureId: string, userId?: string) => {
    const history = historyWith(device, userId)
    const held = history.some(
      (one) => one.what === 'granted' && one.exposureId === exposureId && nowMs() < one.at + 10 * minuteMs,
    )
    const question = { surveyId: survey.id, repeatAfterDays: survey.repeatAfterDays }
    const expected = held || mayBeAsked(question, rule, history, nowMs())
    const body = { surveyId: survey.id, exposureId, ...(userId === undefined ? {} : { userId }) }
    const decision: Ask = await send('POST', device, '/asks', body)
    device.last = { surveyId: survey.id, exposureId }
    if (decision.granted && !held) {
      if (userId !== undefined) join(device, userId)
      const grant = { surveyId: survey.id, exposureId, at: nowMs(), to: device.who, shownAt: null }
      device.who.history.push({ what: 'granted', surveyId: survey.id, exposureId, at: nowMs() })
      grants.push(grant)
      device.last = grant
    }
    return { expected, ...decision }
  }

  return {
    grants,
    advance: (minutes: number) => clock.advance(`${minutes}m`),
    restart: () => server.restart(),
    ask: (device: number, survey: number, user?: number) =>
      decide(
        pick(devices, device),
        pick(surveys, survey),
        deps.newId('exposure'),
        user === undefined ? undefined : `user ${user}`,
      ),
    /** The reply was lost, and the browser asks once more. */
    retry: (device: number) => {
      const { last } = pick(devices, device)
      const survey = surveys.find(({ id }) => id === last?.surveyId)
      return last && survey ? decide(pick(devices, device), survey, last.exposureId) : undefined
    },
    /** Shows what was granted last, unless another grant for the same has come since; the browser's clock may be wrong. */
    show: async (index: number, wrongDays: number) => {
      const device = pick(devices, index)
      const { last } = device
      const newest = device.who.history.findLast((one) => one.what === 'granted' && one.surveyId === last?.surveyId)
      if (!last || !('shownAt' in last) || last.shownAt !== null || newest?.what !== 'granted') return
      if (newest.exposureId !== last.exposureId) return
      const { surveyId, exposureId } = last
      await send('PUT', device, `/exposures/${exposureId}`, { surveyId, ageMs: wrongDays * dayMs })
      device.who.history.push({ what: 'shown', surveyId, exposureId, at: nowMs() - wrongDays * dayMs })
      last.shownAt = nowMs()
    },
    /** The page calls for a survey by its id, which asks nobody whether it may. */
    call: async (index: number, survey: number) => {
      const device = pick(devices, index)
      const { id: surveyId } = pick(surveys, survey)
      const exposureId = deps.newId('exposure')
      await send('PUT', device, `/exposures/${exposureId}`, { surveyId })
      device.who.history.push({ what: 'shown', surveyId, exposureId, at: nowMs() })
    },
    later: async (index: number, wrongDays: number) => {
      const device = pick(devices, index)
      const { last } = device
      if (!last || !('shownAt' in last) || last.shownAt === null) return
      const { exposureId } = last
      await send('PUT', device, `/exposures/${exposureId}/dismissal`, { later: true, ageMs: wrongDays * dayMs })
      device.who.history.push({ what: 'later', exposureId, at: nowMs() - wrongDays * dayMs })
      device.last = null
    },
    answer: async (index: number, survey: number) => {
      const device = pick(devices, index)
      const { id: surveyId } = pick(surveys, survey)
      await send('PUT', device, `/responses/${deps.newId('response')}`, { surveyId, score: 4 })
      device.who.history.push({ what: 'answered', surveyId, at: nowMs() })
    },
    identify: async (index: number, user: number) => {
      const device = pick(devices, index)
      if (device.who.userId !== null) return
      await send('PUT', device, '/person', { userId: `user ${user}` })
      join(device, `user ${user}`)
    },
    /** The host's server names the user, or vouches for one of their browsers. */
    vouch: async (index: number, user: number) => {
      const device = pick(devices, index)
      const userId = `user ${user}`
      const isTheirs = device.who.userId === null || device.who.userId === userId
      const claimant = { workspaceId, source: 'server' as const }
      await recordPerson(deps, isTheirs ? { ...claimant, visitorHash: hashToken(device.token) } : claimant, { userId })
      if (isTheirs) join(device, userId)
    },
  }
}
